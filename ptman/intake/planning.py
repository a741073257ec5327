"""Works out, row by row, what keeping a workbook would do to the records: the part that all kinds share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ptman.drafts import Difference, Fate
from ptman.fields import Field
from ptman.intake.known import Entry, Known, as_text
from ptman.intake.rows import Complaint, Line
from ptman.labels import Label

NEW = "new:"


@dataclass(frozen=True, slots=True)
class Step:
    """One record to be made (`ref` begins with `new:`) or changed; values that are refs point to other steps.

    `version` is the one the draft was drawn from.
    """

    noun: str
    ref: str
    values: Mapping[str, Any]
    removes: bool = False
    version: int | None = None

    @property
    def is_new(self) -> bool:
        return self.ref.startswith(NEW)


@dataclass(slots=True)
class Outcome:
    """What one line comes to; filled while it is worked out."""

    line: Line
    title: str = ""
    steps: list[Step] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    notes: list[Label] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
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

    def note(self, zh: str, en: str) -> None:
        self.notes.append(Label(zh, en))


@dataclass(frozen=True, slots=True)
class Headers:
    """Where each key (numbered ones as by `slot`) stands in the sheet, and its `own` header, for later complaints."""

    columns: Mapping[str, int]
    fields: Mapping[str, Field]
    own: Mapping[str, str] = field(default_factory=dict)


class Planner:
    """Compares lines with what is known, and remembers what earlier lines of the same book would make."""

    def __init__(self, known: Known, headers: Headers, today: date) -> None:
        self.known, self.headers, self.today = known, headers, today
        self.seen: dict[tuple[str, str], int] = {}
        self.fresh: dict[str, Mapping[str, Any]] = {}
        self.numbers: dict[str, int] = {}

    def complain(self, outcome: Outcome, key: str, code: str, message: Label) -> None:
        line = outcome.line
        plain, _, ordinal = key.partition("#")
        said = line.numbered.get((plain, int(ordinal)), "") if ordinal else line.values.get(key, "")
        usual = self.headers.fields[plain].label.zh + ordinal if plain in self.headers.fields else ""
        header = self.headers.own.get(key) or usual
        column = self.headers.columns.get(key, 0)
        complaint = Complaint(line.sheet, line.row, column, header, as_text(said), code, message)
        outcome.complaints.append(complaint)

    def first_time(self, outcome: Outcome, key: str, value: str) -> bool:
        """Whether no earlier row of this book had the same key; else the row is refused, naming both."""
        earlier = self.seen.setdefault((key, value), outcome.line.row)
        if earlier == outcome.line.row:
            return True
        message = Label(
            f"与第 {earlier} 行重复（{value}）；请只保留一行。",
            f"The same as row {earlier} ({value}); keep one of them.",
        )
        self.complain(outcome, key, "duplicate-in-file", message)
        return False

    def put(self, outcome: Outcome, noun: str, entry: Entry | None, values: Mapping[str, Any], ref: str) -> str:
        """Plan one record: a new one under `ref`, or the differences to `entry`. Blank cells change nothing."""
        if entry is None:
            outcome.steps.append(Step(noun, NEW + ref, values))
            return NEW + ref
        changed = {key: value for key, value in values.items() if entry.values.get(key) != value}
        # What is worked out (a name's pinyin) changes with what it comes from, and is not shown beside it.
        shown = [(key, value) for key, value in changed.items() if f"{noun}.{key}" in self.headers.fields]
        outcome.differences += [self._difference(noun, entry, key, value) for key, value in shown]
        if changed:
            outcome.steps.append(Step(noun, entry.id, changed, version=entry["version"]))
        return entry.id

    def _difference(self, noun: str, entry: Entry, key: str, value: object) -> Difference:
        declared = self.headers.fields[f"{noun}.{key}"]
        old = entry.values.get(key)
        if declared.link:
            old, value = self._named(declared.link, old), self._named(declared.link, value)
        return Difference(declared.label, as_text(old), as_text(value))

    def _named(self, noun: str, ref: object) -> object:
        """What a person calls a linked record: its name; a new one's is in its ref."""
        if ref is None:
            return None
        by_code = self.known.one(noun, "code", ref)
        new = str(ref).removeprefix(NEW).partition(":")[2]
        return by_code["name"] if by_code else self.known.title(noun, str(ref)) or new or ref

    def next_number(self, noun: str, key: str, prefix: str) -> str:
        """The next number that the office gives, such as QY2026-0007."""
        if prefix not in self.numbers:
            used = [str(entry.values.get(key) or "") for entry in self.known.all(noun)]
            tails = [one.removeprefix(prefix) for one in used if one.startswith(prefix)]
            self.numbers[prefix] = max((int(tail) for tail in tails if tail.isdigit()), default=0)
        self.numbers[prefix] += 1
        return f"{prefix}{self.numbers[prefix]:04d}"


def given(line: Line, noun: str) -> dict[str, Any]:
    """The values of a line that belong to one noun, by field key."""
    prefix = noun + "."
    return {key.removeprefix(prefix): value for key, value in line.values.items() if key.startswith(prefix)}
