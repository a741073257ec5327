"""A program killed while it keeps an import leaves none of it, or after the commit all of it."""

import os
from pathlib import Path

import pytest

from ptman import backup, db, journal, undo
from tests.ptman import dying, offices, rosters

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
ROUNDS = 5


def test_a_killed_import_leaves_none_of_it(office_path: Path, tmp_path: Path) -> None:
    with db.Database(office_path, who="王") as office:
        office.write(offices.add)
    before = offices.tables(office_path, journal_too=True)
    whole = office_path.read_bytes()
    with dying.program("importing", office_path, rosters.workbook(tmp_path / "名册.xlsx")) as program:
        points = dying.at(program, dying.NEVER)
        assert points is not None
        assert students(office_path) == rosters.STUDENTS
        for point in _moments(points):
            _put_back(office_path, whole)
            assert dying.at(program, point) is None
            assert offices.tables(office_path, journal_too=True) == before
            _is_sound(office_path)
        _put_back(office_path, whole)
        assert dying.at(program, points - 1) is None  # just after its commit
        assert students(office_path) == rosters.STUDENTS
    _is_sound(office_path)


def _moments(points: int) -> list[int]:
    """From the opening of the file to the moment before the commit, which is the last but one."""
    return sorted({*range(0, points - 2, max(1, points // ROUNDS)), points - 2})


def _put_back(path: Path, whole: bytes) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.write_bytes(whole)


def students(path: Path) -> int:
    with db.Database(path, who="看", look=True) as office:
        return office.read(rosters.students)


def _is_sound(path: Path) -> None:
    assert backup.faults(path) == []
    with db.Database(path, who="王") as office:
        assert office.read(journal.broken_links) == ()
        again = office.write(offices.add, "又一人")
        assert again
        assert office.read(undo.history)[0].in_force
