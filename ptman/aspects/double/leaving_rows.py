"""What a leaving brings, as plain values: who leaves, the moves within each cohort, and whether fewer would do."""

from dataclasses import dataclass
from datetime import date

from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Role
from ptman.labels import Label

NO_REASON = Label("", "")
ROLES = {"academic_supervisor": Role.ACADEMIC, "industry_supervisor": Role.INDUSTRY}


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who leaves (`noun` is the kind of supervisor), from which day on they guide nobody, and why."""

    noun: str
    id: str
    on: date
    reason: str = ""

    @property
    def role(self) -> Role:
        return ROLES[self.noun]


@dataclass(frozen=True, slots=True)
class Moved:
    """One role of one student, old → new; where nobody could take them `new` is empty and `why` says so."""

    student: str
    number: str
    name: str
    cohort: int
    role: Role
    old: str
    new: str
    old_id: str
    new_id: str
    direct: bool
    why: Label = NO_REASON


@dataclass(frozen=True, slots=True)
class Planned:
    """The moves within one cohort; `digest` tells whether a record they rest on has changed since."""

    cohort: int
    plan: AssignDraft
    digest: str
    least: int


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would be done. `moves` have the leaver's own students first (`direct`), then those who make room."""

    leaving: Leaving
    name: str
    plans: tuple[Planned, ...]
    moves: tuple[Moved, ...]

    @property
    def students(self) -> int:
        return len({one.student for one in self.moves})

    @property
    def least(self) -> bool:
        """Whether no fewer students could move."""
        moved = {key.student for one in self.plans for key in one.plan.proposals if key.old != key.new}
        return len(moved) == sum(one.least for one in self.plans)

    @property
    def vacant(self) -> tuple[Moved, ...]:
        return tuple(one for one in self.moves if not one.new)

    @property
    def title(self) -> Label:
        return Label(f"{self.name}自 {self.leaving.on} 起不再指导", f"{self.name} leaves on {self.leaving.on}")
