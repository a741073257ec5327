"""The fingerprint of a problem: one number for all that decides its answer, whatever the order of rows."""

import dataclasses
import hashlib
from collections.abc import Iterator

from ptman.assign.problem import Problem, Role


def fingerprint(problem: Problem) -> str:
    """SHA-256 in hexadecimal."""
    return Prints(problem).of(problem)


class Prints:
    """Fingerprints of problems about the very same students, who are by far the most of each: read once."""

    def __init__(self, problem: Problem) -> None:
        self._students = problem.students
        self._begun = hashlib.sha256()
        for line in _lines(problem):
            self._begun.update(line)

    def of(self, problem: Problem) -> str:
        if problem.students is not self._students:
            return fingerprint(problem)
        digest = self._begun.copy()
        for line in _rest(problem):
            digest.update(line)
        return digest.hexdigest()


def _said(*parts: object) -> bytes:
    return repr(parts).encode()


def _lines(problem: Problem) -> Iterator[bytes]:
    for student in sorted(problem.students, key=lambda one: one.id):
        menus = [
            sorted((key, option.cost, option.rank or 0) for key, option in student.options(role).items())
            for role in Role
        ]
        yield _said(student.id, student.period, menus, sorted(need.value for need in student.needs), student.units)


def _rest(problem: Problem) -> Iterator[bytes]:
    yield _said(sorted((one.id, one.upper, one.lower, one.organisation, one.ranking) for one in problem.academics))
    yield _said(
        sorted(
            (one.id, one.upper, one.lower, one.organisation, sorted(one.bases), one.ranking) for one in problem.industry
        )
    )
    yield _said(sorted((base.id, sorted(base.capacity.items())) for base in problem.bases))
    yield _said(sorted(problem.affinity.items()))
    for demands in (problem.locks, problem.forbidden):
        yield _said(sorted((one.student, one.role.value, one.target) for one in demands))
    yield _said(dataclasses.astuple(problem.penalties))
    yield _said(sorted((one.role.value, one.id, one.upper, one.lower, one.ranking) for one in problem.organisations))
    yield _said(sorted((student, dataclasses.astuple(given)) for student, given in problem.standing.items()))
    yield _said(sorted((role.value, *rest, cost) for (role, *rest), cost in problem.overload.items()))
    yield _said(sorted(problem.lots.items()))
