"""The price of a choice with the fewest moves: of all equally good plans, the one nearest to the plan at hand."""

import dataclasses

from ptman.assign.answer import Answer
from ptman.assign.engine import solve
from ptman.assign.problem import Demand, Option, Options, Problem, Role, Student


@dataclasses.dataclass(frozen=True, slots=True)
class Forced:
    """The best answer with a choice in force, and what the choice costs: between `low` and `high` points."""

    answer: Answer
    low: int
    high: int


def force(problem: Problem, answer: Answer, lock: Demand, *, seed: str = "") -> Forced:
    """Solve again with `lock` in force, moving nobody without need.

    Every point counts `scale` times and every move once, so that all moves together weigh less than one point.
    """
    scale = len(Role) * len(problem.students) + 1
    others = tuple(one for one in problem.locks if (one.student, one.role) != (lock.student, lock.role))
    steadied = dataclasses.replace(_steadied(problem, answer, scale), locks=(*others, lock))
    proof = answer.certificate
    prices = {seat: price * scale for seat, price in proof.prices.items()}
    again = solve.solve(steadied, seed=seed, steering=solve.Steering(prices=prices, scale=proof.scale))
    return Forced(again, again.bound // scale - answer.value, again.value // scale - answer.bound)


def _steadied(problem: Problem, answer: Answer, scale: int) -> Problem:
    costs = problem.penalties
    return dataclasses.replace(
        problem,
        students=tuple(_student(student, answer, scale) for student in problem.students),
        affinity={pair: points * scale for pair, points in problem.affinity.items()},
        overload={seat: points * scale for seat, points in problem.overload.items()},
        penalties=dataclasses.replace(
            costs,
            academic=costs.academic * scale,
            industry=costs.industry * scale,
            base=costs.base * scale,
            shortfall=costs.shortfall * scale,
            moved=costs.moved * scale,
        ),
    )


def _student(student: Student, answer: Answer, scale: int) -> Student:
    def menu(role: Role) -> Options:
        now = answer.given[student.id].target(role)
        return {key: Option(one.cost * scale + (key != now)) for key, one in student.options(role).items()}

    return dataclasses.replace(
        student, academics=menu(Role.ACADEMIC), industry=menu(Role.INDUSTRY), bases=menu(Role.BASE)
    )
