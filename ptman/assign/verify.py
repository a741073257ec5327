"""Checks an answer without the solver: demands, seats, value, and the bound that its prices prove in whole numbers."""

import dataclasses
import functools
from collections.abc import Iterator, Mapping, Sequence

from ptman.assign import aims, bounding, stability
from ptman.assign.answer import Answer, Certificate, Tier
from ptman.assign.bounding import Bounds
from ptman.assign.fingerprints import Prints
from ptman.assign.problem import Given, Problem, Role, Status, Student
from ptman.assign.reading import Reading

STABLE = "stable:"


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """The value and the bound as recomputed, and every fault found, in plain words for the log."""

    value: int | None
    proved: int | None
    faults: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.faults


def verify(problem: Problem, answer: Answer) -> Report:
    """All faults of the answer; its prices are trusted for nothing but weak duality, which holds for any prices."""
    return Verifier(problem).report(problem, answer)


class Verifier:
    """Checks answers to a problem and to others with other penalties; what they have in common is read once."""

    def __init__(self, problem: Problem, prints: Prints | None = None) -> None:
        self._prints, self._problem = prints or Prints(problem), problem

    @functools.cached_property
    def _bounds(self) -> Bounds:
        """Gathered when first asked for: a stable answer is bounded with its pairs fixed."""
        return Bounds(Reading(self._problem))

    def report(self, problem: Problem, answer: Answer) -> Report:
        reading = Reading(problem)
        faults = list(misfits(reading, answer.given))
        value = None if faults else worth(reading, answer.given)
        proved: int | None
        if answer.tiers:
            faults += [] if faults else list(self._tier_faults(problem, answer))
            proved = next((one.proved for one in answer.tiers if one.code == aims.TOTAL), answer.proved)
        else:
            proved = self._proved(reading, answer.certificate)
        faults += _contradictions(answer, value, proved)
        if answer.input_hash != self._prints.of(problem):
            faults.append("the answer belongs to another problem")
        return Report(value, proved, tuple(faults))

    def _tier_faults(self, problem: Problem, answer: Answer) -> Iterator[str]:
        """Each tier's value and bound, recomputed from its own aim and the aims before it at their multipliers."""
        earlier: list[tuple[Reading, int]] = []
        bounds: Bounds | None = None
        for tier in answer.tiers:
            if tier.code.startswith(STABLE):
                role = Role(tier.code.removeprefix(STABLE))
                yield from _blocked(problem, answer, tier, role)
                problem = stability.fixed(problem, answer.given, (role,))
                bounds = Bounds(Reading(problem))
                continue
            try:
                aim = Reading(aims.costed(problem, tier.code, answer.seed))
                bounds = bounds or self._bounds
                value, proved = worth(aim, answer.given), tier_bound(bounds, aim, earlier, tier.certificate)
            except (ValueError, OverflowError, KeyError) as reason:
                yield f"tier {tier.code} cannot be read: {reason}"
                return
            if (value, proved) != (tier.value, tier.proved):
                yield f"tier {tier.code}: value {value} and bound {proved}, not {tier.value} and {tier.proved}"
            if not tier.proved <= tier.bound <= tier.value:
                yield f"tier {tier.code}: {tier.proved} proved, bound {tier.bound} and value {tier.value} contradict"
            earlier.append((aim, value))
        yield from _overstated(answer)

    def _proved(self, reading: Reading, certificate: Certificate) -> int | None:
        """None where its numbers are no prices at all."""
        try:
            return -(-self._bounds.total([(certificate.scale, reading)], certificate.prices) // certificate.scale)
        except (ValueError, OverflowError, ZeroDivisionError):
            return None


def _contradictions(answer: Answer, value: int | None, proved: int | None) -> Iterator[str]:
    """Where what the answer says of itself is not what is found."""
    if value != answer.value:
        yield f"the value is {value}, not {answer.value}"
    if proved != answer.proved:
        yield f"the prices prove {proved}, not {answer.proved}"
    if proved is None or not proved <= answer.bound <= answer.value:
        yield f"{proved} proved, bound {answer.bound} and value {answer.value} contradict each other"
    if answer.status is Status.OPTIMAL and proved != value:
        yield "called optimal, but the prices do not prove it"
    if answer.status is Status.SOLVER_PROVED and answer.bound != value:
        yield "called optimal by the solver, but its bound is lower"


def _blocked(problem: Problem, answer: Answer, tier: Tier, role: Role) -> Iterator[str]:
    blocking = stability.blocking(problem, answer.given, role)
    if blocking or (tier.value, tier.bound, tier.proved) != (0, 0, 0):
        yield f"{len(blocking)} pairs block, such as {blocking[:1]}"


def _overstated(answer: Answer) -> Iterator[str]:
    """The draw need not be proved: it decides between answers that are."""
    ordered = [one for one in answer.tiers if one.code != aims.LOTTERY]
    if answer.status is Status.OPTIMAL and any(one.proved != one.value for one in ordered):
        yield "called optimal, but the prices do not prove every tier"
    if answer.status is Status.SOLVER_PROVED and any(one.gap for one in ordered):
        yield "called optimal by the solver, but a tier is not"


def tier_bound(bounds: Bounds, aim: Reading, earlier: Sequence[tuple[Reading, int]], certificate: Certificate) -> int:
    """No answer as good in the earlier aims is worth less in this one: the earlier ones are priced like seats."""
    scale, multipliers = certificate.scale, certificate.multipliers
    parts = [(scale, aim), *((price, one) for price, (one, _) in zip(multipliers, earlier, strict=True) if price)]
    if min(multipliers, default=0) < 0 or scale < 1:
        raise ValueError("multipliers and scale are not negative")
    total = bounds.total(parts, certificate.prices)
    total -= sum(price * value for price, (_, value) in zip(multipliers, earlier, strict=True))
    return -(-total // scale)


def misfits(reading: Reading, given: Mapping[str, Given]) -> Iterator[str]:
    """What the answer gives that it may not: unknown or forbidden pairs, lost locks, seats taken twice."""
    if given.keys() != reading.students.keys():
        yield "the answer does not name exactly the students"
        return
    for student in reading.problem.students:
        yield from _student_misfits(reading, student, given[student.id])
    for (role, target, period), taken in reading.loads(given).items():
        seats = reading.room.get((role, target, period), 0)
        if taken > seats and (role, target, period) not in reading.problem.overload:
            yield f"{role.value} {target} {period} has {taken} units and {seats} seats"


def _student_misfits(reading: Reading, student: Student, mine: Given) -> Iterator[str]:
    for role in Role:
        target = mine.target(role)
        if target is None and reading.vacancy(student, role) is None:
            yield f"{student.id} lost the locked {role.value}"
        if target is not None and reading.choice(student, role, target) is None:
            yield f"{student.id} may not have {role.value} {target}"
    if not reading.together(student, mine.industry, mine.base):
        yield f"{student.id} may not have {mine.industry} with {mine.base}"


def worth(reading: Reading, given: Mapping[str, Given]) -> int:
    """The points of an answer that fits: choices, vacancies, bonuses, shortfalls."""
    total = 0
    for student in reading.problem.students:
        mine = given[student.id]
        for role in Role:
            target = mine.target(role)
            points = reading.vacancy(student, role) if target is None else reading.choice(student, role, target)
            total += points or 0
        if mine.academic is not None and mine.industry is not None:
            total -= reading.problem.affinity.get((mine.academic, mine.industry), 0)
        total += reading.problem.penalties.moved * reading.moved(student, mine)
    load = reading.loads(given)
    short = sum(max(0, least - load[seat]) for seat, least in reading.lower().items())
    over = sum(max(0, load[seat] - reading.room[seat]) * cost for seat, cost in reading.problem.overload.items())
    return total + short * reading.problem.penalties.shortfall + over


def proved_bound(reading: Reading, certificate: Certificate) -> int:
    """No answer is worth less (Geoffrion 1974); rounded up, as points are whole."""
    return -(-bounding.total([(certificate.scale, reading)], certificate.prices) // certificate.scale)
