"""Home: exceptions with the counts of the lists they open, most urgent first, seats and funnel."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.listing import Load
from ptman.models import ImportedFile, InsurancePolicy
from ptman.models.choices_bases import CoverageKind, Insured, PolicyStatus
from ptman.register import home, lists, unfinished
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
        ("red", "placements", "insurance-due", 2),
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


def test_a_verified_policy_over_all_days_takes_the_line_away(office: db.Database, today: date) -> None:
    office.write(morning)
    ends = date(2028, 8, 31)

    def insure(session: Session, until: date, status: PolicyStatus) -> None:
        values = {"insured": Insured.EVERYBODY, "effective_date": date(2026, 9, 1), "expiry_date": until}
        policy = InsurancePolicy(policy_no=f"BX{until}", insurer="平安", status=status, **values)
        policy.coverage_kind = CoverageKind.PRACTICE_LIABILITY
        session.add(policy)

    def due() -> int:
        return len(office.read(lists.named, "placements", today, 2026).tagged("insurance-due").rows)

    office.write(insure, ends, PolicyStatus.SUBMITTED)
    assert due() == 2
    office.write(insure, date(2028, 8, 30), PolicyStatus.VERIFIED)
    assert due() == 2
    office.write(insure, date(2028, 9, 1), PolicyStatus.VERIFIED)
    assert due() == 0


def test_imports_with_refused_rows_wait_until_their_source_sends_again(office: db.Database, today: date) -> None:
    def kept(session: Session, sender: str, refused: int) -> None:
        values = {"kind": "students", "sender": sender, "file_name": f"{sender}.xlsx", "sha256": "0" * 64}
        session.add(ImportedFile(**values, refused=refused, said={}))

    def line() -> tuple[int, str]:
        found = [one for one in office.read(home.home, today).lines if one.key == "import.refused"]
        return (found[0].count, found[0].label.zh) if found else (0, "")

    office.write(kept, "学院", 3)
    office.write(kept, "企业", 2)
    assert line() == (2, "导入后还有未收的行（共 5 行）")
    office.write(kept, "学院", 0)
    assert line() == (1, "导入后还有未收的行（共 2 行）")
    (left,) = office.read(unfinished.imports)
    office.write(undo.undo, left.number)
    assert line() == (0, "")
