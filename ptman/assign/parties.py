"""The parties of an assignment as frozen values: students with their choices, supervisors, organisations, bases."""

import dataclasses
from collections.abc import Callable, Mapping

from ptman.labels import Choice

Terms = tuple[tuple[str, int], ...]
Ranking = tuple[tuple[str, ...], ...]
"""Ids from best to worst; those in one inner tuple are equally good."""

ORGANISATION = "organisation"
"""Stands in a seat's third place where it is a quota of all people of one organisation together."""


class Role(Choice):
    """The three things a student may need."""

    ACADEMIC = "academic", "校内导师", "academic supervisor"
    INDUSTRY = "industry", "企业导师", "industry supervisor"
    BASE = "base", "实践基地", "training base"


@dataclasses.dataclass(frozen=True, slots=True)
class Option:
    """What choosing one person or base for a student costs, smaller is better, and the named terms it is the sum of.

    `rank` is its place among the student's own choices, from 1; the profile counts it.
    """

    cost: int
    terms: Terms = ()
    rank: int | None = None

    @classmethod
    def of(cls, *terms: tuple[str, int]) -> "Option":
        return cls(sum(points for _, points in terms), terms)


FREE = Option(0)
Options = Mapping[str, Option]
EVERYTHING = frozenset(Role)


@dataclasses.dataclass(frozen=True, slots=True)
class Student:
    """A student with the eligible choices of each role; `excluded` says by a reason code why others are not.

    The student takes `units` of every quota: of the person, the organisation, the base in its period.
    """

    id: str
    period: str
    academics: Options
    industry: Options
    bases: Options
    needs: frozenset[Role] = EVERYTHING
    excluded: Mapping[tuple[Role, str], str] = dataclasses.field(default_factory=dict)
    units: int = 1

    def options(self, role: Role) -> Options:
        if role is Role.ACADEMIC:
            return self.academics
        return self.industry if role is Role.INDUSTRY else self.bases

    def with_options(self, menu: "Callable[[Student, Role], Options]") -> "Student":
        """The same student with other choices in each role."""
        menus = (menu(self, role) for role in (Role.ACADEMIC, Role.INDUSTRY, Role.BASE))
        academics, industry, bases = menus
        return dataclasses.replace(self, academics=academics, industry=industry, bases=bases)


@dataclasses.dataclass(frozen=True, slots=True)
class Academic:
    """An academic supervisor takes at most `upper` students; each one short of `lower` costs a penalty.

    `ranking` counts in stable mode only; students it leaves out come last, equally good.
    """

    id: str
    upper: int
    lower: int = 0
    organisation: str = ""
    ranking: Ranking = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Industry:
    """An industry supervisor hosts only at `bases`."""

    id: str
    upper: int
    lower: int = 0
    organisation: str = ""
    bases: frozenset[str] = frozenset()
    ranking: Ranking = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Organisation:
    """Quotas of all people of one organisation in one role together.

    In stable mode its `ranking` is that of all its people (the lecturer of several projects).
    """

    id: str
    upper: int
    lower: int = 0
    role: Role = Role.INDUSTRY
    ranking: Ranking = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Base:
    """A training base with its seats by period; a period not named has none."""

    id: str
    capacity: Mapping[str, int]
