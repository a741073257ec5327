"""A supervisor leaves on a day: the smallest good set of moves for their students, drafted."""

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from ptman.aspects.double import naming
from ptman.aspects.double.leaving_rows import NO_REASON, Foreseen, Leaving, Moved, Planned
from ptman.assign import aims, building, loading, solving
from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Role
from ptman.assign.problem import Student as Choices
from ptman.assign.request import Limit, Mode, Request
from ptman.assign.situation import Learner, Situation, Standing
from ptman.assign.solving import UNWATCHED, Watch
from ptman.errors import PtmanError
from ptman.models import Student, Supervision, choices
from ptman.models.choices import StudentStatus


def draft(session: Session, leaving: Leaving, watch: Watch = UNWATCHED) -> Foreseen:
    """Solve each cohort they guide, as it will stand on the day; nothing changes. PtmanError `guides-nobody`."""
    who = naming.names(session).people[leaving.id]
    cohorts = _cohorts(session, leaving)
    if not cohorts and not list(_beside(session, leaving, set())):
        raise PtmanError(
            "guides-nobody",
            f"{who.name}现在没有指导学生，没有需要变动的。未作任何改动。",
            f"{who.name} guides nobody now, so nobody has to move. Nothing was changed.",
        )
    plans: list[Planned] = []
    taken: Counter[str] = Counter()
    for cohort in cohorts:
        found = loading.load(session, cohort, leaving.on)
        plan = _solved(found, leaving, taken, watch)
        plans.append(Planned(cohort, plan, found.digest(), _least(plan)))
        taken += _gained(plan)
    moves = [one for plan in plans for one in _moves(plan.plan, leaving)]
    moves += _beside(session, leaving, {one.student for one in moves})
    return Foreseen(leaving, who.name, tuple(plans), tuple(sorted(moves, key=lambda one: (not one.direct, one.number))))


def _solved(found: Situation, leaving: Leaving, taken: Mapping[str, int], watch: Watch) -> AssignDraft:
    """Only the leaver's own role moves; a base only where its supervisor cannot be replaced there."""
    request = _request(found, leaving, taken)
    plan = solving.solve(_pruned(found, leaving, frozenset({leaving.role})), request, watch)
    if leaving.role is not Role.INDUSTRY or not _vacant(plan):
        return plan
    wider = solving.solve(_pruned(found, leaving, frozenset({Role.INDUSTRY, Role.BASE})), request, watch)
    return wider if _vacant(wider) < _vacant(plan) else plan


def _vacant(plan: AssignDraft) -> int:
    return sum(one.new is None for one in plan.proposals)


def _beside(session: Session, leaving: Leaving, done: set[str]) -> Iterator[Moved]:
    """Students of theirs whom the assignment does not pair just now, such as those on leave: nobody takes them yet."""
    names = naming.names(session)
    query = (
        select(Supervision.student_id, Student.cohort_year)
        .join(Student, Student.id == Supervision.student_id)
        .where(*_guided(leaving), Supervision.role != choices.Role.ACADEMIC_CO)
    )
    for key, cohort in session.execute(query).all():
        if key not in done:
            one, old = names.students[key], names.people[leaving.id].name
            yield Moved(key, one.number, one.name, cohort, leaving.role, old, "", leaving.id, "", direct=True)


def _cohorts(session: Session, leaving: Leaving) -> list[int]:
    query = (
        select(Student.cohort_year)
        .join(Supervision, Supervision.student_id == Student.id)
        .where(*_guided(leaving), Student.status == StudentStatus.ENROLLED)
        .distinct()
        .order_by(Student.cohort_year)
    )
    return list(session.scalars(query))


def _guided(leaving: Leaving) -> tuple[ColumnElement[bool], ...]:
    return (
        or_(Supervision.academic_supervisor_id == leaving.id, Supervision.industry_supervisor_id == leaving.id),
        Supervision.ends_on.is_(None),
        Supervision.retired_on.is_(None),
        Student.retired_on.is_(None),
    )


def _pruned(found: Situation, leaving: Leaving, free: frozenset[Role]) -> Situation:
    """Only what stands is to stand again: nobody who waits is paired by the way.

    The leaver holds nobody back, and a pairing that could not be made anew on the day is left alone: that is another
    matter, such as a term yet to be renewed.
    """
    return dataclasses.replace(found, students=tuple(_kept(found, leaving, free)))


def _kept(found: Situation, leaving: Leaving, free: frozenset[Role]) -> Iterator[Learner]:
    for one in found.students:
        if one.standing:
            able = building.student(found, one)
            standing = tuple(
                (
                    role,
                    dataclasses.replace(
                        held, fixed=held.target != leaving.id and not (role in free and _may_move(held, able, role))
                    ),
                )
                for role, held in one.standing
            )
            yield dataclasses.replace(one, standing=standing, needs=tuple(role for role, _ in standing))


def _may_move(held: Standing, able: Choices, role: Role) -> bool:
    return not held.fixed and held.target in able.options(role)


def _request(found: Situation, leaving: Leaving, taken: Mapping[str, int]) -> Request:
    """As few moves as can be, with nobody for the leaver and no place given twice over several cohorts."""
    limits = [Limit(leaving.role, leaving.id, 0)]
    held = Counter(stands.target for one in found.students for _, stands in one.standing)
    for role, people in ((Role.ACADEMIC, found.academics), (Role.INDUSTRY, found.industry)):
        for one in people:
            left = max(0, one.capacity - one.elsewhere - max(0, taken.get(one.id, 0)))
            # Who has too many already keeps them: that they have is another matter.
            if one.id != leaving.id and left < max(held[one.id], one.capacity - one.elsewhere):
                limits.append(Limit(role, one.id, max(left, held[one.id])))
    seed = f"{leaving.id} {leaving.on}"
    return Request(again=True, mode=Mode.MINIMAL_CHANGE, seed=seed, limits=tuple(limits))


def _gained(plan: AssignDraft) -> Counter[str]:
    """How many more each supervisor would have."""
    found: Counter[str] = Counter()
    for one in plan.proposals:
        if one.role is not Role.BASE and one.old != one.new:
            found.update({key: step for key, step in ((one.new, 1), (one.old, -1)) if key})
    return found


def _least(plan: AssignDraft) -> int:
    return next((tier.bound for tier in plan.answer.tiers if tier.code == aims.MOVED), 0)


def _moves(plan: AssignDraft, leaving: Leaving) -> Iterator[Moved]:
    names = plan.situation.names()
    learners = {one.id: one for one in plan.situation.students}
    reasons = {(one.student, one.missing): one.reason for one in plan.vacancies}
    left = {one.student for one in plan.proposals if one.old == leaving.id}
    for one in plan.proposals:
        if one.old != one.new:
            who = learners[one.student]
            old, new = (names.get(key or "", "") for key in (one.old, one.new))
            found = (one.old or "", one.new or "")
            why = reasons.get((who.number, one.role), NO_REASON) if not new else NO_REASON
            cohort = plan.situation.cohort
            yield Moved(who.id, who.number, who.name, cohort, one.role, old, new, *found, who.id in left, why)
