"""Publishing a scenario: a draft for comments, then final through the same gate as any draft."""

import pytest
from sqlalchemy import select

from ptman import undo
from ptman.assign import publishing, scenario_hand, scenario_reading, scenario_solving, scenarios
from ptman.assign.problem import Role
from ptman.assign.scenario_hand import Turn
from ptman.assign.scenario_rows import State
from ptman.assign.store import Kept
from ptman.errors import PtmanError
from ptman.models import AcademicSupervisor, Supervision
from ptman.models.choices import Origin
from tests.ptman.assign.desk import TODAY, Desk, Small, standing
from tests.ptman.assign.test_scenarios import PLAIN, begun, opened, refused
from tests.ptman.test_journal import contents


@pytest.fixture
def small(desk: Desk) -> Small:
    return desk.small(2)


@pytest.mark.usefixtures("small")
def test_final_writes_the_records_and_closes_it(desk: Desk) -> None:
    key = begun(desk)
    desk.office.write(publishing.publish_draft, key, TODAY)
    assert opened(desk, key).row.state is State.DRAFT
    before = contents(desk.office)
    seen = desk.office.read(publishing.look, key, TODAY)
    assert desk.office.write(publishing.publish_final, seen, None, TODAY) == Kept(4, 2)
    row = opened(desk, key).row
    assert (row.state, row.finalised_on, row.drafted_on) == (State.FINAL, TODAY, TODAY)
    assert len(desk.office.read(standing)) == 6
    refused("scenario-closed", desk, scenarios.discard, key)
    desk.office.write(undo.undo, desk.office.read(undo.history)[0].number)
    assert contents(desk.office) == before


def test_hand_changes_are_kept_as_a_persons_with_the_reason(desk: Desk, small: Small) -> None:
    other = desk.academic("王强", max_students=30)
    key, who = begun(desk), small.students[0]
    wanted = next(one for one in (other, small.academic) if one != opened(desk, key).plan.answer.given[who].academic)
    desk.office.write(scenario_hand.put, key, Turn(who, Role.ACADEMIC, wanted, "课题需要"), TODAY)
    desk.office.write(publishing.publish_final, desk.office.read(publishing.look, key, TODAY), None, TODAY)
    [kept] = [
        one
        for one in desk.office.read(lambda s: list(s.scalars(select(Supervision))))
        if (one.student_id, one.academic_supervisor_id) == (who, wanted)
    ]
    assert kept.origin is Origin.HAND
    assert "课题需要" in (kept.reason or "")


def test_a_scenario_over_capacity_is_refused_whole(desk: Desk, small: Small) -> None:
    narrow = desk.academic("王强", max_students=0)
    key = begun(desk)
    for who in small.students:
        desk.office.write(scenario_hand.put, key, Turn(who, Role.ACADEMIC, narrow), TODAY)
    seen = desk.office.read(publishing.look, key, TODAY)
    refused("over-capacity", desk, publishing.publish_final, seen, None, TODAY)


def test_what_has_changed_since_is_looked_at_again(desk: Desk, small: Small) -> None:
    key = begun(desk)
    seen = desk.office.read(publishing.look, key, TODAY)
    desk.office.write(scenario_hand.put, key, Turn(small.students[0], Role.BASE, None), TODAY)
    refused("draft-stale", desk, publishing.publish_final, seen, None, TODAY)
    desk.change(AcademicSupervisor, small.academic, max_students=1)
    with pytest.raises(PtmanError) as stale:
        desk.office.read(publishing.look, key, TODAY)
    assert stale.value.code == "scenario-stale"
    desk.office.write(scenario_solving.solve, key, TODAY)
    assert not desk.office.read(publishing.look, key, TODAY).stale


def test_an_unsolved_one_is_not_published(desk: Desk, small: Small) -> None:
    key = desk.office.write(scenarios.begin, 2026, "甲", PLAIN)
    refused("scenario-unsolved", desk, publishing.publish_draft, key, TODAY)
    assert desk.office.read(scenario_reading.opened, key, TODAY).plan.with_base == 0
    assert len(small.students) == len(desk.office.read(scenario_reading.opened, key, TODAY).plan.situation.students)
