"""A program killed at any moment of a batch issue leaves no number used twice and none lost without a record."""

import os
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import backup, db, journal
from ptman.letters import store
from ptman.models import IssuedDocument, Placement
from ptman.models.choices import PlacementStatus
from tests.ptman import dying
from tests.ptman.letters import sending

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
ROUNDS = 4
BATCH = [f"工院函〔2026〕{number}号" for number in (1, 2, 3)]


@pytest.mark.parametrize(("work", "rounds"), [("issuing", ROUNDS), ("issuing_abreast", 2)])
def test_a_killed_batch_issue_takes_all_numbers_or_none(office_path: Path, work: str, rounds: int) -> None:
    with db.Database(office_path, who="王") as office:
        office.write(sending.placed, {host: (f"赵{host[0]}",) for host in sending.hosts(3)})
    whole = office_path.read_bytes()
    with dying.program(work, office_path) as program:
        points = dying.at(program, dying.NEVER)
        assert points is not None
        assert issued(office_path) == BATCH
        for point in _moments(points, rounds):
            _put_back(office_path, whole)
            assert dying.at(program, point) is None
            before = issued(office_path)
            assert before in ([], BATCH)
            assert (point == points - 1) <= (before == BATCH)  # after the commit nothing is lost
            _goes_on(office_path)


def _moments(points: int, rounds: int) -> list[int]:
    """Spread over the whole issue; and around its commit, each one."""
    return sorted({*range(0, points - 3, max(1, points // rounds)), points - 3, points - 2, points - 1})


def _goes_on(path: Path) -> None:
    """The office is sound, and the next issue gives every letter its number, each once and without a gap."""
    assert backup.faults(path) == []
    with db.Database(path, who="王") as office:
        assert office.read(journal.broken_links) == ()
        office.write(store.issue, office.read(store.draft, 2026, sending.TODAY), None, sending.TODAY)
        assert office.read(_numbers) == BATCH
        assert office.read(_waiting) == 0


def _numbers(session: Session) -> list[str]:
    return list(session.scalars(select(IssuedDocument.doc_no).order_by(IssuedDocument.seq)))


def _waiting(session: Session) -> int:
    return len(session.scalars(select(Placement).where(Placement.status == PlacementStatus.PLANNED)).all())


def issued(path: Path) -> list[str]:
    with db.Database(path, who="看", look=True) as office:
        return office.read(_numbers)


def _put_back(path: Path, whole: bytes) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.write_bytes(whole)
