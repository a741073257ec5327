"""What the proof sheet of an application states: the student, every test as it was judged, the evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.titles import gathering
from ptman.aspects.titles.gathering import Known
from ptman.aspects.titles.rows import ApplicationRow
from ptman.labels import Label
from ptman.models import Student, TitleApplication, TitleBatch, TitleCheck, TitleSnapshot
from ptman.register import title_cases, title_evidence, titles
from ptman.register.title_evidence import Line
from ptman.rules import findings, months
from ptman.rules.findings import Standing
from ptman.rules.months import Duration
from ptman.rules.practice import ledger
from ptman.rules.titles import mean
from ptman.rules.titles.editions import Question

EMPTY = Label("", "")


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures an application was judged by; empty texts for what is not known."""

    taken_on: date
    rules: str
    basis: str
    mean: str
    practice: Label
    score: str
    work_months: int | None
    frozen: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """One test in the words it was judged in."""

    label: Label
    value: Label
    threshold: Label
    standing: Standing
    basis: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything on the sheet; `figures` is None where no rules hold."""

    row: ApplicationRow
    batch: str
    cohort: int
    field: Label
    orientation: Label
    figures: Figures | None
    tests: tuple[Judged, ...]
    evidence: tuple[Line, ...]
    opinion: str
    checked: tuple[str, date | None]


def gather(session: Session, application_id: str, today: date) -> Proof:
    """As frozen at the last submission; before it as judged on the day. PtmanError `no-record`."""
    one = session.get(TitleApplication, application_id)
    if one is None:
        raise titles.gone("title_application")
    student = session.get_one(Student, one.student_id)
    case = title_cases.case(session, one.student_id, one.batch_id, today)
    known = Known(session)
    cases = (case,) if case else ()
    rows = {row.ref.id: row for row in gathering.applications(session, cases, known, one.batch_id)}
    frozen = figures(session, [one.id]).get(one.id)
    asked = case.question if case else None
    return Proof(
        row=rows[one.id],
        batch=session.get_one(TitleBatch, one.batch_id).name,
        cohort=student.cohort_year,
        field=known.field(student.field_code),
        orientation=student.orientation_type.label,
        figures=frozen or (_live(asked, today) if asked else None),
        tests=_frozen(session, one.id) if frozen else _judged(asked, today),
        evidence=title_evidence.of_case(session, one.id, case) if case else (),
        opinion=one.prelim_opinion or "",
        checked=(one.prelim_by or "", one.prelim_on),
    )


def figures(session: Session, ids: Sequence[str]) -> dict[str, Figures]:
    """The last snapshot of each application, by its id."""
    query = select(TitleSnapshot).where(TitleSnapshot.application_id.in_(ids)).order_by(TitleSnapshot.seq)
    return {
        one.application_id: Figures(
            one.taken_on,
            one.rules,
            one.legal_basis,
            one.degree_mean or "",
            findings.length(Duration(one.practice_months or 0, one.practice_days or 0)),
            "" if one.practice_score is None else findings.tenths(one.practice_score),
            one.work_months,
            frozen=True,
        )
        for one in session.scalars(query)
    }


def _live(asked: Question, today: date) -> Figures:
    one = asked.candidate
    average = mean.mean_x100(one.courses or ())
    pieces = ledger.until(ledger.counted(one.stays or (), asked.batch.terms or ledger.Terms()), today)
    return Figures(
        today,
        asked.edition.name,
        asked.edition.basis,
        "" if average is None else findings.hundredths(average),
        findings.length(months.carried(months.total(pieces))),
        "" if one.practice_score_x10 is None else findings.tenths(one.practice_score_x10),
        one.work_months,
        frozen=False,
    )


def _frozen(session: Session, application_id: str) -> tuple[Judged, ...]:
    one = TitleCheck
    query = select(one).where(one.application_id == application_id).order_by(one.snapshot_seq.desc(), one.seq)
    rows = session.scalars(query).all()
    return tuple(
        Judged(
            row.test.label,
            Label(row.value or "", row.value_en or ""),
            Label(row.threshold or "", row.threshold_en or ""),
            Standing(row.standing.value),
            row.legal_basis or "",
        )
        for row in rows
        if row.snapshot_seq == rows[0].snapshot_seq
    )


def _judged(asked: Question | None, today: date) -> tuple[Judged, ...]:
    return tuple(
        Judged(one.label, one.value or EMPTY, one.threshold or EMPTY, one.standing, one.basis)
        for one in (asked.judge(today) if asked else ())
    )
