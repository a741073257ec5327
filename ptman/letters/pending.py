"""What waits to be dispatched, frozen: planned placements by host and period, with all that letters state."""

import dataclasses
import hashlib
from datetime import date

from ptman.labels import Label, Lang


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """The words of one family in one language; without a template they are those shipped.

    `docx` is the Word file the letter is made as besides, empty where there is none.
    """

    family: str
    source: str
    lang: Lang = Lang.ZH
    name: str = ""
    edition: int = 0
    template: str = ""
    docx: bytes = dataclasses.field(default=b"", repr=False)
    docx_sha: str = ""
    layout: str = ""

    @property
    def title(self) -> Label:
        """How a sentence names them."""
        if not self.name:
            return Label("自带模板", "the template shipped")
        return Label(f"模板“{self.name}”第 {self.edition} 版", f"template “{self.name}”, version {self.edition}")


@dataclasses.dataclass(frozen=True, slots=True)
class Sender:
    """The office as its letters name it, the series they are numbered in, and the words they are written in.

    No words of its own (None): those shipped.
    """

    issuer: str
    person: str
    phone: str
    series: str
    code: str
    dispatch: Words | None = None
    change: Words | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Term:
    """From–to of an agreement; no end: open, or it renews itself."""

    starts_on: date
    ends_on: date | None

    def covers(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclasses.dataclass(frozen=True, slots=True)
class Trip:
    """One planned placement; an empty text is unknown or vacant."""

    placement: str
    version: int
    student_no: str
    name: str
    gender: str
    field: str
    post: str
    base: str
    starts_on: date
    ends_on: date
    academic: str
    industry: str
    agreements: tuple[Term, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Batch:
    """The placements of one host in one period; `host` is the name it bears on the day of the letter."""

    organisation: str
    host: str
    period: str
    period_name: str
    trips: tuple[Trip, ...]

    @property
    def key(self) -> str:
        return f"{self.organisation}:{self.period}"


@dataclasses.dataclass(frozen=True, slots=True)
class Pending:
    """One moment of the office for the letters of a cohort. `left_out` names students who are no longer enrolled."""

    cohort: int
    today: date
    sender: Sender
    batches: tuple[Batch, ...]
    left_out: tuple[str, ...]

    def digest(self) -> str:
        """Equal as long as nothing that the letters would state has changed."""
        return hashlib.sha256(repr(self).encode()).hexdigest()
