"""Opening and closing: whatever fails on the way, the work is kept, the lock is given up and it is told."""

import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from ptman import backup, db, files, lock, schema
from ptman.errors import PtmanError
from ptman.models import OrganisationName, Person
from tests.ptman import offices


def people(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Person)) or 0


def is_free(path: Path) -> bool:
    """Whether another program could open the file to write."""
    lock.Lock(path, who="王", now=db.utc_now()).release()
    return True


def test_closing_backs_up_what_was_changed_and_only_that(office_path: Path) -> None:
    db.Database(office_path, who="王").close()
    assert backup.listed(office_path) == ()
    office = db.Database(office_path, who="王")
    office.write(offices.add)
    assert office.close() is None
    assert office.close() is None
    (copy,) = backup.listed(office_path)
    assert copy.reason == "closing"
    assert offices.tables(copy.path, journal_too=True) == offices.tables(office_path, journal_too=True)


def test_closing_folds_the_log(office_path: Path) -> None:
    with db.Database(office_path, who="王") as office:
        office.write(offices.add)
    assert not [name for name in offices.beside(office_path) if name.endswith(("-wal", "-shm"))]


def test_a_backup_that_fails_on_closing_is_told_and_the_file_is_closed(
    office_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    office_path.with_name(office_path.name + "-backups").write_text("in the way")
    office = db.Database(office_path, who="王")
    office.write(offices.add)
    with caplog.at_level(logging.WARNING):
        trouble = office.close()
    assert trouble is not None
    assert trouble.code in {"write-failed", "folder-gone"}
    assert [record.name for record in caplog.records] == ["ptman.db"]
    assert is_free(office_path)
    assert not office_path.with_name(office_path.name + "-wal").exists()
    assert len(offices.tables(office_path)["person"]) == 1


def test_a_file_that_is_gone_can_be_closed(office_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    office = db.Database(office_path, who="王")
    office.write(offices.add)
    for suffix in files.DATABASE:
        office_path.with_name(office_path.name + suffix).unlink(missing_ok=True)
    trouble = office.close()
    assert trouble is not None
    assert trouble.code == "file-gone"
    assert len(caplog.records) == 2
    assert is_free(office_path)


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


UNFIT: dict[str, tuple[Callable[[Path], object], str]] = {
    "newer": (_newer, "db-newer"),
    "text": (lambda path: path.write_text("x" * 5000), "db-damaged"),
    "gone": (lambda path: path.unlink(), "file-gone"),
}


@pytest.mark.parametrize("look", [False, True])
@pytest.mark.parametrize("kind", UNFIT)
def test_an_unfit_file_is_refused_unchanged_and_unlocked(office_path: Path, kind: str, *, look: bool) -> None:
    spoil, code = UNFIT[kind]
    spoil(office_path)
    before = (offices.beside(office_path), office_path.exists() and files.sha256(office_path))
    with pytest.raises(PtmanError) as refused:
        db.Database(office_path, who="王", look=look)
    assert refused.value.code == code
    assert (offices.beside(office_path), office_path.exists() and files.sha256(office_path)) == before
    assert is_free(office_path)


def test_a_file_that_cannot_be_upgraded_is_given_up(tmp_path: Path) -> None:
    old = tmp_path / "old.ptman"
    schema.create(old)
    connection = sqlite3.connect(old)
    connection.execute("UPDATE alembic_version SET version_num = '0006'")
    connection.commit()
    connection.close()
    before = offices.tables(old)
    with pytest.raises(PtmanError) as unfit:
        db.Database(old, who="王", look=True)
    assert unfit.value.code == "db-older"
    with pytest.raises(PtmanError) as refused:  # the rows of the last revision are there already
        db.Database(old, who="王")
    assert refused.value.code == "not-unique"
    assert offices.tables(old) == before
    assert is_free(old)
    assert [one.reason for one in backup.listed(old)] == ["migration"]


def test_a_commit_that_arrived_counts_although_its_answer_was_lost(office: db.Database) -> None:
    lost = []

    def lose(connection: Connection) -> None:
        connection.exec_driver_sql("COMMIT")
        lost.append(connection)
        raise OperationalError("COMMIT", None, sqlite3.OperationalError("disk I/O error"))

    event.listen(office._writing, "commit", lose)
    office.write(offices.add)
    event.remove(office._writing, "commit", lose)
    assert len(lost) == 1
    assert office.read(people) == 1


def test_a_commit_that_did_not_arrive_is_told(office: db.Database) -> None:
    def refuse(_connection: Connection) -> None:
        raise OperationalError("COMMIT", None, sqlite3.OperationalError("database or disk is full"))

    event.listen(office._writing, "commit", refuse)
    with pytest.raises(PtmanError) as refused:
        office.write(offices.add)
    event.remove(office._writing, "commit", refuse)
    assert refused.value.code == "disk-full"
    assert office.read(people) == 0
    office.write(offices.add)
    assert office.read(people) == 1


def test_a_reference_to_nothing_is_refused_and_the_next_write_goes_on(office: db.Database) -> None:
    """References are checked when the transaction ends: the refused commit must not stay open."""
    for _ in range(3):
        with pytest.raises(PtmanError) as refused:
            office.write(lambda session: session.add(OrganisationName(organisation_id="nobody", name="无")))
        assert refused.value.code == "still-used"
        assert not office.write(offices.add).startswith("nobody")
    assert office.read(people) == 3


def test_many_threads_read_while_one_writes(office: db.Database) -> None:
    with ThreadPoolExecutor(12) as pool:
        asked = [pool.submit(office.read, people) for _ in range(60)]
        for _ in range(10):
            office.write(offices.add)
        seen = [one.result() for one in asked]
    assert set(seen) <= set(range(11))
    assert office.read(people) == 10
