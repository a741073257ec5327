"""Freezes what an application was judged by when it is submitted: the figures and every test in its words."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman.models import TitleApplication, TitleCheck, TitleSnapshot
from ptman.models.choices_titles import CheckStanding, TitleTest
from ptman.register import title_cases
from ptman.rules import findings, months
from ptman.rules.findings import Finding
from ptman.rules.practice import ledger
from ptman.rules.titles import editions, mean
from ptman.rules.titles.editions import Question

TESTS = {code: TitleTest(test) for test, code in editions.FINDINGS.items()}


def take(session: Session, application: TitleApplication, today: date) -> None:
    """The next snapshot of the application; none where no rules hold for it."""
    case = title_cases.case(session, application.student_id, application.batch_id, today)
    if case is None or case.question is None:
        return
    found = case.judge(today)
    last = select(func.max(TitleSnapshot.seq)).where(TitleSnapshot.application_id == application.id)
    seq = (session.scalar(last) or 0) + 1
    session.add(_snapshot(case.question, (application.id, seq), found, today))
    for at, one in enumerate(found, 1):
        session.add(_check(application.id, seq, at, one))


def _snapshot(asked: Question, of: tuple[str, int], found: tuple[Finding, ...], today: date) -> TitleSnapshot:
    one, (application_id, seq) = asked.candidate, of
    average = mean.mean_x100(one.courses or ())
    pieces = ledger.until(ledger.counted(one.stays or (), asked.batch.terms or ledger.Terms()), today)
    done = months.carried(months.total(pieces))
    return TitleSnapshot(
        application_id=application_id,
        seq=seq,
        taken_on=today,
        verdict=CheckStanding(findings.worst(found).value),
        rules=asked.edition.name,
        legal_basis=asked.edition.basis,
        category_code=one.category,
        degree_mean=None if average is None else findings.hundredths(average),
        work_months=one.work_months,
        practice_months=done.months,
        practice_days=done.days,
        practice_score=one.practice_score_x10,
    )


def _check(application_id: str, snapshot: int, seq: int, one: Finding) -> TitleCheck:
    return TitleCheck(
        application_id=application_id,
        snapshot_seq=snapshot,
        seq=seq,
        test=TESTS[one.code],
        standing=CheckStanding(one.standing.value),
        value=one.value.zh if one.value else None,
        value_en=one.value.en if one.value else None,
        threshold=one.threshold.zh if one.threshold else None,
        threshold_en=one.threshold.en if one.threshold else None,
        legal_basis=one.basis or None,
    )
