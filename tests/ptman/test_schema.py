"""A file is made and migrated wholly or not at all, whatever the migration does and whenever the program dies."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Column, Connection, Integer

from ptman import backup, db, pragmas, schema
from ptman.errors import PtmanError
from tests.ptman import dying, offices
from tests.ptman.older_offices import Older

posix = pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")


@pytest.fixture(scope="session")
def older(tmp_path_factory: pytest.TempPathFactory) -> Older:
    return Older(tmp_path_factory.mktemp("older"))


@pytest.mark.parametrize("revision", schema.REVISIONS[:-1])
def test_rows_of_every_older_file_survive(tmp_path: Path, older: Older, revision: str) -> None:
    path = tmp_path / "old.ptman"
    before = older.put(path, revision)
    with db.Database(path, who="王") as office:
        office.write(offices.add)
        office.write(offices.add, "乙")
    after = offices.tables(path)
    for table, rows in before.items():
        kept = {row[: len(rows[0])] for row in after[table]} if rows else set()  # later columns stand at the end
        assert table == "alembic_version" or set(rows) <= kept
    assert after["alembic_version"] == [(schema.HEAD,)]
    assert backup.faults(path) == []
    (copy,) = [one for one in backup.listed(path) if one.reason == "migration"]
    assert offices.tables(copy.path) == before


def test_every_pragma_is_read_back(office_path: Path) -> None:
    connection = pragmas.connect(office_path)
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in (*pragmas.PRAGMAS, "journal_mode")}
    connection.close()
    assert found == {name: value for name, (_, value) in pragmas.PRAGMAS.items()} | {"journal_mode": "wal"}
    assert (found["synchronous"], found["foreign_keys"], found["trusted_schema"]) == (2, 1, 0)


def test_a_pragma_that_does_not_take_is_an_error(office_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pragmas.PRAGMAS, "cell_size_check", ("OFF", 1))
    with pytest.raises(RuntimeError, match="cell_size_check"):
        pragmas.connect(office_path)


def _fail(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE person")
    connection.exec_driver_sql("CREATE TABLE later (id INTEGER)")
    raise ValueError("in the middle")


def _lose_rows(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM contact")


def _lose_table(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE contact")


def _orphan(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM person WHERE id = 'p'")
    connection.exec_driver_sql("INSERT INTO person (id, name, version) VALUES ('q', '他', 1)")


@pytest.mark.parametrize("step", [_fail, _lose_rows, _lose_table, _orphan])
def test_a_revision_that_fails_or_loses_leaves_the_file(
    tmp_path: Path, older: Older, step: Callable[[Connection], None]
) -> None:
    path = tmp_path / "office.ptman"
    older.put(path, "0004")
    before = path.read_bytes()
    with pytest.raises((ValueError, RuntimeError), match=r"in the middle|migration undone"):
        schema.migrate(path, step)
    pragmas.fold(path)
    assert path.read_bytes() == before


def test_a_rebuilt_table_keeps_the_rows_that_refer_to_it(tmp_path: Path, older: Older) -> None:
    path = tmp_path / "office.ptman"
    before = older.put(path, "0004")

    def rebuild(connection: Connection) -> None:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("person", recreate="always") as batch:
            batch.add_column(Column("shoe_size", Integer(), nullable=True))

    schema.migrate(path, rebuild)
    after = offices.tables(path)
    assert {name: rows for name, rows in after.items() if name != "person"} == {
        name: rows for name, rows in before.items() if name != "person"
    }
    assert [(*row, None) for row in before["person"]] == after["person"]
    connection = pragmas.connect(path)
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    connection.close()


@posix
def test_dying_while_a_file_is_made_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "new.ptman"
    with dying.program("creating", path) as program:
        points = dying.at(program, dying.NEVER)
        assert points is not None
        assert points > 100
        path.unlink()
        for point in range(0, points, points // 12):
            assert dying.at(program, point) is None
            assert not path.exists()
        assert dying.at(program, dying.NEVER) == points
    assert offices.beside(path) == ["new.ptman"]
    assert backup.faults(path) == []


@posix
def test_dying_during_a_migration_leaves_the_old_file_or_the_new(tmp_path: Path, older: Older) -> None:
    path = tmp_path / "old.ptman"
    before = older.put(path, schema.REVISIONS[-8])
    whole = path.read_bytes()
    with dying.program("upgrading", path) as program:
        points = dying.at(program, dying.NEVER)
        assert points is not None
        for point in sorted({*range(0, points, max(1, points // 50)), points - 2}):
            path.write_bytes(whole)
            assert dying.at(program, point) is None
            assert offices.tables(path) == before
            assert backup.faults(path) == []
            for suffix in ("-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
        path.write_bytes(whole)
        assert dying.at(program, dying.NEVER) == points
    assert schema.revision(path) == schema.HEAD


def test_a_folder_that_is_not_there_has_its_sentence(tmp_path: Path) -> None:
    with pytest.raises(PtmanError) as told:
        db.Database.create(tmp_path / "gone" / "a.ptman", who="王")
    assert told.value.code == "folder-gone"
