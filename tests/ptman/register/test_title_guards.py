"""An application for a title goes by its steps: what holds each back, what each writes, what is frozen."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.models import TitleCheck, TitleCommitteeMember, TitleObjection, TitleSnapshot
from ptman.models.choices_titles import CheckStanding, EvidenceStatus, ObjectionResult
from ptman.register import cards
from tests import makers
from tests.ptman.register import title_office
from tests.ptman.register.title_office import TODAY, Made, go, put

REVIEW, AFTER = date(2026, 12, 20), date(2026, 12, 26)


@pytest.fixture
def made(office: db.Database) -> Made:
    return office.write(title_office.make)


def _refused(office: db.Database, key: str, step: str, today: date = TODAY) -> str:
    with pytest.raises(PtmanError) as told:
        go(office, key, step, today=today)
    assert told.value.code == "move-guarded"
    return told.value.sentence.en


def _snapshots(session: Session) -> list[TitleSnapshot]:
    return list(session.scalars(select(TitleSnapshot).order_by(TitleSnapshot.seq)))


def _checks(session: Session) -> list[tuple[int, str, CheckStanding]]:
    rows = session.scalars(select(TitleCheck).order_by(TitleCheck.snapshot_seq, TitleCheck.seq))
    return [(one.snapshot_seq, one.test.value, one.standing) for one in rows]


def _forge(session: Session, key: str) -> None:
    session.get_one(TitleSnapshot, key).degree_mean = "99.00"


def test_the_whole_way_to_a_certificate(office: db.Database, made: Made) -> None:
    key = office.write(title_office.apply, made)
    go(office, key, "submit")
    assert "Not verified: Transcript" in _refused(office, key, "pass_prelim")
    office.write(title_office.bring, key)
    go(office, key, "pass_prelim", "review")
    assert "Enter who was present" in _refused(office, key, "pass_review", REVIEW)
    put(office, "title_application", key, votes_for="4", votes_against="3", votes_abstain="0")
    assert "4 for; it takes at least 5 of 7 present" in _refused(office, key, "pass_review", REVIEW)
    put(office, "title_application", key, votes_for="5", votes_against="2")
    assert "suffice to pass" in _refused(office, key, "fail_review", REVIEW)
    go(office, key, "pass_review", "publicise", today=REVIEW)
    assert "Wait until it is over (2026-12-25)" in _refused(office, key, "confirm", date(2026, 12, 25))
    go(office, key, "confirm", today=AFTER)
    assert "not been awarded" in _refused(office, key, "issue_certificate", AFTER)
    office.write(title_office.award, made)
    later = date(2027, 4, 1)
    assert "enter the number" in _refused(office, key, "issue_certificate", later)
    put(office, "title_application", key, cert_no="GCS2026001")
    go(office, key, "issue_certificate", today=later)
    values = office.read(cards.card, "title_application", key).values
    assert (values["submitted_on"], values["prelim_on"], values["prelim_by"]) == (TODAY, TODAY, "测试")
    assert (values["qualified_on"], values["cert_issued_on"]) == (date(2026, 12, 20), later)
    assert office.read(cards.card, "title_batch", made.batch).values["status"] == "publicity"


def test_nobody_submits_early_late_or_short(office: db.Database, made: Made) -> None:
    key = office.write(title_office.apply, made)
    assert "opens on 2026-11-01" in _refused(office, key, "submit", date(2026, 10, 31))
    assert "closed on 2026-12-15" in _refused(office, key, "submit", date(2026, 12, 16))
    employer = office.write(lambda session: makers.organisation(session, "某事业单位").id)
    put(
        office,
        "student",
        made.student,
        orientation_type="oriented",
        employer_type="public_institution",
        employer_id=employer,
    )
    assert "written consent" in _refused(office, key, "submit")
    put(office, "student", made.student, employer_type="civil_service")
    assert "civil service – impossible" in _refused(office, key, "submit")
    assert title_office.status(office, key) == "draft"


def test_what_was_judged_stays_and_a_new_submission_is_judged_anew(office: db.Database, made: Made) -> None:
    key = office.write(title_office.apply, made)
    go(office, key, "submit")
    (first,) = office.read(_snapshots)
    assert (first.degree_mean, first.practice_months, first.practice_days, first.practice_score) == (
        "85.00",
        12,
        0,
        880,
    )
    assert first.verdict is CheckStanding.MET
    assert len(office.read(_checks)) == 8
    put(office, "title_application", key, work_months="40")
    with pytest.raises(PtmanError) as told:
        put(office, "title_snapshot", first.id, degree_mean="99.00")
    assert told.value.code == "not-by-hand"
    go(office, key, "return", "redraft", "submit")
    assert [one.work_months for one in office.read(_snapshots)] == [0, 40]
    assert {seq for seq, _, _ in office.read(_checks)} == {1, 2}
    with pytest.raises(PtmanError, match="never changes"):
        office.write(_forge, first.id)


def test_undoing_a_submission_takes_its_snapshot_back(office: db.Database, made: Made) -> None:
    key = office.write(title_office.apply, made)
    go(office, key, "submit")
    done = undo.next_undo(office.read(undo.history))
    assert done is not None
    office.write(undo.undo, done.number)
    assert (office.read(_snapshots), office.read(_checks)) == ([], [])
    assert title_office.status(office, key) == "draft"


def test_an_even_or_absent_committee_decides_nothing(office: db.Database, made: Made) -> None:
    key = office.write(title_office.apply, made)
    office.write(title_office.bring, key)
    go(office, key, "submit", "pass_prelim", "review")
    put(office, "title_application", key, votes_for="7", votes_against="0")

    def members(session: Session) -> list[TitleCommitteeMember]:
        return list(session.scalars(select(TitleCommitteeMember).order_by(TitleCommitteeMember.seq)))

    for one in office.read(members)[:2]:
        put(office, "title_committee_member", one.id, present="否")
    assert "Members present" in _refused(office, key, "pass_review", REVIEW)
    put(office, "title_committee_member", office.read(members)[0].id, role="secretary")
    assert "odd number" in _refused(office, key, "pass_review", REVIEW)


def test_objections_are_entered_looked_into_and_settled(office: db.Database, made: Made) -> None:
    key = office.write(title_office.apply, made)
    office.write(title_office.bring, key)
    go(office, key, "submit", "pass_prelim", "review")
    put(office, "title_application", key, votes_for="7", votes_against="0")
    go(office, key, "pass_review", "publicise", today=REVIEW)
    assert "enter an objection" in _refused(office, key, "object", REVIEW)

    def objected(session: Session) -> str:
        one = TitleObjection(application_id=key, seq=1, raised_on=date(2026, 12, 22), content="成果归属有疑问")
        session.add(one)
        session.flush()  # the id is wanted
        return one.id

    raised = office.write(objected)
    assert "no result" in _refused(office, key, "confirm", AFTER)
    go(office, key, "object", today=REVIEW)
    assert "no result" in _refused(office, key, "dismiss_objection", REVIEW)
    assert "No objection was upheld" in _refused(office, key, "uphold", REVIEW)
    put(office, "title_objection", raised, result=ObjectionResult.DISMISSED.value, opinion="经核查不属实")
    go(office, key, "dismiss_objection", "confirm", today=AFTER)
    assert title_office.status(office, key) == "confirmed"


def test_what_is_received_is_not_yet_verified(office: db.Database, made: Made) -> None:
    key = office.write(title_office.apply, made)
    office.write(title_office.bring, key, EvidenceStatus.RECEIVED)
    go(office, key, "submit")
    assert "any one of Project report, Patent" in _refused(office, key, "pass_prelim")
