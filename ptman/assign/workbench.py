"""The questions of the pairing page: who lacks somebody, whom a student could be given, what a choice would do."""

import dataclasses
from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from ptman.assign import loading, ranking, store, waiting
from ptman.assign.answer import Answer
from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Demand, Role
from ptman.assign.ranking import Candidate
from ptman.assign.situation import Learner, Situation
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.listing import Listing
from ptman.models import Student


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """A student and whom or what to give them in a role."""

    student: str
    role: Role
    target: str


@dataclasses.dataclass(frozen=True, slots=True)
class Move:
    """What would become another for a student than in the best plan without the choice; names, "" for nobody."""

    student: str
    name: str
    role: Role
    old: str
    new: str


@dataclasses.dataclass(frozen=True, slots=True)
class Effect:
    """What a choice costs the best plan: points between `low` and `high`, and so many more `vacancies`.

    Also who moves, and which rule it breaks.
    """

    low: int
    high: int
    moves: tuple[Move, ...]
    breaks: Label | None = None
    vacancies: int = 0


def unpaired(session: Session, cohort: int, today: date) -> Listing:
    """The enrolled students who lack a supervisor or a base, with the reason."""
    return waiting.listing(loading.load(session, cohort, today))


def candidates(session: Session, student: str, role: Role, today: date) -> tuple[Candidate, ...]:
    """Every candidate for one role of a student, best first."""
    situation, learner = around(session, student, today)
    return ranking.ranked(situation, learner, role)


def effect(session: Session, pair: Pair, today: date, plan: AssignDraft | None = None) -> Effect:
    """What giving a student this candidate does to the best plan; a fresh `plan` spares solving without it first.

    Raises PtmanError `not-enrolled` or `no-candidate`.
    """
    from ptman.assign import steady

    situation, learner = around(session, pair.student, today)
    chosen = candidate(situation, learner, pair)
    if plan is None or plan.again or plan.situation.digest() != situation.digest():
        plan = store.draft(session, situation.cohort, today)
    lock = Demand(pair.student, pair.role, pair.target)
    forced = steady.force(plan.problem, plan.answer, lock, seed=str(situation.cohort))
    moves = tuple(_moves(plan, forced.answer, pair))
    more = _vacancies(forced.answer) - _vacancies(plan.answer)
    points = more * plan.problem.penalties.academic
    return Effect(forced.low - points, forced.high - points, moves, chosen.objection, more)


def around(session: Session, student: str, today: date) -> tuple[Situation, Learner]:
    """The situation of a student's cohort, and the student in it; PtmanError `not-enrolled` where they are not."""
    record = session.get(Student, student)
    if record is not None:
        situation = loading.load(session, record.cohort_year, today)
        for learner in situation.students:
            if learner.id == student:
                return situation, learner
    raise PtmanError(
        "not-enrolled",
        "该学生不在读或已停用，不能配对。未作任何改动；请先更正学籍状态。",
        "This student is not enrolled, or retired, so not to be paired. Nothing was changed; correct the status first.",
    )


def candidate(situation: Situation, learner: Learner, pair: Pair) -> Candidate:
    found = next((one for one in ranking.ranked(situation, learner, pair.role) if one.id == pair.target), None)
    if found is None:
        raise PtmanError(
            "no-candidate",
            "所选导师或基地已不存在。未作任何改动；请刷新后重选。",
            "The supervisor or base chosen is not there any more. Nothing was changed; reload and choose again.",
        )
    return found


def _vacancies(answer: Answer) -> int:
    return sum(given.target(role) is None for given in answer.given.values() for role in Role)


def _moves(plan: AssignDraft, forced: Answer, pair: Pair) -> Iterator[Move]:
    """The differences of two plans, the choice itself left out."""
    names = plan.situation.names()
    for learner in plan.situation.students:
        for role in Role:
            old, new = plan.answer.given[learner.id].target(role), forced.given[learner.id].target(role)
            if old != new and (learner.id, role) != (pair.student, pair.role):
                yield Move(learner.id, learner.name, role, names.get(old or "", ""), names.get(new or "", ""))
