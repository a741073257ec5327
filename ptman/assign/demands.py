"""Settles what people demand before anything is solved: which locks hold, what they take, and what cannot be."""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from ptman.assign.answer import Finding, Seat
from ptman.assign.problem import ORGANISATION, Academic, Demand, Industry, Problem, Role, Student


@dataclasses.dataclass(frozen=True, slots=True)
class Settled:
    """The locks that hold, the pairs that may never be, the seats as far as locks stretch them, and the findings."""

    locks: Mapping[tuple[str, Role], str]
    forbidden: frozenset[tuple[str, Role, str]]
    upper: Mapping[Seat, int]
    lower: Mapping[Seat, int]
    findings: tuple[Finding, ...]


def settle(problem: Problem) -> Settled:
    forbidden = frozenset((one.student, one.role, one.target) for one in problem.forbidden)
    students = {student.id: student for student in problem.students}
    known = {
        Role.ACADEMIC: {one.id for one in problem.academics},
        Role.INDUSTRY: {one.id for one in problem.industry},
        Role.BASE: {one.id for one in problem.bases},
    }
    locks: dict[tuple[str, Role], str] = {}
    findings = []
    for demand in sorted(problem.locks, key=lambda one: (one.student, one.role.value, one.target)):
        holds, code = _judge(known, students.get(demand.student), demand, forbidden)
        earlier = locks.get((demand.student, demand.role))
        if holds and earlier not in {None, demand.target}:
            holds, code = False, "lock_conflict"
        if holds:
            locks[demand.student, demand.role] = demand.target
        if code:
            findings.append(Finding(code, demand.role, demand.target, (demand.student,), (), demand.reason))
    upper, stretched = _stretched(problem, students, locks)
    findings += stretched
    findings += _apart(problem, locks)
    findings += _unreachable(problem, locks, forbidden)
    return Settled(locks, forbidden, upper, _lower(problem), tuple(findings))


def _judge(
    known: Mapping[Role, AbstractSet[str]],
    student: Student | None,
    lock: Demand,
    forbidden: frozenset[tuple[str, Role, str]],
) -> tuple[bool, str]:
    """Whether the lock holds, and the code of what is odd about it."""
    if student is None or lock.target not in known[lock.role]:
        return False, "lock_unknown"
    if lock.role not in student.needs:
        return False, "lock_not_needed"
    if (lock.student, lock.role, lock.target) in forbidden:
        return False, "lock_forbidden"
    return True, "" if lock.target in student.options(lock.role) else "lock_ineligible"


def capacities(problem: Problem) -> dict[Seat, int]:
    rows: dict[Seat, int] = dict.fromkeys(problem.overload, 0)
    rows |= {(role, one.id, ""): one.upper for role, one in people(problem)}
    rows |= {(one.role, one.id, ORGANISATION): one.upper for one in problem.organisations}
    rows |= {(Role.BASE, base.id, period): room for base in problem.bases for period, room in base.capacity.items()}
    return rows


def people(problem: Problem) -> Iterator[tuple[Role, Academic | Industry]]:
    yield from ((Role.ACADEMIC, one) for one in problem.academics)
    yield from ((Role.INDUSTRY, one) for one in problem.industry)


def employers(problem: Problem) -> dict[tuple[Role, str], Seat]:
    """The organisation's quota that a person's students take from, where there is one."""
    listed = {(one.role, one.id) for one in problem.organisations}
    return {
        (role, one.id): (role, one.organisation, ORGANISATION)
        for role, one in people(problem)
        if (role, one.organisation) in listed
    }


def _lower(problem: Problem) -> dict[Seat, int]:
    rows: dict[Seat, int] = {(role, one.id, ""): one.lower for role, one in people(problem) if one.lower}
    return rows | {(one.role, one.id, ORGANISATION): one.lower for one in problem.organisations if one.lower}


def _stretched(
    problem: Problem, students: Mapping[str, Student], locks: Mapping[tuple[str, Role], str]
) -> tuple[dict[Seat, int], list[Finding]]:
    """Capacities, raised to what is locked where locks alone exceed them."""
    upper = capacities(problem)
    above = employers(problem)
    held: dict[Seat, list[str]] = defaultdict(list)
    for (student, role), target in sorted(locks.items()):
        held[role, target, students[student].period if role is Role.BASE else ""].append(student)
        if (role, target) in above:
            held[above[role, target]].append(student)
    findings = []
    for seat, who in held.items():
        room, units = upper.get(seat, 0), sum(students[one].units for one in who)
        if units > room:
            numbers = (("locked", units), ("seats", room))
            findings.append(Finding("locks_over_capacity", seat[0], seat[1], tuple(who), numbers, seat[2]))
        upper[seat] = max(room, units)
    return upper, findings


def _apart(problem: Problem, locks: Mapping[tuple[str, Role], str]) -> Iterator[Finding]:
    """A locked industry supervisor and a locked base that do not belong together."""
    bases = {one.id: one.bases for one in problem.industry}
    for (student, role), target in sorted(locks.items()):
        host = locks.get((student, Role.INDUSTRY))
        if role is Role.BASE and host is not None and target not in bases[host]:
            yield Finding("locks_apart", Role.BASE, target, (student,), (), host)


def _unreachable(
    problem: Problem, locks: Mapping[tuple[str, Role], str], forbidden: frozenset[tuple[str, Role, str]]
) -> Iterator[Finding]:
    """Lower quotas above the upper one or above all students who could come."""
    lower, reach = _lower(problem), Counter[Seat]()
    above = {person: seat for person, seat in employers(problem).items() if seat in lower}
    wanted = {about: {key for role, key, *_ in (*lower, *above) if role is about} for about in Role}
    for student in problem.students:
        for role in (Role.ACADEMIC, Role.INDUSTRY):
            locked = locks.get((student.id, role))
            targets = student.options(role).keys() if locked is None else {locked}
            if role in student.needs:
                open_to = [key for key in wanted[role] & targets if (student.id, role, key) not in forbidden]
                seats: set[Seat] = {(role, key, "") for key in open_to}
                seats |= {above[role, key] for key in open_to if (role, key) in above}
                reach.update(dict.fromkeys(seats, student.units))
    most = capacities(problem)
    for seat, least in sorted(lower.items()):
        if least > min(most[seat], reach[seat]):
            numbers = (("lower", least), ("upper", most[seat]), ("eligible", reach[seat]))
            yield Finding("lower_unreachable", seat[0], seat[1], (), numbers)
