"""What an event brings with it: somebody leaves, a quota shrinks, an agreement ends, and who has to move for it."""

import dataclasses
from collections.abc import Sequence
from functools import cached_property

from ptman.assign import aims, verify
from ptman.assign.answer import Answer
from ptman.assign.engine import modes, solve, turning
from ptman.assign.engine.control import Steering
from ptman.assign.engine.modes import Mode
from ptman.assign.engine.warm import Warm
from ptman.assign.events import Edit, Ends, Leaves, Shrinks, Withdraws, after
from ptman.assign.problem import Given, Problem, Role, Student
from ptman.assign.reading import Reading

__all__ = [
    "Edit",
    "Ends",
    "Leaves",
    "Point",
    "Ripple",
    "Ripples",
    "Shrinks",
    "Withdraws",
    "after",
    "displaced",
    "ripple",
]


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


def ripple(
    problem: Problem,
    answer: Answer,
    edits: Sequence[Edit],
    *,
    seed: str = "",
    steering: Steering | None = None,
) -> Ripple:
    """The moves that these events bring, before they are made: `fewest` is proved by the verifier to be the least."""
    return Ripples(problem, answer, seed).of(edits, steering)


class Ripples:
    """Asked of one answer as often as one likes; its relaxation stays warm from the first event on."""

    def __init__(self, problem: Problem, answer: Answer, seed: str = "") -> None:
        self._problem, self._answer, self._seed = problem, answer, seed

    def of(self, edits: Sequence[Edit], steering: Steering | None = None) -> Ripple:
        """What these events bring; each is asked of the answer as it stands, not after those asked before."""
        changed = after(self._problem, edits)
        given, proof = self._answer.given, self._answer.certificate
        stands = {one.id: given[one.id] for one in changed.students if one.id in given}
        costs = dataclasses.replace(changed.penalties, moved=0)
        changed = dataclasses.replace(changed, standing=stands, penalties=costs)
        how = dataclasses.replace(steering or Steering(), prices=proof.prices, scale=proof.scale)
        turned = None
        if turning.turns(self._problem, self._answer, tuple(edits)):
            turned = turning.answers(self._warm, (changed, tuple(edits)), (self._seed, how))
        answers = _whole(changed, self._seed, how) if turned is None else turned
        fewest = answers[-1]
        least = next((tier.bound for tier in fewest.tiers if tier.code == aims.MOVED), 0)
        curve = [_point(changed, one, least if one is fewest else 0) for one in answers]
        return Ripple(changed, displaced(changed), tuple(curve))

    @cached_property
    def _warm(self) -> Warm:
        return turning.warm_at(self._problem, self._answer, self._seed)


def _whole(changed: Problem, seed: str, how: Steering) -> list[Answer]:
    """Each point of the curve solved from the start."""
    found = []
    for price in turning.PRICES:
        priced = dataclasses.replace(changed, penalties=dataclasses.replace(changed.penalties, moved=price))
        found.append(solve.solve(priced, seed=seed, steering=how))
    return [*found, modes.solve(changed, mode=Mode.MINIMAL_CHANGE, seed=seed, steering=how)]


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
