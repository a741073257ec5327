"""What the office knows when it pairs a cohort, frozen: who there is, what they may take, what stands already."""

import dataclasses
import hashlib
from collections.abc import Mapping
from datetime import date

from ptman.assign.problem import Role


@dataclasses.dataclass(frozen=True, slots=True)
class Stay:
    """A period of practice; `id` is empty while the office has set none."""

    id: str
    name: str
    starts_on: date
    ends_on: date


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """A pairing or placement in force. `fixed` ones (locked, or a placement already dispatched) no solve may move."""

    record: str
    version: int
    target: str
    fixed: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Learner:
    """A student to pair: what field and topic speak of each; `sounds` are the name's pinyin and initials.

    `region` is a code of GB/T 2260, empty where the office does not know it.
    """

    id: str
    number: str
    name: str
    sounds: tuple[str, ...]
    category: str
    field: str
    field_words: tuple[str, ...]
    topic_words: tuple[str, ...]
    enrolled_on: date
    stay: str
    standing: tuple[tuple[Role, Standing], ...]
    needs: tuple[Role, ...] = tuple(Role)
    region: str = ""

    def stands(self, role: Role) -> Standing | None:
        return next((one for about, one in self.standing if about is role), None)


@dataclasses.dataclass(frozen=True, slots=True)
class Term:
    """An appointment, or an agreement of a base, from–to (no end: open); `category` empty: for all."""

    starts_on: date
    ends_on: date | None
    category: str = ""

    def covers(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclasses.dataclass(frozen=True, slots=True)
class Academic:
    """An academic supervisor; `elsewhere` counts the students of other cohorts guided now."""

    id: str
    number: str
    name: str
    retired: bool
    categories: tuple[str, ...]
    words: tuple[str, ...]
    capacity: int
    elsewhere: int


@dataclasses.dataclass(frozen=True, slots=True)
class Industry:
    """An industry supervisor, hosting at `bases` (none where their organisation has no base)."""

    id: str
    number: str
    name: str
    organisation: str
    retired: bool
    category: str
    words: tuple[str, ...]
    capacity: int
    elsewhere: int
    terms: tuple[Term, ...]
    bases: tuple[str, ...]
    recommended_by: str


@dataclasses.dataclass(frozen=True, slots=True)
class Site:
    """A training base; `seats` and `elsewhere` (taken by students outside the problem) by period."""

    id: str
    number: str
    name: str
    in_use: bool
    categories: tuple[str, ...]
    seats: tuple[tuple[str, int], ...]
    elsewhere: tuple[tuple[str, int], ...]
    agreements: tuple[Term, ...]
    region: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """A ranked choice, 1 the first; `by_student` or else by the supervisor."""

    student: str
    role: Role
    target: str
    rank: int
    by_student: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Hint:
    """What the office has said of a pair before any was proposed; `points` below 0 speak for it."""

    student: str
    role: Role
    target: str
    forbids: bool
    points: int
    reason: str


@dataclasses.dataclass(frozen=True, slots=True)
class Situation:
    """One moment of the office, for one cohort. Everything is in tuples, so equal situations have equal digests."""

    cohort: int
    today: date
    stays: tuple[Stay, ...]
    students: tuple[Learner, ...]
    academics: tuple[Academic, ...]
    industry: tuple[Industry, ...]
    sites: tuple[Site, ...]
    wishes: tuple[Wish, ...]
    shared: tuple[tuple[str, str, int], ...]
    hints: tuple[Hint, ...] = ()

    def digest(self) -> str:
        """Equal as long as nothing that a draft rests on has changed."""
        return hashlib.sha256(repr(self).encode()).hexdigest()

    def lasting(self) -> str:
        """Equal as long as no record has changed, whatever day it is."""
        return dataclasses.replace(self, today=date.min).digest()

    def stay(self, learner: Learner) -> Stay:
        return next(one for one in self.stays if one.id == learner.stay)

    def names(self) -> Mapping[str, str]:
        """The names of everybody and every base, by id."""
        named: tuple[Learner | Academic | Industry | Site, ...]
        named = (*self.students, *self.academics, *self.industry, *self.sites)
        return {one.id: one.name for one in named}
