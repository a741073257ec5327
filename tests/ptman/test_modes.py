"""Every file that the program makes is its owner's alone, whatever the system's habit is."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ptman import backup, db, files, settings
from tests.ptman import offices

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
NOW = datetime(2026, 9, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): oct(path.stat().st_mode & 0o777)
        for path in folder.rglob("*")
        if path.stat().st_mode & 0o777 != (0o700 if path.is_dir() else 0o600)
    }


def test_all_files_are_private_while_they_are_open_and_afterwards(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "office.ptman"
    with db.Database.create(path, who="王") as office:
        office.write(offices.add)
        office.back_up("import")
        with db.Database(path, who="看", look=True) as looking:
            looking.read(offices.tables_named)
            backup.write(path, tmp_path / "copy.ptman")
            assert {name for name in offices.beside(path) if name.startswith("office")} == {
                "office.ptman",
                "office.ptman-backups",
                "office.ptman-lock",
                "office.ptman-shm",
                "office.ptman-wal",
            }
            assert modes(tmp_path) == {}
    backup.restore(path, tmp_path / "copy.ptman", NOW)
    settings.remember(path)
    files.write_atomically(tmp_path / "list.xlsx", b"x")
    assert modes(tmp_path) == {}
    assert modes(home) == {}
    assert len(list(tmp_path.rglob("*"))) >= 9
