"""Reads student–project instances in the text format of `matchingproblems`: ties, lower quotas, lecturers' rankings."""

import itertools
from collections.abc import Iterator

from ptman.assign.problem import (
    Academic,
    Option,
    Organisation,
    Penalties,
    Problem,
    Ranking,
    Role,
    Student,
)

SIDES = (2, 3)
NEEDS = frozenset({Role.ACADEMIC})


def problem_of(text: str) -> Problem:
    """Projects become academic supervisors, lecturers their organisations, all named by their number in the file.

    The first line counts students, projects and lecturers (or students and hospitals); then come, a line each,
    `student: choices`, `project: lower: upper: lecturer` and `lecturer: lower: target: upper: ranking` (or
    `hospital: lower: upper: ranking`). Choices in brackets are tied. A choice costs its place; a vacancy costs more
    than all places together, and a unit short of a lower quota more than all vacancies. Raises ValueError.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    counts = [int(word) for word in lines[0].split()]
    if len(counts) not in SIDES:
        raise ValueError("the first line has two or three numbers")
    if len(lines) <= sum(counts):
        raise ValueError("fewer lines than the first line counts")
    rows = iter(lines[1:])
    students = [_fields(next(rows)) for _ in range(counts[0])]
    projects = [_fields(next(rows)) for _ in range(counts[1])]
    lecturers = [_fields(next(rows)) for _ in range(counts[2])] if len(counts) == SIDES[1] else []
    liked = {key: tuple(ranking(" ".join(rest))) for key, *rest in students}
    worst = max((len(ties) for ties in liked.values()), default=0)
    vacancy = 1 + worst * len(students)
    return Problem(
        tuple(_student(key, ties) for key, ties in liked.items()),
        tuple(_project(row, alone=not lecturers) for row in projects),
        penalties=Penalties(vacancy, 0, 0, 1 + vacancy * len(students)),
        organisations=tuple(_lecturer(row) for row in lecturers),
    )


def _fields(line: str) -> list[str]:
    return [field.strip() for field in line.split(":")]


def ranking(text: str) -> Iterator[tuple[str, ...]]:
    """Places of a list such as `4 5 (1 2) 3`."""
    tie: list[str] = []
    inside = False
    for word in text.replace("(", " ( ").replace(")", " ) ").split():
        if word == "(":
            inside = True
            continue
        if word != ")":
            tie.append(str(int(word)))
        else:
            inside = False
        if not inside and tie:
            yield tuple(tie)
            tie = []
    if inside:
        raise ValueError("a bracket is not closed")


def _student(key: str, ties: Ranking) -> Student:
    places = enumerate(ties, start=1)
    menu = {choice: Option.of(("rank", place)) for place, tie in places for choice in tie}
    ranked = {choice: Option(one.cost, one.terms, one.cost) for choice, one in menu.items()}
    return Student(key, "", ranked, {}, {}, NEEDS)


def _project(row: list[str], *, alone: bool) -> Academic:
    key, lower, upper, *rest = row
    if alone:
        return Academic(key, int(upper), int(lower), "", tuple(ranking(" ".join(rest))))
    return Academic(key, int(upper), int(lower), str(int(rest[0])))


def _lecturer(row: list[str]) -> Organisation:
    """The target between the quotas is a wish about balance; it is left aside."""
    key, lower, _, upper, *rest = row
    return Organisation(key, int(upper), int(lower), Role.ACADEMIC, tuple(ranking(" ".join(rest))))


def text_of(problem: Problem) -> str:
    """The instance as text: students rank academic supervisors, who work for organisations (or rank for themselves)."""
    head = [len(problem.students), len(problem.academics)]
    head += [len(problem.organisations)] if problem.organisations else []
    lines = [" ".join(map(str, head))]
    for student in problem.students:
        by_place = sorted(student.academics.items(), key=lambda item: (item[1].rank or 0, int(item[0])))
        ties = [tuple(key for key, _ in tie) for _, tie in itertools.groupby(by_place, lambda item: item[1].rank)]
        lines.append(f"{student.id}: {_listed(tuple(ties))}")
    for one in problem.academics:
        rest = one.organisation if problem.organisations else _listed(one.ranking)
        lines.append(f"{one.id}: {one.lower}: {one.upper}: {rest}")
    lines += [
        f"{one.id}: {one.lower}: {one.upper}: {one.upper}: {_listed(one.ranking)}" for one in problem.organisations
    ]
    return "\n".join(lines) + "\n"


def _listed(places: Ranking) -> str:
    return " ".join(tie[0] if len(tie) == 1 else f"({' '.join(tie)})" for tie in places)
