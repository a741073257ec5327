"""What one row of a workbook comes to: steps to take, cells set apart, notes, complaints, and what it said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from ptman.drafts import Difference, Fate
from ptman.intake.known import Entry
from ptman.intake.memory import Verdict
from ptman.intake.rows import Complaint, Line
from ptman.labels import Label

NEW = "new:"


@dataclass(frozen=True, slots=True)
class Step:
    """One record to be made (`ref` begins with `new:`) or changed; values that are refs point to other steps.

    `version` is the one the draft was drawn from, `day` the day on which it was.
    """

    noun: str
    ref: str
    values: Mapping[str, Any]
    removes: bool = False
    version: int | None = None
    day: date | None = None

    @property
    def is_new(self) -> bool:
        return self.ref.startswith(NEW)


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says of one record (`ref` as in a step), to be remembered for the next file of its source."""

    noun: str
    ref: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Split:
    """Cells in which the office has another value than the file: kept as they are, or asked about.

    `steps` take the file's side, and `said` is what is remembered of it then.
    """

    verdict: Verdict
    steps: tuple[Step, ...]
    said: Said
    differences: tuple[Difference, ...]
    notes: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """A record that a row which would make a new one may mean: why, and both side by side (old on file, new)."""

    noun: str
    id: str
    title: str
    reason: Label
    sides: tuple[Difference, ...]


@dataclass(slots=True)
class Outcome:
    """What one line comes to; filled while it is worked out."""

    line: Line
    title: str = ""
    steps: list[Step] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    notes: list[Label] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    splits: list[Split] = field(default_factory=list)
    twins: list[Twin] = field(default_factory=list)
    is_new: bool = False
    doubtful: bool = False

    @property
    def fate(self) -> Fate:
        if self.complaints:
            return Fate.REFUSED
        if not self.steps:
            return Fate.UNCHANGED
        if self.doubtful:
            return Fate.DOUBTFUL
        return Fate.NEW if self.is_new else Fate.CHANGED

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to say of the row but what it says itself."""
        odd = self.complaints or self.notes or self.splits or self.twins
        return not (odd or self.doubtful or self.line.leans)

    def note(self, zh: str, en: str) -> None:
        self.notes.append(Label(zh, en))


def brought(outcomes: Iterable[Outcome]) -> dict[str, list[Entry]]:
    """By noun the records that these lines would make, under their refs; what a line does not say of them is None."""
    found: dict[str, dict[str, Entry]] = {}
    for one in outcomes:
        for step in () if one.complaints else one.steps:
            if step.is_new:
                values = defaultdict[str, Any](lambda: None, step.values)
                found.setdefault(step.noun, {}).setdefault(step.ref, Entry(step.ref, values))
    return {noun: list(entries.values()) for noun, entries in found.items()}


def given(line: Line, noun: str) -> dict[str, Any]:
    """The values of a line that belong to one noun, by field key."""
    return {own: value for key, value in line.values.items() if (own := _own(key, noun))}


@cache
def _own(key: str, noun: str) -> str:
    """A column's field where it is one of this noun; remembered, so that all rows share the words."""
    return key.removeprefix(noun + ".") if key.startswith(noun + ".") else ""
