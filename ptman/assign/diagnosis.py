"""Why not everybody can be placed as demanded, and the cheapest limits to relax so that they can."""

import dataclasses
from collections.abc import Iterator, Mapping

from ptman.assign import demands, relaxing, shortage
from ptman.assign.answer import Finding, Seat
from ptman.assign.engine import solve
from ptman.assign.engine.control import Steering
from ptman.assign.problem import ORGANISATION, Demand, Given, Option, Options, Penalties, Problem, Role, Student
from ptman.assign.reading import Reading
from ptman.assign.relaxing import Kind, NameOf, Relaxation
from ptman.assign.shortage import Shortage

VACANT = 10_000
"""Leaving somebody vacant counts more than anything that can be relaxed for one student."""


@dataclasses.dataclass(frozen=True, slots=True)
class Prices:
    """How unwelcome each kind of relaxation is, per unit or per demand: the office's priorities."""

    person: int = 10
    organisation: int = 11
    base: int = 12
    reduce: int = 5
    unlock: int = 30
    allow: int = 40


@dataclasses.dataclass(frozen=True, slots=True)
class Diagnosis:
    """`relaxations` together place everybody who has any candidate; `hopeless` have none whatever is relaxed.

    `shortages` are the crowds that compete for too few seats, `findings` the demands that contradict each other.
    """

    shortages: tuple[Shortage, ...]
    findings: tuple[Finding, ...]
    relaxations: tuple[Relaxation, ...]
    hopeless: tuple[tuple[str, Role], ...]
    proved: bool

    @property
    def sound(self) -> bool:
        """Whether all that is demanded can be had at once."""
        return not (self.relaxations or self.hopeless)


DEFAULT = Prices()


def diagnose(
    problem: Problem, name_of: NameOf = str, *, prices: Prices = DEFAULT, steering: Steering | None = None
) -> Diagnosis:
    """The cheapest relaxations of what people have set: locks, prohibitions, quotas. Eligibility is never for sale."""
    loose = _elastic(problem, prices)
    answer = solve.solve(loose, steering=steering)
    found = [*_of_quotas(problem, loose, answer.given), *_of_demands(problem, answer.given)]
    hopeless = tuple(
        (one.id, role)
        for one in problem.students
        for role in Role
        if role in one.needs and answer.given[one.id].target(role) is None
    )
    return Diagnosis(
        tuple(each for role in Role for each in shortage.shortages(problem, role)),
        demands.settle(problem).findings,
        tuple(relaxing.worded(problem, one, name_of) for one in found),
        hopeless,
        answer.optimal,
    )


def _elastic(problem: Problem, prices: Prices) -> Problem:
    """The same people with every limit for sale, and nothing else worth anything."""
    known = {
        Role.ACADEMIC: {one.id for one in problem.academics},
        Role.INDUSTRY: {one.id for one in problem.industry},
        Role.BASE: {one.id for one in problem.bases},
    }
    locks: dict[tuple[str, Role], set[str]] = {}
    for lock in problem.locks:
        if lock.target in known[lock.role]:
            locks.setdefault((lock.student, lock.role), set()).add(lock.target)
    banned = {(one.student, one.role, one.target) for one in problem.forbidden}

    def menu(student: Student, role: Role) -> Options:
        wanted = locks.get((student.id, role), set())
        # A kept lock earns its price, so that leaving the role vacant breaks it as dearly as giving it to another.
        return {
            key: Option(prices.allow * ((student.id, role, key) in banned) - prices.unlock * (key in wanted))
            for key in sorted({*student.options(role), *wanted})
        }

    students = tuple(one.with_options(menu) for one in problem.students)
    return _for_sale(dataclasses.replace(problem, students=students), prices)


def _for_sale(problem: Problem, prices: Prices) -> Problem:
    asked = {(Role.BASE, key, one.period) for one in problem.students for key in one.bases}
    return dataclasses.replace(
        problem,
        affinity={},
        locks=(),
        forbidden=(),
        standing={},
        penalties=Penalties(VACANT, VACANT, VACANT, prices.reduce, problem.penalties.partial),
        overload={seat: _price(seat, prices) for seat in sorted({*demands.capacities(problem), *asked})},
    )


def _price(seat: Seat, prices: Prices) -> int:
    if seat[2] == ORGANISATION and seat[0] is not Role.BASE:
        return prices.organisation
    return prices.base if seat[0] is Role.BASE else prices.person


def _of_quotas(problem: Problem, loose: Problem, given: Mapping[str, Given]) -> Iterator[Relaxation]:
    reading, upper = Reading(loose), demands.capacities(problem)
    load = reading.loads(given)
    for seat in sorted(loose.overload):
        over = load[seat] - upper.get(seat, 0)
        if over > 0:
            yield Relaxation(Kind.RAISE, seat[0], seat[1], over, seat[2], _holders(reading, seat, given))
    for seat, least in sorted(reading.lower().items()):
        if load[seat] < least:
            yield Relaxation(Kind.REDUCE, seat[0], seat[1], least - load[seat], seat[2], _holders(reading, seat, given))


def _holders(reading: Reading, seat: Seat, given: Mapping[str, Given]) -> tuple[str, ...]:
    return tuple(
        one.id
        for one in reading.problem.students
        if (target := given[one.id].target(seat[0])) is not None and seat in reading.seats(one, seat[0], target)
    )


def _of_demands(problem: Problem, given: Mapping[str, Given]) -> Iterator[Relaxation]:
    def holds(one: Demand) -> bool:
        return one.student in given and given[one.student].target(one.role) == one.target

    needs = {one.id: one.needs for one in problem.students}
    for lock in problem.locks:
        if not holds(lock) and lock.role in needs.get(lock.student, ()):
            yield Relaxation(Kind.UNLOCK, lock.role, lock.target, students=(lock.student,))
    for ban in problem.forbidden:
        if holds(ban):
            yield Relaxation(Kind.ALLOW, ban.role, ban.target, students=(ban.student,))
