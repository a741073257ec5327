"""The cycle of reports, certifications with their validity, results of classes, and the audit of degrees."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman import db
from ptman.aspects.talents import assessing, audit_list, auditing, certifying, classes, cycles, reported, validity
from ptman.aspects.talents.certifying import Holding
from ptman.models import (
    CertificateResult,
    CertificationTarget,
    CourseResult,
    DegreeApplication,
    DegreeMember,
    Placement,
    PracticeAssessment,
    TrainingClass,
    TrainingTrainee,
)
from ptman.models.choices import PlacementStatus
from ptman.models.choices_talents import (
    AssessmentStatus,
    CertificateLevel,
    DegreeResult,
    ReportKind,
    TraineeResult,
    TrainingKind,
)
from ptman.register import cards, lists
from ptman.rules import months
from ptman.rules.findings import Standing
from tests import makers
from tests.ptman.aspects.talents import talent_office
from tests.ptman.aspects.talents.talent_office import ELDER, TODAY


def _away(session: db.Session) -> str:
    student = makers.student(session, "22460001", "方知远", **ELDER)
    within = makers.period(session, "第一批", 2024, starts_on=date(2025, 9, 1), ends_on=date(2026, 2, 28))
    later = makers.period(session, "第二批", 2024, starts_on=date(2026, 4, 1), ends_on=date(2026, 9, 14))
    at = makers.base(session)
    for period in (within, later):
        makers.placement(session, student, at, period, status=PlacementStatus.FINISHED)
    return str(student.id)


def test_every_full_month_asks_for_a_report(office: db.Database) -> None:
    student = office.write(_away)
    drawn = office.read(cycles.draft, 2024)
    owed = drawn.owed[student]
    monthly = [one for one in owed if one.kind is ReportKind.MONTHLY]
    # Six full months of the first stay, five of the second; the midterm comes after six, the final after all.
    assert [one.cycle for one in monthly] == list(range(1, 12))
    assert (monthly[0].due_on, monthly[5].due_on, monthly[6].due_on) == (
        date(2025, 10, 6),
        date(2026, 3, 6),
        date(2026, 5, 6),
    )
    others = {one.kind: one.due_on for one in owed if one.kind is not ReportKind.MONTHLY}
    assert others == {ReportKind.MIDTERM: date(2026, 3, 6), ReportKind.FINAL: date(2026, 10, 14)}
    assert office.write(cycles.keep, drawn, drawn.draft.preset()) == 13
    assert office.read(cycles.draft, 2024).owed[student] == ()
    found = office.read(reported.reports, 2024, TODAY)
    assert (len(found), found[0].days_late) == (13, (TODAY - date(2025, 10, 6)).days)


def test_who_is_back_is_assessed_with_weights_and_months(office: db.Database) -> None:
    student = office.write(_away)
    drawn = office.read(assessing.draft, 2024, date(2026, 9, 1))
    assert drawn.draft.items == ()  # the last stay is not over
    drawn = office.read(assessing.draft, 2024, TODAY)
    assert office.write(assessing.keep, drawn, drawn.draft.preset(), 2024) == 1
    (row,) = office.read(lists.named, "practice_assessment", TODAY, None).rows
    values = office.read(cards.card, "practice_assessment", row.id).values
    # Six months, and five with fourteen days; all of it project research.
    assert [values[key] for key in ("months", "days", "project_months", "project_days")] == [11, 14, 11, 14]
    assert [values[f"weight_{key}"] for key in ("campus", "industry", "defence")] == [40, 30, 30]
    assert values["student_id"] == student
    again = office.read(assessing.draft, 2024, TODAY)
    assert again.draft.preset() == frozenset()


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(0, 400))
@settings(max_examples=60)
def test_a_report_never_comes_before_its_month_is_over(start: date, length: int) -> None:
    stay = Placement(id="p", student_id="s", starts_on=start, ends_on=start + timedelta(days=length))
    owed = list(cycles.asks([stay], timedelta(days=5), 6))
    monthly = [one.due_on for one in owed if one.kind is ReportKind.MONTHLY]
    assert monthly == sorted(set(monthly))
    assert all(day - timedelta(days=5) <= stay.ends_on + timedelta(days=1) for day in monthly)
    assert len(monthly) == months.span(stay.starts_on, stay.ends_on).months
    assert [one.kind for one in owed].count(ReportKind.FINAL) == 1


def _certified(session: db.Session) -> None:
    ids = talent_office.people(session)
    rows = (
        ("paired", CertificateLevel.HCIA, "HCIA-AI", date(2024, 1, 10), None, True),
        ("paired", CertificateLevel.HCIP, "HCIP-AI", date(2026, 2, 1), None, True),
        ("alone", CertificateLevel.HCIE, "HCIE-Cloud", date(2024, 2, 1), None, True),
        ("new", CertificateLevel.HCIA, "HCIA-5G", date(2023, 5, 1), None, True),
        ("new", CertificateLevel.HCIP, "HCIP-5G", date(2026, 5, 1), None, False),
    )
    for who, level, name, on, until, passed in rows:
        made = CertificateResult(student_id=ids[who], level=level, certificate=name, acquired_on=on, passed=passed)
        made.valid_until = until
        session.add(made)
    session.add(CertificationTarget(cohort_year=2024, level=CertificateLevel.HCIP, target=3))


def test_certificates_hold_are_renewed_and_counted(office: db.Database) -> None:
    office.write(_certified)
    found = office.read(certifying.certificates, TODAY)
    by_name = {one.certificate: one for one in found}
    # The HCIP passed while the HCIA still held has renewed it.
    assert by_name["HCIA-AI"].until == by_name["HCIP-AI"].until == date(2029, 1, 31)
    assert by_name["HCIE-Cloud"].holding is Holding.SOON
    assert (by_name["HCIA-5G"].holding, by_name["HCIP-5G"].holding) == (Holding.EXPIRED, Holding.FAILED)
    tallies = {(one.cohort, one.level): one for one in office.read(certifying.tallies, found)}
    assert [tallies[2024, level].holders for level in certifying.LEVELS] == [2, 2, 1]
    assert (tallies[2024, CertificateLevel.HCIP].target, tallies[2024, CertificateLevel.HCIA].target) == (3, None)
    assert tallies[2026, CertificateLevel.HCIA].holders == 0
    drawn = office.read(validity.draft, TODAY)
    assert len(drawn.draft.items) == 4
    assert office.write(validity.keep, drawn, drawn.draft.preset()) == 4
    assert office.read(validity.draft, TODAY).draft.items == ()


def _class(session: db.Session) -> str:
    values = {"starts_on": TODAY, "ends_on": TODAY, "kind": TrainingKind.TOP, "hours": 40}
    made = makers.added(session, TrainingClass(class_no="PX1", name="企业总裁研修班", **values))
    for seq, attended in enumerate((40, 32, 31, None), 1):
        session.add(TrainingTrainee(class_id=made.id, seq=seq, name=f"学员{seq}", attended=attended))
    return str(made.id)


def test_results_follow_from_attendance_and_names_are_checked(office: db.Database) -> None:
    key = office.write(_class)
    drawn = office.read(classes.draft, key, TODAY)
    assert office.write(classes.keep, drawn, drawn.draft.preset()) == 3
    assert [one[1] for one in drawn.results.values()] == [
        TraineeResult.COMPLETED,
        TraineeResult.COMPLETED,
        TraineeResult.NOT_COMPLETED,
    ]
    (row,) = office.read(classes.classes, TODAY)
    assert (row.trainees, row.completed, row.certified) == (4, 2, 0)
    assert row.naming is not None
    assert "总裁" in (row.naming.cure.zh if row.naming.cure else "")


def _ready(session: db.Session, student: str, votes: int) -> None:
    for number, (credit, degree) in enumerate(((120, True), (100, True), (60, False))):
        one = CourseResult(student_id=student, course_code=f"C{number}", course_name="课程", semester="2024-1")
        one.credit_x10, one.is_degree_course, one.score_x10 = credit, degree, 800
        session.add(one)
    practice = PracticeAssessment(student_id=student, status=AssessmentStatus.PASSED, credits_x10=60)
    session.add(practice)
    applied = makers.added(
        session, DegreeApplication(student_id=student, title="调度方法", committee_size=3, votes_for=votes)
    )
    applied.result = DegreeResult.PASS if votes * 3 >= 6 else DegreeResult.FAIL
    for seq in range(3):
        session.add(DegreeMember(application_id=applied.id, seq=seq, name=f"委员{seq}"))


@pytest.mark.parametrize(("votes", "standing"), [(2, Standing.MET), (1, Standing.NOT_YET)])
def test_the_audit_names_what_stands_in_the_way(office: db.Database, votes: int, standing: Standing) -> None:
    ids = talent_office.planned(office)
    office.write(_ready, ids["alone"], votes)
    found = {one.pupil.id: one for one in office.read(auditing.audits, 2024, TODAY)}
    alone, paired = found[ids["alone"]], found[ids["paired"]]
    assert alone.standing("defence.pass_ratio") is standing
    assert {one.code for one in alone.findings if one.met} >= {"plan.total_credits_min", "practice.assessment"}
    assert paired.standing("plan.total_credits_min") is Standing.UNKNOWN
    assert "degree.application" in {one.code for one in paired.blocks}
    assert "milestone.title_apply" not in {one.code for one in paired.findings}
    listing = audit_list.listing(found.values())
    assert {row.tags & {"blocked", "clear"} == {"blocked"} for row in listing.rows} == {True}
