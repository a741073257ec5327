"""Checks an answer without the solver: demands, seats, value, and the bound that its prices prove in whole numbers."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ptman.assign.answer import Answer, Certificate
from ptman.assign.problem import Given, Problem, Role, Status, Student, fingerprint
from ptman.assign.reading import Reading, seat_of


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """The value and the bound as recomputed, and every fault found, in plain words for the log."""

    value: int | None
    proved: int
    faults: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.faults


def verify(problem: Problem, answer: Answer) -> Report:
    """All faults of the answer; its prices are trusted for nothing but weak duality, which holds for any prices."""
    reading = Reading(problem)
    faults = list(misfits(reading, answer.given))
    value = None if faults else worth(reading, answer.given)
    proved = proved_bound(reading, answer.certificate)
    if value != answer.value:
        faults.append(f"the value is {value}, not {answer.value}")
    if proved != answer.proved:
        faults.append(f"the prices prove {proved}, not {answer.proved}")
    if not proved <= answer.bound <= answer.value:
        faults.append(f"{proved} proved, bound {answer.bound} and value {answer.value} contradict each other")
    if answer.status is Status.OPTIMAL and proved != value:
        faults.append("called optimal, but the prices do not prove it")
    if answer.status is Status.SOLVER_PROVED and answer.bound != value:
        faults.append("called optimal by the solver, but its bound is lower")
    if answer.input_hash != fingerprint(problem):
        faults.append("the answer belongs to another problem")
    return Report(value, proved, tuple(faults))


def misfits(reading: Reading, given: Mapping[str, Given]) -> Iterator[str]:
    """What the answer gives that it may not: unknown or forbidden pairs, lost locks, seats taken twice."""
    if given.keys() != reading.students.keys():
        yield "the answer does not name exactly the students"
        return
    for student in reading.problem.students:
        yield from _student_misfits(reading, student, given[student.id])
    for (role, target, period), taken in reading.loads(given).items():
        seats = reading.room.get((role, target, period), 0)
        if taken > seats:
            yield f"{role.value} {target} {period} has {taken} students and {seats} seats"


def _student_misfits(reading: Reading, student: Student, mine: Given) -> Iterator[str]:
    for role in Role:
        target = mine.target(role)
        if target is None and reading.vacancy(student, role) is None:
            yield f"{student.id} lost the locked {role.value}"
        if target is not None and target not in reading.menu(student, role):
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
            total += (reading.vacancy(student, role) or 0) if target is None else reading.menu(student, role)[target]
        if mine.academic is not None and mine.industry is not None:
            total -= reading.problem.affinity.get((mine.academic, mine.industry), 0)
    load = reading.loads(given)
    short = sum(max(0, least - load[seat]) for seat, least in reading.lower().items())
    return total + short * reading.problem.penalties.shortfall


def proved_bound(reading: Reading, certificate: Certificate) -> int:
    """No answer is worth less: each student's cheapest choice at these prices, less what the seats bring in.

    Lagrangian duality over the seats' quotas (Geoffrion 1974), in whole numbers; rounded up, as points are whole.
    """
    prices, scale = certificate.prices, certificate.scale
    friends: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (academic, industry), bonus in reading.problem.affinity.items():
        friends[academic].append((industry, bonus * scale))
    total = sum(_cheapest(reading, student, certificate, friends) for student in reading.problem.students)
    total -= sum(max(0, prices.get(seat, 0)) * seats for seat, seats in reading.room.items())
    most = reading.problem.penalties.shortfall * scale
    total += sum(min(max(0, -prices.get(seat, 0)), most) * least for seat, least in reading.lower().items())
    return -(-total // scale)


def _cheapest(
    reading: Reading, student: Student, certificate: Certificate, friends: Mapping[str, list[tuple[str, int]]]
) -> int:
    """The least a student can cost at these prices."""
    prices, scale = certificate.prices, certificate.scale

    def priced(role: Role) -> dict[str | None, int]:
        menu: dict[str | None, int] = {
            key: cost * scale + prices.get(seat_of(student, role, key), 0)
            for key, cost in reading.menu(student, role).items()
        }
        vacancy = reading.vacancy(student, role)
        return menu if vacancy is None else menu | {None: vacancy * scale}

    academics, sites = priced(Role.ACADEMIC), priced(Role.BASE)
    hosts = {}
    for host, cost in priced(Role.INDUSTRY).items():
        near = [extra for site, extra in sites.items() if reading.together(student, host, site)]
        if near:
            hosts[host] = cost + min(near)
    best = min(academics.values()) + min(hosts.values())
    for academic, cost in academics.items():
        for industry, bonus in friends.get(academic or "", ()):
            if industry in hosts:
                best = min(best, cost + hosts[industry] - bonus)
    return best
