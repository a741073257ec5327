"""Turns what the office knows into the problem to solve: eligible choices with their points, seats, locks."""

from collections.abc import Iterable

from ptman.assign import choosing, problem, terms
from ptman.assign.problem import Demand, Penalties, Problem
from ptman.assign.situation import Learner, Situation


def build(situation: Situation, *, again: bool = False, demands: Iterable[Demand] = ()) -> Problem:
    """The problem of a cohort. What stands is locked; `again` leaves only fixed pairings locked and prices moves.

    A demand takes the place of what stands in that role of the student.
    """
    menus, vacant = choosing.Menus(situation), terms.vacancy(len(situation.students))
    return Problem(
        tuple(menus.student(learner) for learner in situation.students),
        tuple(problem.Academic(one.id, max(0, one.capacity - one.elsewhere)) for one in situation.academics),
        tuple(
            problem.Industry(one.id, max(0, one.capacity - one.elsewhere), 0, one.organisation, frozenset(one.bases))
            for one in situation.industry
        ),
        tuple(problem.Base(one.id, _left(one.seats, one.elsewhere)) for one in situation.sites),
        affinities(situation),
        tuple(_locks(situation.students, tuple(demands), again=again)),
        penalties=Penalties(vacant, vacant, vacant),
    )


def affinities(situation: Situation) -> dict[tuple[str, str], int]:
    """Points off by pairs of supervisors who work together: one recommended the other, or they share students."""
    shared = {(academic, industry): count for academic, industry, count in situation.shared}
    recommended = {(one.recommended_by, one.id) for one in situation.industry if one.recommended_by}
    return {
        pair: terms.affinity(recommended=pair in recommended, shared=shared.get(pair, 0))
        for pair in sorted(shared.keys() | recommended)
    }


def student(situation: Situation, learner: Learner) -> problem.Student:
    """The choices of one student alone."""
    return choosing.Menus(situation).student(learner)


def _left(seats: Iterable[tuple[str, int]], elsewhere: Iterable[tuple[str, int]]) -> dict[str, int]:
    gone = dict(elsewhere)
    return {stay: max(0, count - gone.get(stay, 0)) for stay, count in seats}


def _locks(students: Iterable[Learner], demands: tuple[Demand, ...], *, again: bool) -> Iterable[Demand]:
    demanded = {(one.student, one.role) for one in demands}
    for learner in students:
        for role, standing in learner.standing:
            if (standing.fixed or not again) and (learner.id, role) not in demanded:
                yield Demand(learner.id, role, standing.target)
    yield from demands
