"""The draw: what the names are does not decide, only the number that each took part under."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign.engine import modes
from ptman.assign.problem import Academic, Given, Options, Problem, Role, Student
from tests.ptman.assign import problems
from tests.ptman.assign.test_exact import shuffled

seeds = st.integers(0, 10**9)
few = settings(deadline=None, max_examples=25)


@few
@given(seeds, seeds)
def test_the_order_of_rows_does_not_decide(seed: int, shuffle: int) -> None:
    problem = problems.tiny(seed)
    assert modes.solve(shuffled(problem, shuffle), seed="drawn") == modes.solve(problem, seed="drawn")


def test_another_draw_gives_another_of_the_best() -> None:
    students = tuple(problems.student(f"s{n}", "a:0 b:0", needs=problems.only(Role.ACADEMIC)) for n in range(6))
    problem = Problem(students, tuple(Academic(key, 3) for key in "ab"))
    drawn = [modes.solve(problem, seed=str(n)).given for n in range(6)]
    assert any(one != drawn[0] for one in drawn)


@few
@given(seeds)
def test_names_do_not_decide_only_what_was_drawn(seed: int) -> None:
    problem = dataclasses.replace(problems.tiny(seed), locks=(), forbidden=())
    other = renamed(problem)
    lots = {new: old for old, new in names(problem).items()}
    mine = modes.solve(problem, seed="drawn").given
    theirs = modes.solve(dataclasses.replace(other, lots=lots), seed="drawn").given

    def back(key: str | None) -> str | None:
        return None if key is None else lots[key]

    assert {lots[who]: Given(back(x.academic), back(x.industry), back(x.base)) for who, x in theirs.items()} == mine


def names(problem: Problem) -> dict[str, str]:
    every = [one.id for part in (problem.students, problem.academics, problem.industry, problem.bases) for one in part]
    return {key: f"z{len(every) - place}" for place, key in enumerate(every)}


def renamed(problem: Problem) -> Problem:
    new = names(problem)

    def keyed(student: Student, role: Role) -> Options:
        return {new[key]: one for key, one in student.options(role).items()}

    return dataclasses.replace(
        problem,
        students=tuple(dataclasses.replace(one.with_options(keyed), id=new[one.id]) for one in problem.students),
        academics=tuple(dataclasses.replace(one, id=new[one.id]) for one in problem.academics),
        industry=tuple(
            dataclasses.replace(one, id=new[one.id], bases=frozenset(new[key] for key in one.bases))
            for one in problem.industry
        ),
        bases=tuple(dataclasses.replace(one, id=new[one.id]) for one in problem.bases),
        affinity={(new[a], new[i]): bonus for (a, i), bonus in problem.affinity.items()},
    )
