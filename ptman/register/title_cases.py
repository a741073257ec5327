"""Gathers each student as the title rules judge them, in a batch or without one, as of a day."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import ledgers, parameters
from ptman.models import Student, TitleBatch
from ptman.models.choices import StudentStatus
from ptman.register import title_editions, title_facts
from ptman.register.title_facts import Applied, Only
from ptman.rules.findings import Finding
from ptman.rules.practice import requirement
from ptman.rules.titles import editions
from ptman.rules.titles.editions import Edition, Question
from ptman.rules.titles.eligibility import Batch, Candidate

STUDYING = frozenset({StudentStatus.ENROLLED, StudentStatus.EXTENDED, StudentStatus.SUSPENDED})


@dataclass(frozen=True, slots=True)
class Case:
    """One student before the rules; `question` is None where no rules were in force."""

    student: Student
    question: Question | None
    applied: Applied | None

    def judge(self, today: date) -> tuple[Finding, ...]:
        """Every test of the edition; none where there is no edition."""
        return self.question.judge(today) if self.question is not None else ()


def cases(session: Session, today: date, batch_id: str = "", only: Only = None) -> tuple[Case, ...]:
    """Students still studying or who have applied, by student number."""
    batch = session.get(TitleBatch, batch_id) if batch_id else None
    applied = title_facts.applications(session, batch_id, only)
    students = _students(session, applied, only)
    facts = (title_facts.courses(session, only), title_facts.scores(session, only))
    practice = ledgers.ledgers(session, [one.id for one in students], today)
    books = title_editions.editions(session)
    limits = {year: parameters.limits(session, year) for year in {one.cohort_year for one in students}}
    found = []
    for one in students:
        mine = applied.get(one.id)
        known = practice[one.id].case
        candidate = Candidate(
            category=one.category_code,
            about_to_graduate=_graduating(one, batch, today),
            orientation=one.orientation_type.value,
            employer_type=one.employer_type.value if one.employer_type else None,
            employer_consent=mine.consent if mine else None,
            courses=facts[0].get(one.id),
            work_months=_work(one, mine),
            stays=known.stays,
            practice_score_x10=facts[1].get(one.id),
        )
        edition = _edition(books, batch, one.cohort_year, today)
        within = _batch(one, batch, known)
        asked = Question(candidate, edition, limits[one.cohort_year], within) if edition else None
        found.append(Case(one, asked, mine))
    return tuple(found)


def case(session: Session, student_id: str, batch_id: str, today: date) -> Case | None:
    """One student; None for one who neither studies nor has applied."""
    return next(iter(cases(session, today, batch_id, (student_id,))), None)


def _students(session: Session, applied: Mapping[str, Applied], only: Only) -> Sequence[Student]:
    query = select(Student).where(Student.retired_on.is_(None)).order_by(Student.student_no)
    if only is not None:
        query = query.where(Student.id.in_(only))
    return [one for one in session.scalars(query) if one.status in STUDYING or one.id in applied]


def _edition(books: Sequence[Edition], batch: TitleBatch | None, cohort: int, today: date) -> Edition | None:
    """The batch's own; else the one in force on its last day, without a batch today."""
    if batch is not None and batch.rule_set_id:
        return next((one for one in books if one.key == batch.rule_set_id), None)
    return editions.in_force(books, batch.apply_close if batch else today, cohort)


def _batch(one: Student, batch: TitleBatch | None, known: requirement.Case) -> Batch:
    """Practice counts until the day the batch names, else until graduation; those of a later batch have their own."""
    if batch is None:
        return Batch(None, one.expected_graduation_on, known.terms)
    if _graduating(one, batch, batch.apply_close) is False:
        return Batch(batch.apply_close, one.expected_graduation_on, known.terms)
    latest = batch.practice_until or one.expected_graduation_on or batch.graduates_of
    return Batch(batch.apply_close, latest, known.terms)


def _graduating(one: Student, batch: TitleBatch | None, today: date) -> bool | None:
    """Expected to graduate by the end of the month the batch is for; without one, of the month in half a year."""
    if one.expected_graduation_on is None:
        return None
    if one.status is StudentStatus.SUSPENDED:
        return False
    month = batch.graduates_of if batch and batch.graduates_of else _half_a_year_on(today)
    last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
    return one.expected_graduation_on <= last


def _half_a_year_on(today: date) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + 6, 12)
    return date(year, month + 1, 1)


def _work(one: Student, mine: Applied | None) -> int | None:
    """As the application says, else the work before enrolment."""
    return mine.work_months if mine and mine.work_months is not None else one.prior_work_months
