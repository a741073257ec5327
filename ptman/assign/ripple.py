"""What an event brings with it: somebody leaves, a quota shrinks, an agreement ends, and who has to move for it."""

import dataclasses
from collections.abc import Sequence

from ptman.assign import aims, relaxing, verify
from ptman.assign.answer import Answer
from ptman.assign.engine import modes, solve
from ptman.assign.engine.control import Steering
from ptman.assign.engine.modes import Mode
from ptman.assign.problem import ORGANISATION, Given, Options, Problem, Role, Student
from ptman.assign.reading import Reading

PRICES = (0, 1)
"""Points a move for the middle of the curve; its end is fewest moves whatever they cost."""


@dataclasses.dataclass(frozen=True, slots=True)
class Leaves:
    """A supervisor or a base is gone for good."""

    role: Role
    id: str


@dataclasses.dataclass(frozen=True, slots=True)
class Withdraws:
    """A student is gone for good."""

    student: str


@dataclasses.dataclass(frozen=True, slots=True)
class Shrinks:
    """A quota becomes `upper`; `at` is a base's period or ORGANISATION."""

    role: Role
    id: str
    upper: int
    at: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Ends:
    """An industry supervisor no longer hosts at a base: the agreement has ended."""

    industry: str
    base: str


Edit = Leaves | Withdraws | Shrinks | Ends


@dataclasses.dataclass(frozen=True, slots=True)
class Point:
    """One compromise: the students moved (no answer moves fewer than `least`) and the total without any for moving."""

    moved: tuple[str, ...]
    least: int
    total: int
    answer: Answer


@dataclasses.dataclass(frozen=True, slots=True)
class Ripple:
    """The problem after the event, who must move, and the curve from the best total to the fewest moves."""

    problem: Problem
    displaced: tuple[str, ...]
    curve: tuple[Point, ...]

    @property
    def fewest(self) -> Point:
        return self.curve[-1]


def after(problem: Problem, edits: Sequence[Edit]) -> Problem:
    """The problem once these things have happened."""
    for edit in edits:
        match edit:
            case Withdraws(key):
                problem = dataclasses.replace(
                    problem,
                    students=tuple(one for one in problem.students if one.id != key),
                    locks=tuple(one for one in problem.locks if one.student != key),
                    forbidden=tuple(one for one in problem.forbidden if one.student != key),
                )
            case Leaves(role, key):
                problem = _without(problem, role, key)
            case Shrinks(role, key, upper, at):
                problem = relaxing.requota(problem, (role, key, at), upper=upper)
            case Ends(host, base):
                industry = tuple(
                    dataclasses.replace(one, bases=one.bases - {base}) if one.id == host else one
                    for one in problem.industry
                )
                problem = dataclasses.replace(problem, industry=industry)
    return problem


def _without(problem: Problem, role: Role, key: str) -> Problem:
    """Nobody may choose the one who left, and nothing that was demanded of them holds."""

    def menu(student: Student, about: Role) -> Options:
        options = student.options(about)
        return {name: one for name, one in options.items() if name != key} if about is role else options

    return dataclasses.replace(
        problem,
        students=tuple(one.with_options(menu) for one in problem.students),
        academics=tuple(one for one in problem.academics if role is not Role.ACADEMIC or one.id != key),
        industry=tuple(one for one in problem.industry if role is not Role.INDUSTRY or one.id != key),
        bases=tuple(one for one in problem.bases if role is not Role.BASE or one.id != key),
        locks=tuple(one for one in problem.locks if (one.role, one.target) != (role, key)),
        forbidden=tuple(one for one in problem.forbidden if (one.role, one.target) != (role, key)),
        overload={
            seat: price
            for seat, price in problem.overload.items()
            if seat[:2] != (role, key) or (seat[2] == ORGANISATION and role is not Role.BASE)
        },
    )


def ripple(
    problem: Problem,
    answer: Answer,
    edits: Sequence[Edit],
    *,
    seed: str = "",
    steering: Steering | None = None,
) -> Ripple:
    """The moves that these events bring, before they are made: `fewest` is proved by the verifier to be the least."""
    changed = after(problem, edits)
    stands = {one.id: answer.given[one.id] for one in changed.students if one.id in answer.given}
    changed = dataclasses.replace(changed, standing=stands, penalties=dataclasses.replace(changed.penalties, moved=0))
    proof = answer.certificate
    how = dataclasses.replace(steering or Steering(), prices=proof.prices, scale=proof.scale)
    curve = []
    for price in PRICES:
        priced = dataclasses.replace(changed, penalties=dataclasses.replace(changed.penalties, moved=price))
        curve.append(_point(changed, solve.solve(priced, seed=seed, steering=how), 0))
    fewest = modes.solve(changed, mode=Mode.MINIMAL_CHANGE, seed=seed, steering=how)
    least = next((tier.bound for tier in fewest.tiers if tier.code == aims.MOVED), 0)
    curve.append(_point(changed, fewest, least))
    return Ripple(changed, displaced(changed), tuple(curve))


def _point(problem: Problem, answer: Answer, least: int) -> Point:
    reading = Reading(problem)
    moved = tuple(one.id for one in problem.students if reading.moved(one, answer.given[one.id]))
    return Point(moved, least, verify.worth(reading, answer.given), answer)


def displaced(problem: Problem) -> tuple[str, ...]:
    """Students who cannot keep what stands whatever others do: it is gone, forbidden, or locked otherwise."""
    reading = Reading(problem)
    return tuple(one.id for one in problem.students if not _can_stay(reading, one))


def _can_stay(reading: Reading, student: Student) -> bool:
    before = reading.problem.standing.get(student.id, Given())
    kept = {role: before.target(role) for role in Role if role in student.needs}
    if any(target is not None and target not in reading.menu(student, role) for role, target in kept.items()):
        return False
    host, base = kept.get(Role.INDUSTRY), kept.get(Role.BASE)
    return host is None or base is None or reading.together(student, host, base)
