"""The practice ledger of a student: which days count, by state, interruption, form and study mode, to the day."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ptman import db, ledgers
from ptman.models import Placement, PlacementInterruption
from ptman.models.choices import PlacementStatus, StudyMode
from ptman.models.choices_placements import PracticeForm
from ptman.rules.findings import Standing
from ptman.rules.practice.ledger import BarKind
from tests import makers

TODAY = date(2028, 9, 1)
FIRST, SECOND = (date(2027, 9, 1), date(2028, 2, 29)), (date(2028, 3, 1), date(2028, 8, 31))
PROJECT, STAY = PracticeForm.PROJECT_RESEARCH, PracticeForm.INDUSTRY_INTERNSHIP


def placed(session: Session, **student: object) -> tuple[str, list[str]]:
    """A student with two finished placements of half a year each, the second as project research."""
    who, base = makers.student(session, **student), makers.base(session)
    found = []
    for name, (start, end), form in (("一", FIRST, STAY), ("二", SECOND, PROJECT)):
        period = makers.period(session, name, starts_on=start, ends_on=end)
        one = makers.placement(session, who, base, period, status=PlacementStatus.FINISHED, practice_form=form)
        found.append(one.id)
    return who.id, found


def change(session: Session, key: str, **values: object) -> None:
    record = session.get_one(Placement, key)
    for name, value in values.items():
        setattr(record, name, value)


def pause(session: Session, key: str, start: date, end: date | None) -> None:
    session.add(PlacementInterruption(placement_id=key, starts_on=start, ends_on=end))


def lengths(office: db.Database, who: str, today: date = TODAY) -> tuple[tuple[int, int], tuple[int, int]]:
    found = office.read(ledgers.ledger, who, today)
    return tuple(found.length()), tuple(found.length(project=True))  # type: ignore[return-value]  # two numbers each


def test_two_halves_make_a_year_and_the_second_is_project_research(office: db.Database) -> None:
    who, _ = office.write(placed)
    assert lengths(office, who) == ((12, 0), (6, 0))
    found = office.read(ledgers.ledger, who, TODAY)
    assert {one.code: one.standing for one in found.findings if one.severity == "block"} == {
        "practice.min_months": Standing.MET,
        "practice.min_project_months": Standing.MET,
    }
    assert ledgers.requirement_met(found)
    assert found.summary.zh == "12 个月，其中项目研究 6 个月"


@pytest.mark.parametrize(
    ("status", "today", "counted"),
    [
        (PlacementStatus.CANCELLED, TODAY, (6, 0)),
        (PlacementStatus.REJECTED, TODAY, (6, 0)),
        (PlacementStatus.TERMINATED, TODAY, (12, 0)),
        # Nobody has practised what was only planned, even when its time is past.
        (PlacementStatus.PLANNED, TODAY, (6, 0)),
        (PlacementStatus.READY, date(2028, 6, 1), (6, 0)),
        (PlacementStatus.DISPATCHED, date(2028, 5, 31), (9, 0)),
    ],
)
def test_the_state_decides_what_counts(
    office: db.Database, status: PlacementStatus, today: date, counted: tuple[int, int]
) -> None:
    who, (_, second) = office.write(placed)
    office.write(change, second, status=status)
    assert lengths(office, who, today)[0] == counted


def test_what_ended_early_counts_to_its_last_day(office: db.Database) -> None:
    who, (_, second) = office.write(placed)
    office.write(change, second, status=PlacementStatus.TERMINATED, left_on=date(2028, 3, 31))
    assert lengths(office, who) == ((7, 0), (1, 0))
    office.write(change, second, left_on=date(2028, 2, 10))  # before it began
    assert lengths(office, who) == ((6, 0), (0, 0))


def test_interruptions_are_taken_out_and_shown(office: db.Database) -> None:
    who, (first, second) = office.write(placed)
    office.write(pause, first, date(2027, 10, 1), date(2027, 10, 31))
    office.write(pause, second, date(2028, 8, 1), None)  # it lasts: to the end of the placement
    assert lengths(office, who)[0] == (10, 0)
    kinds = [one.kind for one in office.read(ledgers.ledger, who, TODAY).ledger.bars]
    assert kinds.count(BarKind.INTERRUPTION) == 2


def test_days_are_counted_once_where_placements_overlap(office: db.Database) -> None:
    who, (_, second) = office.write(placed)
    office.write(change, second, starts_on=date(2028, 2, 1))
    assert lengths(office, who)[0] == (12, 0)
    found = office.read(ledgers.ledger, who, TODAY).ledger
    assert [(one.start, one.end) for one in found.overlaps] == [(date(2028, 2, 1), date(2028, 2, 29))]


@pytest.mark.parametrize(("mode", "months"), [(StudyMode.FULL_TIME, 6), (StudyMode.PART_TIME, 12)])
def test_the_own_post_counts_for_part_time_students_only(office: db.Database, mode: StudyMode, months: int) -> None:
    who, (first, _) = office.write(placed, study_mode=mode)
    office.write(change, first, practice_form=PracticeForm.OWN_POST)
    assert lengths(office, who)[0] == (months, 0)


def test_many_are_read_together_as_one_by_one(office: db.Database) -> None:
    who, _ = office.write(placed)
    other = office.write(lambda session: makers.student(session, "22660002", "李四").id)
    found = office.read(ledgers.ledgers, [who, other], TODAY)
    assert found[who] == office.read(ledgers.ledger, who, TODAY)
    assert found[other].placed == ()
    assert not ledgers.requirement_met(found[other])
