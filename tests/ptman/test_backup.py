"""Copies made while others write, refused when a bit has changed, restored without what was left beside them."""

import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from ptman import backup, db, files, journal, schema, undo
from ptman.errors import PtmanError
from tests.ptman import offices

NOW = datetime(2026, 9, 10, 8, 0, tzinfo=UTC)
FLIPS = 300


@pytest.fixture
def kept(office: db.Database, tmp_path: Path) -> Path:
    """A backup of an office with one person, made outside its folder."""
    office.write(offices.add)
    (tmp_path / "kept").mkdir()
    target = tmp_path / "kept" / "kept.ptman"
    backup.write(office.path, target)
    return target


def test_a_copy_is_whole_while_another_program_writes(office_path: Path, tmp_path: Path) -> None:
    sizes = []
    with offices.start("program_holding", "write", office_path) as writer:
        assert offices.said(writer) == "open"
        for number in range(12):
            target = tmp_path / f"copy-{number}.ptman"
            backup.write(office_path, target)
            backup.verify(target)
            assert backup.faults(target) == []
            with db.Database(target, who="", look=True) as copy:
                assert copy.read(journal.broken_links) == ()
                sizes.append(len(copy.read(undo.history)))
        assert offices.ended(writer) == 0
    assert sizes == sorted(sizes)
    assert sizes[-1] > sizes[0] > 0


def test_every_changed_bit_is_refused(kept: Path) -> None:
    content, dice = bytearray(kept.read_bytes()), random.Random(20260910)  # noqa: S311 a seed, no secret
    for _ in range(FLIPS):
        at, bit = dice.randrange(len(content)), 1 << dice.randrange(8)
        content[at] ^= bit
        kept.write_bytes(content)
        with pytest.raises(PtmanError) as refused:
            backup.verify(kept)
        assert refused.value.code == "backup-untrusted"
        content[at] ^= bit
    kept.write_bytes(content)
    backup.verify(kept)


def test_a_spoiled_checksum_is_refused(kept: Path) -> None:
    for spoiled in ("", "[]", "{}", "null"):
        backup.manifest(kept).write_text(spoiled)
        with pytest.raises(PtmanError) as refused:
            backup.verify(kept)
        assert refused.value.code == "backup-untrusted"


def crashed(office: db.Database, folder: Path) -> Path:
    """The file as a crash leaves it, with changes that are in the log only."""
    for name in ("乙", "丙", "丁"):
        office.write(offices.add, name)
    folder.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(office.path.with_name(office.path.name + suffix), folder / ("crashed.ptman" + suffix))
    assert (folder / "crashed.ptman-wal").stat().st_size > 0
    return folder / "crashed.ptman"


def test_a_log_of_the_replaced_file_stays_with_it(office: db.Database, kept: Path, tmp_path: Path) -> None:
    path = crashed(office, tmp_path / "crash")
    replaced = backup.restore(path, kept, NOW)
    assert offices.tables(path, journal_too=True) == offices.tables(kept, journal_too=True)
    assert replaced is not None
    assert {row[0] for row in offices.tables(replaced)["person"]} >= {"张雨桐", "乙", "丙", "丁"}
    assert backup.faults(path) == backup.faults(replaced) == []


def test_a_log_without_its_file_does_no_harm(office: db.Database, kept: Path, tmp_path: Path) -> None:
    path = crashed(office, tmp_path / "crash")
    path.unlink()
    backup.restore(path, kept, NOW)
    assert offices.tables(path, journal_too=True) == offices.tables(kept, journal_too=True)
    path.unlink()
    path.with_name(path.name + "-wal").write_bytes(b"x" * 100)
    with pytest.raises(PtmanError) as refused:
        schema.create(path)
    assert refused.value.code == "file-exists"


def test_restoring_keeps_what_it_replaces_each_time(office_path: Path, kept: Path) -> None:
    office = office_path.with_name("other.ptman")
    shutil.copy(office_path, office)
    first = backup.restore(office, kept, NOW)
    second = backup.restore(office, kept, NOW)
    assert first is not None
    assert second is not None
    assert first != second
    assert "person" in offices.tables(first)
    with db.Database(office, who="王") as opened:
        opened.write(offices.add, "戊")
    assert not [name for name in offices.beside(office) if name.endswith((".restoring", ".part"))]


def test_a_damaged_file_is_kept_as_it_is(office_path: Path, kept: Path) -> None:
    damaged = office_path.with_name("damaged.ptman")
    damaged.write_bytes(b"\0" * 5000)
    replaced = backup.restore(damaged, kept, NOW)
    assert replaced is not None
    assert replaced.read_bytes() == b"\0" * 5000
    assert offices.tables(damaged) == offices.tables(kept)


def _sql(*statements: str) -> Callable[[Path], object]:
    def change(path: Path) -> None:
        connection = dbapi2.connect(str(path), isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        connection.close()

    return change


def _into_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


HOSTILE: dict[str, tuple[Callable[[Path], object], str]] = {
    "trigger": (_sql("CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM change; END"), "backup-untrusted"),
    "trigger by a known name": (
        _sql(
            "DROP TRIGGER disclosure_kept", "CREATE TRIGGER disclosure_kept AFTER INSERT ON person BEGIN SELECT 1; END"
        ),
        "backup-untrusted",
    ),
    "view": (
        _sql("CREATE VIEW v AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n FROM r) SELECT * FROM r"),
        "backup-untrusted",
    ),
    "virtual table": (_sql("CREATE VIRTUAL TABLE f USING fts5(a)"), "backup-untrusted"),
    "foreign": (_sql("PRAGMA application_id=1"), "db-foreign"),
    "newer": (_sql("UPDATE alembic_version SET version_num = '9999'"), "db-newer"),
    "no revision": (_sql("DROP TABLE alembic_version"), "db-damaged"),
    "text": (lambda path: path.write_text("名册\n" * 1000, encoding="utf-8"), "db-damaged"),
    "empty": (lambda path: path.write_bytes(b""), "db-foreign"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:50_000]), "db-damaged"),
    "gone": (lambda path: path.unlink(), "file-gone"),
    "a folder": (_into_a_folder, "file-gone"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_and_nothing_changes(office_path: Path, tmp_path: Path, kind: str) -> None:
    spoil, code = HOSTILE[kind]
    source = tmp_path / "hostile" / "source.ptman"
    source.parent.mkdir()
    shutil.copy(office_path, source)
    spoil(source)
    before: Any = (files.sha256(office_path), offices.beside(office_path))
    with pytest.raises(PtmanError) as refused:
        backup.restore(office_path, source, NOW)
    assert refused.value.code == code or (code, refused.value.code) == ("db-damaged", "backup-untrusted")
    assert (files.sha256(office_path), offices.beside(office_path)) == before


def test_a_file_in_use_is_never_the_target(office: db.Database, office_path: Path) -> None:
    link = office_path.with_name("link.ptman")
    link.symlink_to(office_path)
    for target in (office.path, link):
        with pytest.raises(PtmanError) as refused:
            backup.write(office.path, target)
        assert refused.value.code == "backup-target"
    other = office_path.with_name("other.ptman")
    with db.Database.create(other, who="王"), pytest.raises(PtmanError) as refused:
        backup.write(office.path, other)
    assert refused.value.code == "backup-target"
