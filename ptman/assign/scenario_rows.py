"""A scenario as the window and the command line see it: frozen, with names in the place of keys."""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime

from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Given, Role
from ptman.assign.request import Mode, Request
from ptman.assign.weights import Weights
from ptman.models import choices_assigning

State = choices_assigning.ScenarioState


@dataclasses.dataclass(frozen=True, slots=True)
class Deed:
    """Who did something, when (UTC), and why."""

    who: str
    at: datetime | None
    why: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class ScenarioRow:
    """One scenario in a list. `value` and `bound` are the engine's, None until it is solved; smaller is better."""

    id: str
    cohort: int
    name: str
    mode: Mode
    weights: Weights
    seed: str
    again: bool
    state: State
    drafted_on: date | None
    finalised_on: date | None
    value: int | None
    bound: int | None
    by_hand: int
    locked: int
    remarks: int
    against: str = ""

    @property
    def solved(self) -> bool:
        return self.value is not None

    @property
    def closed(self) -> bool:
        return self.state in {State.FINAL, State.DISCARDED}


@dataclasses.dataclass(frozen=True, slots=True)
class PairRow:
    """One role of one student: whom the scenario gives, whom the engine had given, and what people did about it."""

    student: str
    role: Role
    target: str | None
    engine: str | None
    hand: Deed | None = None
    lock: Deed | None = None

    @property
    def by_hand(self) -> bool:
        return self.hand is not None

    @property
    def locked(self) -> bool:
        return self.lock is not None


@dataclasses.dataclass(frozen=True, slots=True)
class Remark:
    """A comment on a pairing, on a student, or (`student` empty) on the whole scenario."""

    id: str
    student: str
    role: Role | None
    words: str
    said: Deed
    resolved: Deed | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Opened:
    """A scenario with all that belongs to it. `plan` lays it beside what stands today.

    `stale`: records have changed since it was solved. `worth` are the points of what it gives now.
    """

    row: ScenarioRow
    request: Request
    plan: AssignDraft
    pairs: tuple[PairRow, ...]
    remarks: tuple[Remark, ...]
    stale: bool
    worth: int

    @property
    def points(self) -> int:
        """The points of the pairs alone: a vacancy weighs so much that nothing else would show."""
        return self.worth - len(self.plan.vacancies) * self.plan.problem.penalties.academic

    @property
    def baseline(self) -> Mapping[str, Given]:
        """What the engine had given, by student."""
        found: dict[str, dict[str, str | None]] = {one.id: {} for one in self.plan.situation.students}
        for one in self.pairs:
            found[one.student][one.role.value] = one.engine
        return {who: Given(**mine) for who, mine in found.items()}

    def pair(self, student: str, role: Role) -> PairRow | None:
        return next((one for one in self.pairs if (one.student, one.role) == (student, role)), None)
