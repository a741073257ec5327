"""A row of a scenario that ends what stands: first in the list, ticked, to be left."""

import dataclasses

import pytest

from ptman import db
from ptman.assign import scenario_reading, scenario_solving, scenarios
from ptman.assign.scenarios import Settings
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
    key = office.write(scenarios.begin, 2026, "甲", Settings(seed="1", again=True))
    office.write(scenario_solving.solve, key, TODAY)
    return proposal.opened(office.read(scenario_reading.opened, key, TODAY))


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


def test_what_was_left_stays_left(ending: Proposal) -> None:
    key = proposed.proposed(ending)[0].id
    left = proposal.take(ending, [key], on=False)
    assert left == dataclasses.replace(ending, taken=ending.taken - {key})
    assert proposal.take(left, [key], on=True) == ending
