"""The assignment problem and its answer as frozen values: who must be paired, with whom, at which cost."""

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum

from ptman.labels import Choice

Terms = tuple[tuple[str, int], ...]


class Role(Choice):
    """The three things a student may need."""

    ACADEMIC = "academic", "校内导师", "academic supervisor"
    INDUSTRY = "industry", "企业导师", "industry supervisor"
    BASE = "base", "实践基地", "training base"


class Status(StrEnum):
    """How good an answer is known to be.

    `OPTIMAL`: the integer prices prove it. `SOLVER_PROVED`: HiGHS closed the last points, the prices prove nearly all.
    `BOUNDED`: a limit was reached, the gap is known. `CANCELLED`: stopped by the caller, the best so far.
    """

    OPTIMAL = "optimal"
    SOLVER_PROVED = "optimal (solver-proved)"
    BOUNDED = "bounded"
    CANCELLED = "cancelled"


@dataclasses.dataclass(frozen=True, slots=True)
class Option:
    """What choosing one person or base for a student costs, smaller is better, and the named terms it is the sum of."""

    cost: int
    terms: Terms = ()

    @classmethod
    def of(cls, *terms: tuple[str, int]) -> "Option":
        return cls(sum(points for _, points in terms), terms)


FREE = Option(0)
Options = Mapping[str, Option]
EVERYTHING = frozenset(Role)


@dataclasses.dataclass(frozen=True, slots=True)
class Student:
    """A student with the eligible choices of each role; `excluded` says by a reason code why others are not."""

    id: str
    period: str
    academics: Options
    industry: Options
    bases: Options
    needs: frozenset[Role] = EVERYTHING
    excluded: Mapping[tuple[Role, str], str] = dataclasses.field(default_factory=dict)

    def options(self, role: Role) -> Options:
        return {Role.ACADEMIC: self.academics, Role.INDUSTRY: self.industry, Role.BASE: self.bases}[role]


@dataclasses.dataclass(frozen=True, slots=True)
class Academic:
    """An academic supervisor takes at most `upper` students; each one short of `lower` costs a penalty."""

    id: str
    upper: int
    lower: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class Industry:
    """An industry supervisor hosts only at `bases`."""

    id: str
    upper: int
    lower: int = 0
    organisation: str = ""
    bases: frozenset[str] = frozenset()


@dataclasses.dataclass(frozen=True, slots=True)
class Base:
    """A training base with its seats by period; a period not named has none."""

    id: str
    capacity: Mapping[str, int]


@dataclasses.dataclass(frozen=True, slots=True)
class Demand:
    """A choice of one student for one role that a person has locked or forbidden, with the reason given."""

    student: str
    role: Role
    target: str
    reason: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Penalties:
    """What a vacancy of each role costs, and each student short of a lower quota.

    Where `partial` is false an industry supervisor and a base are only given together, unless one is locked.
    """

    academic: int = 1000
    industry: int = 1000
    base: int = 1000
    shortfall: int = 500
    partial: bool = True

    def of(self, role: Role) -> int:
        return {Role.ACADEMIC: self.academic, Role.INDUSTRY: self.industry, Role.BASE: self.base}[role]


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One assignment to decide. `affinity` maps (academic, industry supervisor) to the points taken off, above 0.

    Locks hold even over a capacity or an eligibility rule (the answer's findings say so); a forbidden pair never holds.
    """

    students: tuple[Student, ...]
    academics: tuple[Academic, ...] = ()
    industry: tuple[Industry, ...] = ()
    bases: tuple[Base, ...] = ()
    affinity: Mapping[tuple[str, str], int] = dataclasses.field(default_factory=dict)
    locks: tuple[Demand, ...] = ()
    forbidden: tuple[Demand, ...] = ()
    penalties: Penalties = Penalties()

    def __post_init__(self) -> None:
        """Raise ValueError where the parts do not fit together: that is a bug of the caller."""
        known = {
            Role.ACADEMIC: _unique(person.id for person in self.academics),
            Role.INDUSTRY: _unique(person.id for person in self.industry),
            Role.BASE: _unique(base.id for base in self.bases),
        }
        _unique(student.id for student in self.students)
        for student in self.students:
            for role in Role:
                if not student.options(role).keys() <= known[role]:
                    raise ValueError(f"student {student.id} has an unknown {role.value}")
        people: tuple[Academic | Industry, ...] = (*self.academics, *self.industry)
        quotas = [number for person in people for number in (person.upper, person.lower)]
        seats = [number for base in self.bases for number in base.capacity.values()]
        prices = (self.penalties.academic, self.penalties.industry, self.penalties.base, self.penalties.shortfall)
        if min((*quotas, *seats, *prices), default=0) < 0:
            raise ValueError("quotas, seats and penalties are not negative")
        if min(self.affinity.values(), default=1) < 1:
            raise ValueError("an affinity takes points off: it is above 0")


def _unique(ids: Iterable[str]) -> set[str]:
    listed = list(ids)
    if len(set(listed)) != len(listed):
        raise ValueError("an id stands twice")
    return set(listed)


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """What one student is given; None where the role is vacant or not needed."""

    academic: str | None = None
    industry: str | None = None
    base: str | None = None

    def target(self, role: Role) -> str | None:
        return {Role.ACADEMIC: self.academic, Role.INDUSTRY: self.industry, Role.BASE: self.base}[role]


def fingerprint(problem: Problem) -> str:
    """SHA-256 of all that decides the answer, whatever the order of rows."""
    digest = hashlib.sha256()

    def feed(*parts: object) -> None:
        digest.update(repr(parts).encode())

    for student in sorted(problem.students, key=lambda one: one.id):
        menus = [sorted((key, option.cost) for key, option in student.options(role).items()) for role in Role]
        feed(student.id, student.period, menus, sorted(need.value for need in student.needs))
    feed(sorted((person.id, person.upper, person.lower) for person in problem.academics))
    feed(sorted((one.id, one.upper, one.lower, sorted(one.bases)) for one in problem.industry))
    feed(sorted((base.id, sorted(base.capacity.items())) for base in problem.bases))
    feed(sorted(problem.affinity.items()))
    for demands in (problem.locks, problem.forbidden):
        feed(sorted((one.student, one.role.value, one.target) for one in demands))
    feed(dataclasses.astuple(problem.penalties))
    return digest.hexdigest()
