"""Home: exceptions with the counts of the lists they open, most urgent first, seats and funnel."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import db
from ptman.listing import Load
from ptman.register import home, lists
from tests import makers


def morning(session: Session) -> None:
    base, period = makers.base(session), makers.period(session, starts_on=date(2026, 12, 30))
    students = [makers.student(session, f"2266000{i}", name) for i, name in enumerate(("张雨桐", "王浩然", "周子涵"))]
    academic, industry = makers.academic(session), makers.industry(session)
    makers.appointment(session, industry, term_end=date(2027, 2, 1))
    for student in students[:2]:
        makers.supervision(session, student, academic)
        makers.placement(session, student, base, period)
    makers.supervision(session, students[0], industry)
    makers.letter(session, base, period, students[:1])
    makers.student(session, "22670001", "郑思远", cohort_year=2027, enrolled_on=date(2027, 9, 1))


def test_lines_are_urgent_first_and_count_what_they_open(office: db.Database, today: date) -> None:
    office.write(morning)
    found = office.read(home.home, today, 2026)
    counts = [(line.urgency.value, line.page, line.tag, line.count) for line in found.lines]
    assert counts == [
        ("red", "students", "no-academic-late", 1),
        ("red", "students", "no-industry-late", 2),
        ("red", "placements", "letter-due", 1),
        ("red", "placements", "agreement-due", 2),
        ("amber", "supervisors", "ending", 1),
        ("amber", "bases", "no-agreement", 1),
        ("none", "students", "no-base", 1),
        ("none", "placements", "no-letter", 1),
    ]
    for line in found.lines:
        cohort = None if line.page == "supervisors" else 2026
        listing = office.read(lists.named, line.page, today, cohort)
        assert len(listing.tagged(line.tag).rows) == line.count


def test_seats_and_funnel(office: db.Database, today: date) -> None:
    office.write(morning)
    found = office.read(home.home, today, 2026)
    assert (found.students, found.seats) == (3, Load(2, 5))
    assert [(one.label.zh, one.load) for one in found.periods] == [("2026级 第一批", Load(2, 5))]
    assert [(step.key, step.count) for step in found.funnel] == [
        ("students", 3),
        ("academic", 2),
        ("industry", 1),
        ("base", 2),
        ("letter", 1),
    ]


def test_an_empty_office_has_nothing_to_do(office: db.Database, today: date) -> None:
    found = office.read(home.home, today)
    assert (found.lines, found.students, found.seats) == ((), 0, Load(0, 0))
