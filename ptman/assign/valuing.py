"""What an answer is worth as a person has changed it, pure; also where it breaks a rule that the engine never would."""

import dataclasses
from collections.abc import Mapping

from ptman.assign import verify
from ptman.assign.problem import Demand, Given, Problem, Role
from ptman.assign.reading import Reading


def worth(problem: Problem, given: Mapping[str, Given]) -> int:
    """The points of any answer: what a rule stands against counts as if somebody had locked it, and costs nothing."""
    open_to_all = dataclasses.replace(problem, locks=())
    reading = Reading(open_to_all)
    odd = tuple(
        Demand(student.id, role, target)
        for student in problem.students
        for role in Role
        if (target := given[student.id].target(role)) is not None
        and role in student.needs
        and target not in reading.menu(student, role)
    )
    if not odd:
        return verify.worth(reading, given)
    held = {(one.student, one.role, one.target) for one in odd}
    allowed = tuple(one for one in problem.forbidden if (one.student, one.role, one.target) not in held)
    return verify.worth(Reading(dataclasses.replace(open_to_all, locks=odd, forbidden=allowed)), given)
