"""The fingerprint of a problem: one number for all that decides its answer, whatever the order of rows."""

import dataclasses
import hashlib

from ptman.assign.problem import Problem, Role


def fingerprint(problem: Problem) -> str:
    """SHA-256 in hexadecimal."""
    digest = hashlib.sha256()

    def feed(*parts: object) -> None:
        digest.update(repr(parts).encode())

    for student in sorted(problem.students, key=lambda one: one.id):
        menus = [
            sorted((key, option.cost, option.rank or 0) for key, option in student.options(role).items())
            for role in Role
        ]
        feed(student.id, student.period, menus, sorted(need.value for need in student.needs), student.units)
    feed(sorted((one.id, one.upper, one.lower, one.organisation, one.ranking) for one in problem.academics))
    feed(
        sorted(
            (one.id, one.upper, one.lower, one.organisation, sorted(one.bases), one.ranking) for one in problem.industry
        )
    )
    feed(sorted((base.id, sorted(base.capacity.items())) for base in problem.bases))
    feed(sorted(problem.affinity.items()))
    for demands in (problem.locks, problem.forbidden):
        feed(sorted((one.student, one.role.value, one.target) for one in demands))
    feed(dataclasses.astuple(problem.penalties))
    feed(sorted((one.role.value, one.id, one.upper, one.lower, one.ranking) for one in problem.organisations))
    feed(sorted((student, dataclasses.astuple(given)) for student, given in problem.standing.items()))
    feed(sorted((role.value, *rest, cost) for (role, *rest), cost in problem.overload.items()))
    feed(sorted(problem.lots.items()))
    return digest.hexdigest()
