"""The lists of students and supervisors: what they show, how rows are tagged and found, what stays hidden."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from ptman import db
from ptman.labels import Label
from ptman.listing import Listing, Load, Row, Value
from ptman.models import Person
from ptman.models.choices import AppointmentStatus, StudentStatus
from ptman.register import lists, parameters
from tests import makers

Ids = Callable[..., str]


def row(listing: Listing, key: str, value: object) -> Row:
    at = listing.index(key)
    return next(one for one in listing.rows if one.cells[at] == value)


def cells(listing: Listing, found: Row, *keys: str) -> tuple[Value, ...]:
    return tuple(found.cells[listing.index(key)] for key in keys)


def cohort(session: Session) -> None:
    """One complete student, one with nothing, one new, one withdrawn, one of the year before."""
    academic, industry = makers.academic(session), makers.appointed(session)
    base, period = makers.base(session), makers.period(session)
    whole = makers.student(session, "22660001", person=_guarded(session))
    makers.supervision(session, whole, academic)
    makers.supervision(session, whole, industry)
    makers.placement(session, whole, base, period)
    makers.student(session, "22660002", "王浩然")
    makers.student(session, "22660003", "周子涵", enrolled_on=date(2026, 12, 1))
    makers.student(session, "22660004", "吴欣怡", status=StudentStatus.WITHDRAWN)
    makers.student(session, "22650001", "郑思远", cohort_year=2025, retired_on=date(2026, 10, 1))


def _guarded(session: Session) -> Person:
    return makers.person(session, id_type="resident_id", id_number=makers.resident_id())


def test_students_show_who_guides_them_and_what_is_missing(office: db.Database, today: date) -> None:
    office.write(cohort)
    found = office.read(lists.students, today, 2026)
    whole, bare, new, gone = found.rows
    shown = cells(found, whole, "name", "academic", "industry", "industry_organisation", "base", "waited", "category")
    assert shown[:6] == ("张雨桐", "李伟", "陈静", "星河通信有限公司", "星河实践基地", None)
    assert isinstance(shown[6], Label)
    assert whole.tags == {"complete", "current"}
    assert {"no-academic-late", "no-industry-late", "no-base"} <= bare.tags
    assert cells(found, bare, "waited") == (110,)
    assert "no-academic-new" in new.tags
    assert gone.tags == {"current"}


def test_identity_numbers_are_masked_unless_asked_for(office: db.Database, today: date) -> None:
    office.write(cohort)
    masked, whole = (office.read(lists.students, today, unmasked=flag) for flag in (False, True))
    assert cells(masked, masked.rows[0], "id_number") == ("990***********0014",)
    assert cells(whole, whole.rows[0], "id_number") == (makers.resident_id(),)
    assert all(makers.resident_id() not in one.find for one in (*masked.rows, *whole.rows))


def test_retired_records_are_shown_on_request(office: db.Database, today: date) -> None:
    office.write(cohort)
    assert len(office.read(lists.students, today).rows) == 4
    listing = office.read(lists.students, today, retired=True)
    assert [row.tags for row in listing.tagged("retired").rows] == [{"retired"}]
    assert {tag: count for tag, _, count in lists.chips(listing)} == {
        "current": 4,
        "no-academic": 2,
        "no-industry": 2,
        "no-base": 2,
        "complete": 1,
        "doubtful": 0,
        "retired": 1,
    }
    assert office.read(lists.cohorts) == (2026, 2025)


@pytest.mark.parametrize("text", ["雨桐", "zhangyutong", "ZYT", "2266 0001", "李伟", "xinghe", "xhtx", "星河 zyt"])
def test_a_student_is_found_by(office: db.Database, today: date, text: str) -> None:
    office.write(cohort)
    found = office.read(lists.students, today).searched(text)
    assert [cells(found, one, "name") for one in found.rows] == [("张雨桐",)]


def test_overdue_is_a_matter_of_the_students_own_cohort(office: db.Database, today: date) -> None:
    office.write(cohort)
    office.write(parameters.set_value, "supervisor.assign_within_days", "120", 2026)
    assert len(office.read(lists.students, today).tagged("no-academic-waiting").rows) == 1


def handover(session: Session) -> None:
    student = makers.student(session)
    for number, name, first, last in (
        ("01001", "李伟", "2026-09-01", "2026-12-20"),
        ("01002", "王芳", "2026-12-20", None),
        ("01003", "周明", "2027-01-01", "2027-01-01"),
    ):
        end = date.fromisoformat(last) if last else None
        supervisor = makers.academic(session, number, name)
        makers.supervision(session, student, supervisor, starts_on=date.fromisoformat(first), ends_on=end)


def test_on_the_day_of_a_handover_the_successor_counts(office: db.Database, today: date) -> None:
    office.write(handover)
    found = office.read(lists.students, today)
    assert cells(found, found.rows[0], "academic", "academic_no") == ("王芳", "01002")
    loads = office.read(lists.academic_supervisors, today)
    assert [cells(loads, one, "load")[0] for one in loads.rows] == [Load(0, 3), Load(1, 3), Load(0, 3)]


def test_both_supervisors_with_term_and_day(office: db.Database, today: date) -> None:
    office.write(cohort)
    found = office.read(lists.double_supervisors, today, 2026)
    assert [cells(found, one, "student_no")[0] for one in found.rows] == ["22660001", "22660002", "22660003"]
    shown = cells(found, found.rows[0], "academic_department", "industry_organisation", "term", "decided_on")
    assert shown == ("工程师学院", "星河通信有限公司", "2026-09-01–2029-08-31", makers.ENROLLED)


def terms(session: Session) -> None:
    ends = date(2027, 1, 31)
    ending = makers.industry(session, "QY001", "陈静", max_students=0)
    makers.appointment(session, ending, term_end=ends)
    renewed = makers.industry(session, "QY002", "冯敏")
    makers.appointment(session, renewed, term_end=ends)
    makers.appointment(session, renewed, term_start=ends + timedelta(days=1))
    lapsed = makers.industry(session, "QY003", "褚磊")
    makers.appointment(session, lapsed, status=AppointmentStatus.ENDED)
    makers.academic(session, "01001", "李伟")


def test_supervisors_are_tagged_by_term_and_load(office: db.Database, today: date) -> None:
    office.write(terms)
    found = office.read(lists.supervisors, today)
    tags = {cells(found, one, "number")[0]: one.tags - {"current"} for one in found.rows}
    assert tags == {
        "01001": {"academic", "free"},
        "QY001": {"industry", "full", "ending"},
        "QY002": {"industry", "free"},
        "QY003": {"industry", "lapsed"},
    }
    noun, key = lists.record(found, row(found, "number", "QY001"))
    assert (noun, len(key)) == ("industry_supervisor", 36)
    papers = office.read(lists.appointments, today)
    assert [len(papers.tagged(tag).rows) for tag in ("in-force", "ending", "over")] == [2, 1, 1]


def students(session: Session, first: int, count: int) -> None:
    supervisor = makers.academic(session, f"0{first}")
    for number in range(first, first + count):
        makers.supervision(session, makers.student(session, str(number)), supervisor)


@pytest.mark.parametrize("name", sorted(lists.NAMED))
def test_the_number_of_queries_does_not_grow(office: db.Database, today: date, name: str) -> None:
    def queries() -> int:
        seen: list[str] = []

        def note(*args: object) -> None:
            seen.append(str(args[2]))

        event.listen(Engine, "before_cursor_execute", note)
        try:
            office.read(lists.named, name, today)
        finally:
            event.remove(Engine, "before_cursor_execute", note)
        return len(seen)

    office.write(students, 22660001, 1)
    few = queries()
    office.write(students, 22660100, 20)
    assert queries() == few
