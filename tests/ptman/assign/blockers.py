"""Pairs that block a one-to-many allocation, by the definition alone and apart from the program's own reading."""

from collections.abc import Mapping

from ptman.assign.problem import Academic, Given, Industry, Problem, Role, Student
from tests.ptman.assign import brute

Person = Academic | Industry
LAST = 1 << 30


def blocking(problem: Problem, given: Mapping[str, Given], role: Role) -> list[tuple[str, str]]:
    """A student and a person he would rather have, who has or whose organisation has room or rather has him, too."""
    locks, people = brute.standing(problem), problem.academics if role is Role.ACADEMIC else problem.industry
    free = [one for one in problem.students if role in one.needs and (one.id, role) not in locks]
    return [
        (student.id, person.id)
        for student in free
        for person in people
        if _open(problem, student, person, role) and _better(student, role, given, person.id)
        if _welcome(problem, (student, person, role), given, {one.id for one in free})
    ]


def _open(problem: Problem, student: Student, person: Person, role: Role) -> bool:
    banned = any((one.student, one.role, one.target) == (student.id, role, person.id) for one in problem.forbidden)
    site = brute.standing(problem).get((student.id, Role.BASE)) if isinstance(person, Industry) else None
    apart = site is not None and isinstance(person, Industry) and site not in person.bases
    return person.id in student.options(role) and not banned and not apart


def _better(student: Student, role: Role, given: Mapping[str, Given], target: str) -> bool:
    now, options = given[student.id].target(role), student.options(role)
    return now is None or _liking(options[target].rank, options[target].cost) < _liking(
        options[now].rank, options[now].cost
    )


def _liking(rank: int | None, cost: int) -> tuple[int, int]:
    return (LAST if rank is None else rank, cost)


def _welcome(problem: Problem, pair: tuple[Student, Person, Role], given: Mapping[str, Given], free: set[str]) -> bool:
    student, person, role = pair
    people = problem.academics if role is Role.ACADEMIC else problem.industry
    office = next((one for one in problem.organisations if (one.role, one.id) == (role, person.organisation)), None)
    colleagues = {one.id for one in people if office is not None and one.organisation == office.id} or {person.id}
    ranking = office.ranking if office is not None else person.ranking

    def place(who: str) -> int:
        return next((at for at, tie in enumerate(ranking) if who in tie), LAST)

    here = [who for who, one in given.items() if one.target(role) == person.id]
    under = [who for who, one in given.items() if one.target(role) in colleagues]

    def rather(others: list[str]) -> bool:
        return any(who in free and place(student.id) < place(who) for who in others)

    if len(here) >= person.upper:
        return rather(here)
    if office is None or len(under) < office.upper or student.id in under:
        return True
    return rather(under)
