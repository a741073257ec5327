"""The best answer by trying every triple of every student, written apart from solver and verifier."""

import itertools
from collections import Counter
from collections.abc import Iterator

from ptman.assign.problem import FREE, Problem, Role, Student

Triple = tuple[str | None, str | None, str | None]


def best(problem: Problem) -> int:
    locks = standing(problem)
    choices = [list(triples(problem, student, locks)) for student in problem.students]
    return min(total for picked in itertools.product(*choices) if (total := value(problem, picked, locks)) is not None)


def standing(problem: Problem) -> dict[tuple[str, Role], str]:
    banned = {(one.student, one.role, one.target) for one in problem.forbidden}
    needs = {student.id: student.needs for student in problem.students}
    locks: dict[tuple[str, Role], str] = {}
    for lock in sorted(problem.locks, key=lambda one: one.target):
        if lock.role in needs[lock.student] and (lock.student, lock.role, lock.target) not in banned:
            locks.setdefault((lock.student, lock.role), lock.target)
    return locks


def triples(problem: Problem, student: Student, locks: dict[tuple[str, Role], str]) -> Iterator[tuple[Triple, int]]:
    banned = {(one.role, one.target) for one in problem.forbidden if one.student == student.id}
    hosts = {one.id: one.bases for one in problem.industry}
    sides: list[list[tuple[str | None, int]]] = []
    for role in Role:
        lock = locks.get((student.id, role))
        if role not in student.needs:
            sides.append([(None, 0)])
        elif lock is not None:
            sides.append([(lock, student.options(role).get(lock, FREE).cost)])
        else:
            own: list[tuple[str | None, int]] = [
                (key, one.cost) for key, one in student.options(role).items() if (role, key) not in banned
            ]
            sides.append([*own, (None, problem.penalties.of(role))])
    held = [(student.id, role) in locks for role in Role]
    whole = {Role.INDUSTRY, Role.BASE} <= student.needs
    for (a, a_cost), (i, i_cost), (b, b_cost) in itertools.product(*sides):
        if i is not None and b is not None and b not in hosts[i] and not (held[1] and held[2]):
            continue
        lone = (i is None) != (b is None)
        if lone and whole and not problem.penalties.partial and not (held[1] if b is None else held[2]):
            continue
        bonus = problem.affinity.get((a or "", i or ""), 0)
        yield (a, i, b), a_cost + i_cost + b_cost - bonus


def value(problem: Problem, picked: tuple[tuple[Triple, int], ...], locks: dict[tuple[str, Role], str]) -> int | None:
    """Points of a whole answer, None where seats do not suffice."""
    load: Counter[tuple[Role, str, str]] = Counter()
    for student, (triple, _) in zip(problem.students, picked, strict=True):
        for role, key in zip(Role, triple, strict=True):
            if key is not None:
                load[role, key, student.period if role is Role.BASE else ""] += 1
    periods = {student.id: student.period for student in problem.students}
    held = Counter((role, key, periods[who] if role is Role.BASE else "") for (who, role), key in locks.items())
    seats = {(Role.ACADEMIC, one.id, ""): one.upper for one in problem.academics}
    seats |= {(Role.INDUSTRY, one.id, ""): one.upper for one in problem.industry}
    seats |= {(Role.BASE, one.id, period): room for one in problem.bases for period, room in one.capacity.items()}
    if any(taken > max(seats.get(seat, 0), held[seat]) for seat, taken in load.items()):
        return None
    short = sum(max(0, one.lower - load[Role.ACADEMIC, one.id, ""]) for one in problem.academics)
    short += sum(max(0, one.lower - load[Role.INDUSTRY, one.id, ""]) for one in problem.industry)
    return sum(cost for _, cost in picked) + short * problem.penalties.shortfall
