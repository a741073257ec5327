"""Works out, row by row, what keeping a workbook would do to the records: the part that all kinds share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ptman import states
from ptman import values as stored
from ptman.drafts import Difference
from ptman.fields import Field
from ptman.intake import titled, wording
from ptman.intake.known import Entry, Known, as_text
from ptman.intake.memory import Memory, Verdict
from ptman.intake.outcome import NEW, Outcome, Said, Split, Step
from ptman.intake.rows import Complaint
from ptman.intake.settled import Standing
from ptman.labels import Label
from ptman.models.core import nouns

NUMBERS = {
    "student": "student_no",
    "academic_supervisor": "staff_no",
    "industry_supervisor": "supervisor_no",
    "training_base": "base_no",
}


@dataclass(frozen=True, slots=True)
class Headers:
    """Where each key (numbered ones as by `slot`) stands in the sheet, and its `own` header, for later complaints."""

    columns: Mapping[str, int]
    fields: Mapping[str, Field]
    own: Mapping[str, str] = field(default_factory=dict)


class Planner:
    """Compares lines with what is known, and remembers what earlier lines of the same book would make.

    `decided` is by row whom a person said it means: the id of a record, nothing for somebody new. `standing` are by
    record the rows that stand as the source sent them before; of those `wanted` are planned all the same.
    """

    def __init__(self, known: Known, headers: Headers, today: date, memory: Memory) -> None:
        self.known, self.headers, self.today, self.memory = known, headers, today, memory
        self.seen: dict[tuple[str, str], int] = {}
        self.fresh: dict[str, Mapping[str, Any]] = {}
        self.numbers: dict[str, int] = {}
        self.decided: Mapping[int, str] = {}
        self.standing = Standing()
        self.wanted: set[int] = set()

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
        noun, _, field = key.partition(".")
        same = self.known.one(noun, field, value) if self.standing else None
        standing = self.standing.row(same.id) if same else None
        if standing is not None and standing < outcome.line.row:
            self.seen.setdefault((key, value), standing)
        elif standing is not None:
            self.wanted.add(standing)
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
        """Plan one record: a new one under `ref`, or the differences to `entry`. Blank cells change nothing.

        Cells that the office has changed since the last file of this source become splits of their own.
        """
        if entry is None:
            self._watch_for_gone(outcome, noun, values)
            outcome.steps.append(Step(noun, NEW + ref, values))
            outcome.said.append(Said(noun, NEW + ref, values))
            return NEW + ref
        changed = {key: value for key, value in values.items() if entry.values.get(key) != value}
        self._keep_states(outcome, noun, entry, changed)
        taken: dict[str, Any] = {}
        apart: set[str] = set()
        for verdict, keys in self.memory.parted(noun, entry, changed):
            cells = {key: changed[key] for key in changed if key in keys}
            if verdict is Verdict.TAKE:
                taken |= cells
            else:
                apart |= keys
                outcome.splits.append(self._split(verdict, entry, Said(noun, entry.id, cells)))
        outcome.differences += self.shown(noun, entry, taken)
        if taken:
            outcome.steps.append(Step(noun, entry.id, taken, version=entry["version"], day=self.today))
        outcome.said.append(Said(noun, entry.id, {key: value for key, value in values.items() if key not in apart}))
        return entry.id

    def find(self, noun: str, key: str, value: object) -> Entry | None:
        """The record of this number; else the one that the source called so before the office corrected it."""
        return self.known.one(noun, key, value) or self.called(noun, key, value)

    def bound(self, outcome: Outcome, noun: str) -> Entry | None:
        """The record that a person said this row means."""
        return self.known.get(noun, self.decided.get(outcome.line.row, ""))

    def called(self, noun: str, key: str, value: object) -> Entry | None:
        """The one record of which the source last said this."""
        found = [entry for one in self.memory.rows(noun, key, value) if (entry := self.known.get(noun, one))]
        return found[0] if len(found) == 1 else None

    def _watch_for_gone(self, outcome: Outcome, noun: str, values: Mapping[str, Any]) -> None:
        """A record that the office has deleted or merged does not come back by itself."""
        own = nouns()[noun].NATURAL_KEY
        key = NUMBERS.get(noun) or (own[0] if len(own) == 1 else "")
        if key in values and self.memory.rows(noun, key, values[key]):
            outcome.doubtful = True
            outcome.note(
                "此来源以前的文件中有这条记录，后来被删除或合并；核对后再勾选。",
                "An earlier file of this source had this record; deleted or merged since. Look before taking it.",
            )

    def _keep_states(self, outcome: Outcome, noun: str, entry: Entry, changed: dict[str, Any]) -> None:
        """A state that no plain step leads to is a complaint."""
        for key in states.fixed(noun) & set(changed):
            if wanted := states.refused(noun, str(entry.values[key]), str(changed[key])):
                del changed[key]
                self.complain(
                    outcome,
                    f"{noun}.{key}",
                    "state-by-steps",
                    Label(f"状态应为{wanted.zh}。", f"The state should be {wanted.en}."),
                )

    def _split(self, verdict: Verdict, entry: Entry, said: Said) -> Split:
        differences = self.shown(said.noun, entry, said.values)
        shown = [key for key in said.values if self._is_shown(said.noun, key)]
        notes = tuple(self._note(verdict, entry, said.noun, key) for key in shown)
        step = Step(said.noun, entry.id, said.values, version=entry["version"], day=self.today)
        return Split(verdict, (step,), said, tuple(differences), notes)

    def _note(self, verdict: Verdict, entry: Entry, noun: str, key: str) -> Label:
        word = self.memory.word(noun, entry.id, key)
        hand = self.memory.hands.get((entry.id, key))
        if word is None:
            return wording.unheard(self.headers.fields[f"{noun}.{key}"].label, hand)
        said = stored.decode(nouns()[noun].__mapper__.columns[key], word.value)
        return wording.split(verdict, self._difference(noun, entry, key, said), word.by, hand)

    def _is_shown(self, noun: str, key: str) -> bool:
        """What is worked out (a name's pinyin) changes with what it comes from, and is not shown beside it."""
        return f"{noun}.{key}" in self.headers.fields

    def shown(self, noun: str, entry: Entry, values: Mapping[str, Any]) -> list[Difference]:
        """The record beside these values, without what is only worked out."""
        shown = [(key, value) for key, value in values.items() if self._is_shown(noun, key)]
        return [self._difference(noun, entry, key, value) for key, value in shown]

    def _difference(self, noun: str, entry: Entry, key: str, value: object) -> Difference:
        declared = self.headers.fields[f"{noun}.{key}"]
        old = entry.values.get(key)
        if declared.link:
            old, value = self.named(declared.link, old), self.named(declared.link, value)
        return Difference(declared.label, as_text(old, declared.kind), as_text(value, declared.kind))

    def named(self, noun: str, ref: object) -> object:
        """What a person calls a linked record: its name; a new one's is in its ref."""
        if ref is None:
            return None
        by_code = self.known.one(noun, "code", ref)
        new = str(ref).removeprefix(NEW).partition(":")[2]
        entry = self.known.get(noun, str(ref))
        if by_code:
            return by_code["name"]
        return self.known.title(noun, str(ref)) or (titled.title(self.known, noun, entry) if entry else new or ref)

    def next_number(self, noun: str, key: str, prefix: str) -> str:
        """The next number that the office gives, such as QY2026-0007."""
        if prefix not in self.numbers:
            used = [str(entry.values.get(key) or "") for entry in self.known.all(noun)]
            tails = [one.removeprefix(prefix) for one in used if one.startswith(prefix)]
            self.numbers[prefix] = max((int(tail) for tail in tails if tail.isdigit()), default=0)
        self.numbers[prefix] += 1
        return f"{prefix}{self.numbers[prefix]:04d}"
