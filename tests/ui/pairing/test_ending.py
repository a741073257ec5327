"""A row of a proposal that ends what stands: first in the list, ticked, to be left, never to be locked."""

import dataclasses

import pytest

from ptman import db
from ptman.assign import store
from ptman.assign.request import Request
from ptman.models import AcademicSupervisor
from tests.ptman.assign.desk import TODAY, Desk
from ui.pairing import proposal, proposed
from ui.pairing.proposal import Proposal


@pytest.fixture
def ending(office: db.Database) -> Proposal:
    """One place; the first student has it, the second wants it, and everything may move."""
    desk = Desk(office)
    small = desk.small(2)
    desk.change(AcademicSupervisor, small.academic, max_students=1)
    desk.supervise(small.students[0], academic=small.academic)
    desk.wish(small.students[1], 1, academic_supervisor_id=small.academic)
    return proposal.opened(office.read(store.draft, 2026, TODAY, Request(again=True)))


def test_it_comes_first_and_says_whom_it_takes_away(ending: Proposal) -> None:
    row = proposed.proposed(ending)[0]
    assert (row.name, row.old, row.new, row.ticked, row.rank) == ("赵一", "李伟", "", True, "none")
    assert row.why.zh.startswith("现有安排解除；")
    assert "李伟 → 空缺" in row.spoken().zh


def test_leaving_it_speaks_against_giving_its_place_away(ending: Proposal) -> None:
    key = proposed.proposed(ending)[0].id
    assert proposal.objection(ending) is None
    against = proposal.objection(proposal.take(ending, [key], on=False))
    assert against is not None
    assert "名额只有 1 个" in against.zh


def test_it_cannot_be_locked(ending: Proposal) -> None:
    key = proposed.proposed(ending)[0].id
    assert proposal.turn_lock(ending, key) == ending
    given = next(row.id for row in proposed.proposed(ending) if row.new)
    assert proposal.turn_lock(ending, given) == dataclasses.replace(ending, locked=frozenset({given}))
