"""The assignment problem as frozen values: who must be paired, with whom, at which cost."""

import dataclasses
from collections.abc import Iterable, Mapping
from enum import StrEnum

from ptman.assign.parties import (
    EVERYTHING,
    FREE,
    ORGANISATION,
    Academic,
    Base,
    Industry,
    Option,
    Options,
    Organisation,
    Ranking,
    Role,
    Student,
    Terms,
)

__all__ = [
    "EVERYTHING",
    "FREE",
    "ORGANISATION",
    "Academic",
    "Base",
    "Demand",
    "Given",
    "Industry",
    "Option",
    "Options",
    "Organisation",
    "Penalties",
    "Problem",
    "Ranking",
    "Role",
    "Status",
    "Student",
    "Terms",
]


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
class Demand:
    """A choice of one student for one role that a person has locked or forbidden, with the reason given."""

    student: str
    role: Role
    target: str
    reason: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Penalties:
    """What a vacancy of each role costs, each unit short of a lower quota, and each student moved from what stands.

    Where `partial` is false an industry supervisor and a base are only given together, unless one is locked.
    """

    academic: int = 1000
    industry: int = 1000
    base: int = 1000
    shortfall: int = 500
    partial: bool = True
    moved: int = 0

    def of(self, role: Role) -> int:
        return {Role.ACADEMIC: self.academic, Role.INDUSTRY: self.industry, Role.BASE: self.base}[role]


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """What one student is given; None where the role is vacant or not needed."""

    academic: str | None = None
    industry: str | None = None
    base: str | None = None

    def target(self, role: Role) -> str | None:
        if role is Role.ACADEMIC:
            return self.academic
        return self.industry if role is Role.INDUSTRY else self.base


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One assignment to decide. `affinity` maps (academic, industry supervisor) to the points taken off, above 0.

    Locks hold even over a capacity or an eligibility rule (the answer's findings say so); a forbidden pair never holds.
    `standing` is what students have today: one who loses or changes any of it has moved. `overload` makes the named
    upper quotas soft, at so many points a unit. `lots` names ids that take part in the draw under another name.
    """

    students: tuple[Student, ...]
    academics: tuple[Academic, ...] = ()
    industry: tuple[Industry, ...] = ()
    bases: tuple[Base, ...] = ()
    affinity: Mapping[tuple[str, str], int] = dataclasses.field(default_factory=dict)
    locks: tuple[Demand, ...] = ()
    forbidden: tuple[Demand, ...] = ()
    penalties: Penalties = Penalties()
    organisations: tuple[Organisation, ...] = ()
    standing: Mapping[str, Given] = dataclasses.field(default_factory=dict)
    overload: Mapping[tuple[Role, str, str], int] = dataclasses.field(default_factory=dict)
    lots: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise ValueError where the parts do not fit together: that is a bug of the caller."""
        known = {
            Role.ACADEMIC: _unique(person.id for person in self.academics),
            Role.INDUSTRY: _unique(person.id for person in self.industry),
            Role.BASE: _unique(base.id for base in self.bases),
        }
        _unique(student.id for student in self.students)
        _unique(f"{one.role} {one.id}" for one in self.organisations)
        for student in self.students:
            for role in Role:
                if not student.options(role).keys() <= known[role]:
                    raise ValueError(f"student {student.id} has an unknown {role.value}")
        people: tuple[Academic | Industry | Organisation, ...]
        people = (*self.academics, *self.industry, *self.organisations)
        quotas = [number for person in people for number in (person.upper, person.lower)]
        seats = [number for base in self.bases for number in base.capacity.values()]
        costs = self.penalties
        prices = (costs.academic, costs.industry, costs.base, costs.shortfall, costs.moved, *self.overload.values())
        if min((*quotas, *seats, *prices), default=0) < 0:
            raise ValueError("quotas, seats and penalties are not negative")
        if min((student.units for student in self.students), default=1) < 1:
            raise ValueError("a student takes at least one unit")
        if min(self.affinity.values(), default=1) < 1:
            raise ValueError("an affinity takes points off: it is above 0")


def _unique(ids: Iterable[str]) -> set[str]:
    listed = list(ids)
    if len(set(listed)) != len(listed):
        raise ValueError("an id stands twice")
    return set(listed)
