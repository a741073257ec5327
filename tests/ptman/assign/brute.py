"""The best answer by trying every triple of every student, written apart from solver and verifier."""

import itertools
from collections import Counter
from collections.abc import Iterator

from ptman.assign.problem import FREE, Problem, Role, Student

Triple = tuple[str | None, str | None, str | None]


def best(problem: Problem) -> int:
    return min(total for _, total in answers(problem))


def answers(problem: Problem) -> Iterator[tuple[tuple[Triple, ...], int]]:
    """Every answer that fits, with its points."""
    locks = standing(problem)
    choices = [list(triples(problem, student, locks)) for student in problem.students]
    for picked in itertools.product(*choices):
        total = value(problem, picked, locks)
        if total is not None:
            yield tuple(triple for triple, _ in picked), total


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
        moved = problem.penalties.moved if has_moved(problem, student, (a, i, b)) else 0
        yield (a, i, b), a_cost + i_cost + b_cost - bonus + moved


def has_moved(problem: Problem, student: Student, triple: Triple) -> bool:
    before = problem.standing.get(student.id)
    pairs = () if before is None else zip(Role, (before.academic, before.industry, before.base), triple, strict=True)
    return any(old is not None and new != old for role, old, new in pairs if role in student.needs)


def value(problem: Problem, picked: tuple[tuple[Triple, int], ...], locks: dict[tuple[str, Role], str]) -> int | None:
    """Points of a whole answer, None where seats do not suffice."""
    load: Counter[tuple[Role, str, str]] = Counter()
    for student, (triple, _) in zip(problem.students, picked, strict=True):
        for role, key in zip(Role, triple, strict=True):
            if key is not None:
                load.update(dict.fromkeys(quotas(problem, student, role, key), student.units))
    students = {student.id: student for student in problem.students}
    held: Counter[tuple[Role, str, str]] = Counter()
    for (who, role), key in locks.items():
        held.update(dict.fromkeys(quotas(problem, students[who], role, key), students[who].units))
    people = [(Role.ACADEMIC, one, "") for one in problem.academics]
    limits = {(role, one.id, at): (one.upper, one.lower) for role, one, at in people}
    limits |= {(Role.INDUSTRY, one.id, ""): (one.upper, one.lower) for one in problem.industry}
    limits |= {(one.role, one.id, "all"): (one.upper, one.lower) for one in problem.organisations}
    limits |= {(Role.BASE, one.id, at): (room, 0) for one in problem.bases for at, room in one.capacity.items()}
    soft = {
        (role, key, "all" if at == "organisation" else at): cost for (role, key, at), cost in problem.overload.items()
    }
    total = sum(cost for _, cost in picked)
    for seat in {*limits, *load}:
        upper, lower = limits.get(seat, (0, 0))
        over = load[seat] - max(upper, held[seat])
        if over > 0 and seat not in soft:
            return None
        total += max(0, over) * soft.get(seat, 0) + max(0, lower - load[seat]) * problem.penalties.shortfall
    return total


def quotas(problem: Problem, student: Student, role: Role, key: str) -> list[tuple[Role, str, str]]:
    """The person's or base's own, and that of all people of the organisation."""
    if role is Role.BASE:
        return [(role, key, student.period)]
    people = problem.academics if role is Role.ACADEMIC else problem.industry
    employer = next(one.organisation for one in people if one.id == key)
    joint = [(role, one.id, "all") for one in problem.organisations if one.role is role and one.id == employer]
    return [(role, key, ""), *joint]
