"""What was reached is counted from the records, never guessed; figures are recorded and targets carried on."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.aspects.scoreboard import board, keeping, measures, sheet
from ptman.aspects.scoreboard.board import Source
from ptman.aspects.scoreboard.spans import Span
from ptman.errors import PtmanError
from ptman.models import CoopTask, Supervision
from ptman.models.choices_cooperation import Measure
from ptman.register import agenda
from ptman.rules.targets import Standing
from tests import makers
from tests.ptman.aspects.negotiation import meeting_office
from tests.ptman.aspects.scoreboard import scoreboard_office
from tests.ptman.aspects.scoreboard.scoreboard_office import TODAY


@pytest.fixture
def made(office: db.Database) -> db.Database:
    office.write(scoreboard_office.make)
    return office


def test_each_target_stands_as_its_figures_say(made: db.Database) -> None:
    drawn = made.read(board.board, None, TODAY)
    found = {task.number: (task.reached, task.standing, task.source) for task in drawn.tasks}
    assert found == {
        "2026-A5-01": (500, Standing.UNDER_WAY, Source.COUNTED),
        "2026-A6a-01": (10, Standing.LATE, Source.COUNTED),
        "2026-H3-01": (20, Standing.MET, Source.ENTERED),
        "2026-X1-01": (None, Standing.UNKNOWN, Source.NONE),
        "2026-X1-02": (None, Standing.DROPPED, Source.NONE),
    }
    assert [(side.code, side.met, side.sought) for side in drawn.sides] == [
        ("A5", 0, 1),
        ("A6a", 0, 1),
        ("H3", 1, 1),
        ("X1", 0, 1),
    ]
    assert (drawn.year, drawn.years) == (2026, (2026,))


def test_another_pair_raises_the_share(made: db.Database) -> None:
    def pair(session: Session) -> None:
        student = session.scalars(select(makers.Student).where(makers.Student.student_no == "22660002")).one()
        for one in session.scalars(select(Supervision)).all():
            guide = one.academic_supervisor_id, one.industry_supervisor_id
            values = dict(zip(("academic_supervisor_id", "industry_supervisor_id"), guide, strict=True))
            session.add(
                Supervision(student_id=student.id, role=one.role, starts_on=one.starts_on, origin=one.origin, **values)
            )

    made.write(pair)
    assert next(iter(made.read(board.board, 2026, TODAY).tasks)).reached == 1000


def test_a_year_that_is_over_or_to_come_is_not_told_by_what_stands_now(made: db.Database) -> None:
    for year in (2025, 2027):
        found = made.read(measures.counted, Span(year, TODAY))
        assert found[Measure.PAIRED] is None
        assert found[Measure.BASES] is None
    assert made.read(measures.counted, Span(2027, TODAY)) == dict.fromkeys(measures.MEASURES)


def test_every_measure_answers_in_an_empty_office_and_in_a_full_one(office: db.Database) -> None:
    empty = office.read(measures.counted, Span(2026, TODAY))
    assert {value for value in empty.values() if value} == set()
    office.write(meeting_office.make)
    full = office.read(measures.counted, Span(2026, TODAY))
    assert full[Measure.MEETINGS] == 10
    assert full[Measure.BASES] == 10


def test_recorded_figures_stay_as_the_office_goes_on(made: db.Database) -> None:
    assert made.write(keeping.record, 2026, TODAY) == 2
    made.write(lambda session: session.delete(session.scalars(select(Supervision)).first()))
    task = next(iter(made.read(board.board, 2026, TODAY).tasks))
    assert (task.reached, task.now, task.source) == (500, 0, Source.RECORDED)
    with pytest.raises(PtmanError, match="Nothing was changed"):
        made.write(keeping.record, 2026, TODAY)
    made.write(undo.undo, made.read(undo.history)[1].number)
    assert next(iter(made.read(board.board, 2026, TODAY).tasks)).source is Source.COUNTED


def test_targets_are_carried_to_the_next_year(made: db.Database) -> None:
    carried = made.write(keeping.carry, 2026, 2027)
    assert (carried.made, carried.left) == (4, ())
    drawn = made.read(board.board, 2027, TODAY)
    assert [(task.number, task.aim, task.standing) for task in drawn.tasks][:2] == [
        ("2027-A5-01", 1000, Standing.UNKNOWN),
        ("2027-A6a-01", 20, Standing.UNKNOWN),
    ]
    assert drawn.tasks[1].due == date(2027, 6, 30)
    assert drawn.years == (2027, 2026)
    with pytest.raises(PtmanError, match="can be carried"):
        made.write(keeping.carry, 2026, 2027)


@pytest.mark.parametrize(
    ("number", "found"), [("2026-A1-01", "2027-A1-01"), ("A1-01", "2027-A1-01"), ("X2026/2026", "X2027/2026")]
)
def test_numbers_bear_the_year(number: str, found: str) -> None:
    assert keeping.renumbered(number, 2026, 2027) == found


def test_the_leap_day_has_no_like_in_other_years(office: db.Database) -> None:
    office.write(scoreboard_office.task, "2028-1", year=2028, due_on=date(2028, 2, 29))
    office.write(keeping.carry, 2028, 2029)
    assert office.read(board.board, 2029, TODAY).tasks[0].due == date(2029, 2, 28)


def test_targets_fall_due_on_the_agenda_until_they_are_done(made: db.Database) -> None:
    found = [item.title for item in made.read(agenda.items, TODAY) if item.noun == "coop_task"]
    assert found == ["2026-A6a-01 建设实训基地"]


def test_the_list_says_what_the_board_shows(made: db.Database) -> None:
    listing = made.read(sheet.listing, 2026, TODAY)
    at = [listing.index(key) for key in ("number", "reached", "unit", "share")]
    shown = [tuple(str(row.cells[i]) for i in at[:2]) for row in listing.rows]
    assert shown[0] == ("2026-A5-01", "50.0")
    assert listing.rows[0].cells[at[3]] == "50%"
    assert [one.zh for one in map(sheet.figures, made.read(board.board, 2026, TODAY).tasks)][:3] == [
        "50% / 100%",
        "1 / 2 个",
        "2 / 2 场",
    ]


def test_without_measure_and_indicator_nothing_is_kept(office: db.Database) -> None:
    with pytest.raises(Exception, match="indicator"):
        office.write(scoreboard_office.task, "1", measure=None)
    assert office.read(lambda session: session.scalars(select(CoopTask)).all()) == []
