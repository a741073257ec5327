"""When a supervisor leaves, as few move as can, letters and people are named, and all of it can be undone at once."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.aspects.double import consequences, departing, leaving, papers
from ptman.aspects.double.consequences import Consequences, Rehearsed
from ptman.aspects.double.leaving_rows import Foreseen, Leaving
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.models import AcademicSupervisor, Appointment, IndustrySupervisor, Student, Supervision
from ptman.models.choices import AppointmentStatus, Role
from ptman.reports import pages
from tests import makers
from tests.ptman.aspects.double import double_office
from tests.ptman.aspects.double.double_office import LEAVES, TODAY, Made
from tests.ptman.offices import tables


def _leaves(made: Made, on: date = LEAVES) -> Leaving:
    return Leaving("industry_supervisor", made.leaver, on, "调离")


def _rehearsed(office: db.Database, seen: Foreseen) -> Consequences:
    with pytest.raises(Rehearsed) as told:
        office.write(consequences.rehearse, seen, TODAY)
    return told.value.found


def _guided(session: Session, who: str) -> list[tuple[date, date | None]]:
    query = select(Supervision).where(
        (Supervision.industry_supervisor_id == who) | (Supervision.academic_supervisor_id == who)
    )
    return sorted((one.starts_on, one.ends_on) for one in session.scalars(query))


def test_all_who_can_are_handed_over_and_nobody_else_moves(office: db.Database) -> None:
    made = office.write(double_office.make)
    double_office.send(office)
    before = tables(office.path)
    seen = office.read(leaving.draft, _leaves(made))
    assert {(one.role.value, one.old, one.new) for one in seen.moves} == {("industry", "周明", "高建国")}
    assert (seen.students, seen.least, seen.vacant) == (3, True, ())
    found = _rehearsed(office, seen)
    assert tables(office.path) == before  # a rehearsal leaves no trace
    (letter,) = found.letters
    assert any("高建国" in change.new for change in letter.changes)
    assert {one.name for one in found.people} >= {"周明", "高建国", "赵雨桐", "钱思远", "孙若溪", "沈默"}
    assert next(one.mobile for one in found.people if one.name == "沈默") == "13800000001"
    assert len(found.agreements) == 1
    assert office.write(departing.apply, seen, TODAY) == 3
    assert office.read(_guided, made.takes) == [(LEAVES, None)] * 3
    assert {end for _, end in office.read(_guided, made.leaver)} == {LEAVES}
    term = office.read(
        lambda session: session.scalars(
            select(Appointment).where(Appointment.industry_supervisor_id == made.leaver)
        ).one()
    )
    assert (term.term_end, term.end_reason) == (LEAVES - timedelta(days=1), "调离")
    back = office.read(undo.standing).back
    assert back is not None
    office.write(undo.undo, back.number)
    assert office.read(_guided, made.takes) == []
    assert {end for _, end in office.read(_guided, made.leaver)} == {None}


def test_where_places_are_short_somebody_is_left_and_the_reason_given(office: db.Database) -> None:
    made = office.write(double_office.make)

    def narrow(session: Session) -> None:
        session.get_one(IndustrySupervisor, made.takes).max_students = 2

    office.write(narrow)
    seen = office.read(leaving.draft, _leaves(made, TODAY))
    (alone,) = seen.vacant
    assert (seen.students, alone.old, alone.new) == (3, "周明", "")
    assert alone.why.zh
    office.write(departing.apply, seen, TODAY)
    term = office.read(
        lambda session: session.scalars(
            select(Appointment).where(Appointment.industry_supervisor_id == made.leaver)
        ).one()
    )
    assert (term.status, term.ended_on) == (AppointmentStatus.ENDED, TODAY - timedelta(days=1))


def test_a_pairing_that_cannot_be_made_anew_stays_with_others(office: db.Database) -> None:
    """The term of somebody else ends before the day: their students are another matter."""
    made = office.write(double_office.make)
    office.write(double_office.ends, made.leaver, date(2027, 1, 31))
    seen = office.read(leaving.draft, Leaving("academic_supervisor", made.academic, LEAVES))
    assert {(one.role.value, one.new) for one in seen.moves} == {("academic", "王芳")}
    office.write(departing.apply, seen, TODAY)
    assert {end for _, end in office.read(_guided, made.leaver)} == {None}
    assert office.read(lambda session: session.get_one(AcademicSupervisor, made.academic).max_students) == 0


def test_what_has_changed_since_is_not_overrun(office: db.Database) -> None:
    made = office.write(double_office.make)
    seen = office.read(leaving.draft, _leaves(made))
    office.write(double_office.ends, made.takes, date(2027, 1, 31))
    with pytest.raises(PtmanError) as told:
        office.write(departing.apply, seen, TODAY)
    assert told.value.code == "draft-stale"
    with pytest.raises(PtmanError) as nobody:
        office.read(leaving.draft, Leaving("industry_supervisor", made.elsewhere, LEAVES))
    assert nobody.value.code == "guides-nobody"


@pytest.mark.parametrize("lang", list(Lang))
def test_whom_to_tell_goes_on_paper(office: db.Database, lang: Lang) -> None:
    made = office.write(double_office.make)
    seen = office.read(leaving.draft, _leaves(made))
    paper = office.read(papers.tell_of, (seen, _rehearsed(office, seen)), TODAY, lang)
    assert pages.pdf(paper).startswith(b"%PDF")


def test_co_supervision_ends_too(office: db.Database) -> None:
    made = office.write(double_office.make)

    def beside(session: Session) -> None:
        student = session.get_one(Student, made.students[0])
        makers.supervision(session, student, session.get_one(AcademicSupervisor, made.academic), role=Role.ACADEMIC_CO)

    office.write(beside)
    seen = office.read(leaving.draft, Leaving("academic_supervisor", made.academic, LEAVES))
    office.write(departing.apply, seen, TODAY)
    assert {end for _, end in office.read(_guided, made.academic)} == {LEAVES}
