"""The exact price of forcing a pair, and the named points behind a pair."""

import dataclasses

from ptman.assign.answer import Answer
from ptman.assign.engine import solve
from ptman.assign.problem import FREE, Demand, Given, Problem, Role, Student, Terms


@dataclasses.dataclass(frozen=True, slots=True)
class Delta:
    """What forcing a pair costs the whole: between `low` and `high` points, equal where both answers are proved."""

    low: int
    high: int
    answer: Answer
    moved: tuple[str, ...]

    @property
    def exact(self) -> bool:
        return self.low == self.high


def what_if(problem: Problem, answer: Answer, lock: Demand, *, seed: str = "") -> Delta:
    """Solve again with `lock` in force, starting at the prices of `answer`; `moved` are the students who change."""
    others = tuple(one for one in problem.locks if (one.student, one.role) != (lock.student, lock.role))
    forced = dataclasses.replace(problem, locks=(*others, lock))
    proof = answer.certificate
    again = solve.solve(forced, seed=seed, steering=solve.Steering(prices=proof.prices, scale=proof.scale))
    moved = tuple(one.id for one in problem.students if again.given[one.id] != answer.given[one.id])
    return Delta(again.bound - answer.value, again.value - answer.bound, again, moved)


def terms(problem: Problem, student: Student, given: Given) -> Terms:
    """The named points of what a student is given; vacancies and the pair's bonus are terms of their own."""
    listed: list[tuple[str, int]] = []
    for role in Role:
        target = given.target(role)
        if target is not None:
            listed += student.options(role).get(target, FREE).terms
        elif role in student.needs:
            listed.append((f"vacancy_{role.value}", problem.penalties.of(role)))
    if given.academic is not None and given.industry is not None:
        bonus = problem.affinity.get((given.academic, given.industry), 0)
        if bonus:
            listed.append(("affinity", -bonus))
    return tuple(listed)
