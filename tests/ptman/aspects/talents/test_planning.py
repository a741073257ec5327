"""Milestones drawn from the plan: whose, due when, what opens, what the records already say, and drawn again."""

from datetime import date

import pytest
from sqlalchemy import select

from ptman import db, undo
from ptman.aspects.talents import acting, planning, reading
from ptman.aspects.talents.rows import Shade
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.models import Milestone, PlanMilestone, TrainingPlan
from ptman.models.choices_talents import MilestoneStatus
from ptman.register import moving
from tests import makers
from tests.ptman.aspects.talents import talent_office
from tests.ptman.aspects.talents.talent_office import TODAY


def _states(session: db.Session, student: str) -> dict[str, tuple[str, date | None]]:
    mine = select(Milestone).where(Milestone.student_id == student)
    return {one.def_code: (str(one.status), one.due_on) for one in session.scalars(mine)}


def test_a_cohort_gets_the_milestones_of_its_plan(office: db.Database) -> None:
    ids = talent_office.planned(office)
    paired, alone = office.read(_states, ids["paired"]), office.read(_states, ids["alone"])
    assert len(paired) == 18
    assert "acceptance" not in paired  # it belongs to the other route
    assert paired["registration"] == ("passed", date(2024, 9, 1))
    assert (paired["supervisor_assigned"][0], alone["supervisor_assigned"][0]) == ("passed", "open")
    assert alone["midterm"] == ("open", date(2026, 6, 1))
    assert alone["draft"] == ("open", date(2027, 1, 1))  # within 60 days
    assert alone["plagiarism"] == ("not_due", date(2027, 2, 1))
    assert office.read(_states, ids["new"]) == {}


def test_drawn_again_it_only_brings_up_to_date(office: db.Database) -> None:
    ids = talent_office.planned(office)
    again = office.read(planning.draft, 2024, TODAY)
    assert {one.fate for one in again.draft.items} == {Fate.UNCHANGED}
    later = office.read(planning.draft, 2024, date(2026, 12, 15))
    assert {one.fate for one in later.draft.items} == {Fate.CHANGED}
    office.write(planning.keep, later, later.draft.preset(), date(2026, 12, 15))
    assert office.read(_states, ids["alone"])["plagiarism"][0] == "open"
    done = undo.next_undo(office.read(undo.history))
    assert done is not None
    office.write(undo.undo, done.number)
    assert office.read(_states, ids["alone"])["plagiarism"][0] == "not_due"


def _own_plan(session: db.Session) -> None:
    everybody = makers.added(session, TrainingPlan(plan_no="PY", name="通用", from_cohort=2020))
    own = makers.added(
        session, TrainingPlan(plan_no="PY-0854", name="电子信息", from_cohort=2020, category_code="0854")
    )
    session.add(PlanMilestone(plan_id=everybody.id, def_code="proposal", months_after=10))
    session.add(PlanMilestone(plan_id=own.id, def_code="proposal", months_after=20))
    session.add(PlanMilestone(plan_id=own.id, def_code="midterm", wanted=False))


def test_the_closest_plan_counts_and_moved_days_are_asked_about(office: db.Database) -> None:
    ids = talent_office.planned(office)
    office.write(_own_plan)
    drawn = office.read(planning.draft, 2024, TODAY)
    moved = [one for one in drawn.draft.items if one.fate is Fate.CONFLICT]
    assert [len(one.differences) for one in moved] == [1, 1]
    assert drawn.draft.preset() == frozenset()
    office.write(planning.keep, drawn, {moved[0].key}, TODAY)
    days = {office.read(_states, ids[name])["proposal"][1] for name in ("paired", "alone")}
    assert days == {date(2025, 12, 1), date(2026, 5, 1)}
    fresh = office.read(planning.draft, 2026, TODAY)
    (item,) = fresh.draft.items
    assert len(item.differences) == 17


def test_facts_pass_what_was_open(office: db.Database) -> None:
    ids = talent_office.planned(office)
    office.write(_pair, ids["alone"])
    drawn = office.read(planning.draft, 2024, TODAY)
    office.write(planning.keep, drawn, drawn.draft.preset(), TODAY)
    assert office.read(_states, ids["alone"])["supervisor_assigned"][0] == "passed"
    (cell,) = [one for one in office.read(reading.attempts, ids["alone"], TODAY) if one.code == "supervisor_assigned"]
    assert [one.step.zh for one in office.read(moving.log, "milestone", cell.ref.id)] == ["通过", "提交"]


def _pair(session: db.Session, student: str) -> None:
    from ptman.models import Student

    one = session.get_one(Student, student)
    makers.supervision(session, one, makers.academic(session, "0100002", "王平"))
    makers.supervision(
        session, one, makers.appointed(session, "QY002", "赵强", organisation=makers.organisation(session, "乙公司"))
    )


def test_several_are_acted_on_at_once(office: db.Database) -> None:
    talent_office.planned(office)
    found = office.read(reading.matrix, 2024, TODAY)
    at = [one.code for one in found.steps].index("midterm")
    assert found.overdue == 2
    figures = found.figures[at]
    assert (figures.of(Shade.OVERDUE), figures.of(Shade.DONE)) == (2, 0)
    refs = [cell.ref for row in found.rows if (cell := row.cells[at]) is not None]
    with pytest.raises(PtmanError) as caught:
        office.write(acting.extend, refs, TODAY, TODAY, "课题调整")
    assert caught.value.code == "day-not-later"
    with pytest.raises(PtmanError) as caught:
        office.write(acting.extend, refs, date(2027, 1, 15), TODAY, " ")
    assert caught.value.code == "move-needs-reason"
    assert office.write(acting.extend, refs, date(2027, 1, 15), TODAY, "课题调整") == 2
    again = office.read(reading.matrix, 2024, TODAY)
    cells = [cell for row in again.rows if (cell := row.cells[at]) is not None]
    assert {(one.due_on, one.delays, one.status) for one in cells} == {(date(2027, 1, 15), 1, MilestoneStatus.OPEN)}
    office.write(moving.move_all, [one.ref for one in cells], "submit", TODAY)
    figures = office.read(reading.matrix, 2024, TODAY).figures[at]
    assert figures.of(Shade.SUBMITTED) == 2
