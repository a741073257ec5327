"""Why this one and why not that one, in a scenario: terms, the quota in the way, who would move, the exact cost."""

import dataclasses
from collections.abc import Iterator, Mapping

from ptman.assign import levelling, terms, valuing
from ptman.assign.answer import Answer
from ptman.assign.problem import Demand, Given, Problem, Role
from ptman.assign.request import Mode
from ptman.assign.scenario_rows import Opened
from ptman.assign.situation import Situation
from ptman.assign.workbench import Move
from ptman.labels import Label

Terms = tuple[tuple[Label, int], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class WhyThis:
    """What one role of a student counts: the points against it by their names, their sum, and whom it gives."""

    role: Role
    name: str
    terms: Terms
    points: int


@dataclasses.dataclass(frozen=True, slots=True)
class WhyNot:
    """Why another was not given. `low` to `high`: what forcing it costs the total in points; equal where exact.

    `vacancies` more stay open then, counted apart from the points; `moves` are the others who would change.
    """

    reason: Label
    terms: Terms
    instead: Terms
    quotas: tuple[Label, ...]
    low: int
    high: int
    vacancies: int
    moves: tuple[Move, ...]

    @property
    def exact(self) -> bool:
        return self.low == self.high


def why_this(found: Opened, student: str) -> tuple[WhyThis, ...]:
    """Role by role; what both supervisors' working together takes off counts with the industry supervisor."""
    from ptman.assign import whatif

    plan = found.plan
    names, given = plan.situation.names(), plan.answer.given[student]
    made = next(one for one in plan.problem.students if one.id == student)
    answers = []
    for role in Role:
        target = given.target(role)
        if target is None:
            continue
        alone = Given(**{role.value: target})
        counted = list(whatif.terms(plan.problem, dataclasses.replace(made, needs=frozenset([role])), alone))
        if role is Role.INDUSTRY and given.academic is not None:
            bonus = plan.problem.affinity.get((given.academic, target), 0)
            counted += [("affinity", -bonus)] if bonus else []
        said = labelled(counted)
        answers.append(WhyThis(role, names.get(target, ""), said, sum(points for _, points in said)))
    return tuple(answers)


def why_not(found: Opened, wish: Demand) -> WhyNot:
    """Pure, but it solves once: with the pair forced and as few moves as that allows."""
    from ptman.assign import steady, whynot

    plan, names = found.plan, found.plan.situation.names()
    reason = whynot.why_not(
        levelling.plain(plan.problem), plan.answer, wish, name_of=lambda key: names.get(key, key), exact=False
    )
    if plan.answer.mode == Mode.TOTAL.value and plan.answer.optimal:
        forced = steady.force(plan.problem, plan.answer, wish, seed=found.request.seed)
        answer, low, high = forced.answer, forced.low, forced.high
    else:
        answer = _nearest(plan.problem, plan.answer.given, wish, found.request.seed)
        low = high = answer.value - valuing.worth(plan.problem, plan.answer.given)
    more = _vacant(answer.given) - _vacant(plan.answer.given)
    points = more * plan.problem.penalties.academic
    low, high = low - points, high - points
    return WhyNot(
        reason.label,
        labelled(reason.terms),
        labelled(reason.instead),
        tuple(one.label for one in reason.quotas),
        low,
        high,
        more,
        tuple(moves(plan.situation, plan.answer.given, answer.given, (wish.student, wish.role))),
    )


def _nearest(problem: Problem, given: Mapping[str, Given], wish: Demand, seed: str) -> Answer:
    """With the pair forced the fewest moves from what is given now, vacancies first: what is no best total has none."""
    from ptman.assign.engine import modes

    others = tuple(one for one in problem.locks if (one.student, one.role) != (wish.student, wish.role))
    forced = dataclasses.replace(
        problem,
        locks=(*others, wish),
        standing=given,
        penalties=dataclasses.replace(problem.penalties, moved=0),
    )
    choice = modes.Choice(vacancies_first=True)
    return modes.solve(forced, mode=modes.Mode.MINIMAL_CHANGE, choice=choice, seed=seed)


def labelled(counted: Mapping[str, int] | tuple[tuple[str, int], ...] | list[tuple[str, int]]) -> Terms:
    """The terms that count anything, by their names for people."""
    listed = counted.items() if isinstance(counted, Mapping) else counted
    return tuple((terms.LABELS[name], points) for name, points in listed if points)


def moves(
    situation: Situation, before: Mapping[str, Given], after: Mapping[str, Given], but: tuple[str, Role] | None = None
) -> Iterator[Move]:
    """Who would have another than before; `but` is left out."""
    names = situation.names()
    for learner in situation.students:
        for role in Role:
            old, new = (given.get(learner.id, Given()).target(role) for given in (before, after))
            if old != new and (learner.id, role) != but:
                yield Move(learner.id, learner.name, role, names.get(old or "", ""), names.get(new or "", ""))


def _vacant(given: Mapping[str, Given]) -> int:
    return sum(one.target(role) is None for one in given.values() for role in Role)
