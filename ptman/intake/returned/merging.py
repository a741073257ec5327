"""Merges one row of a workbook that has come back: as sent, as filled in, as on file; only what may be filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ptman import values
from ptman.intake import book_any, book_students
from ptman.intake.known import Entry, as_text
from ptman.intake.memory import Memory
from ptman.intake.outcome import Outcome, Split, given
from ptman.intake.planning import Planner
from ptman.intake.returned import choosing, words
from ptman.intake.rows import Complaint
from ptman.labels import Label
from ptman.models.choices import Role
from ptman.models.core import nouns
from ptman.roundtrip import rights
from ptman.roundtrip.shape import Row, Shape
from ptman.rules import checks, text

_STRETCHES = (("starts_on", "ends_on"), ("valid_from", "valid_to"), ("enrolled_on", "expected_graduation_on"))


@dataclass(frozen=True, slots=True)
class Merger:
    """What all rows of one workbook are merged with."""

    planner: Planner
    shape: Shape
    memory: Memory

    def merge(self, outcome: Outcome, sent: Row) -> None:
        """Fill in what keeping the row would do; the record must be there still."""
        entry = self.planner.known.get(self.shape.noun, sent.id)
        if entry is None:
            whole(outcome, "record-gone", words.gone(outcome.line.row))
            return
        line = outcome.line
        outcome.line = replace(line, values=dict(self._values(outcome, sent)))
        if not outcome.complaints:
            self._mentor(outcome, entry, sent)
        self._put(outcome, self.shape.noun, entry)
        person = self.planner.known.get("person", sent.person) if self.shape.noun != "person" else None
        if person is not None:
            self._put(outcome, "person", person)
        outcome.splits = [self._worded(split, sent) for split in outcome.splits]

    def _values(self, outcome: Outcome, sent: Row) -> Iterator[tuple[str, Any]]:
        """By right what the cells mean; a link that names none or several of those allowed is complained of."""
        for key, value in outcome.line.values.items():
            right = rights.named(self.shape.noun, key)
            if right is None or right.target is None:
                yield key, self._meant(key, value, sent)
            elif text.key(str(value)) == text.key(self.shape.word(key, sent.values.get(key))):
                yield key, sent.values[key]
            elif (
                found := choosing.chosen(self.planner, outcome, right, self.shape.meant(key, str(value)))
            ) is not None:
                yield key, found

    def _meant(self, key: str, value: object, sent: Row) -> object:
        """A cell that says what was sent, however it is spelled now, says exactly that."""
        noun, _, column = key.partition(".")
        before = values.decode(nouns()[noun].__mapper__.columns[column], sent.values.get(key))
        if before is None or before == value or not isinstance(before, str):
            return value
        spelled = checks.read(self.planner.headers.fields[key], before, self.planner.today)
        return before if spelled.fault is None and spelled.value == value else value

    def _put(self, outcome: Outcome, noun: str, entry: Entry) -> None:
        said = given(outcome.line, noun)
        if not said:
            return
        cls, after = nouns()[noun], dict(entry.values) | said
        changed = [key for key, value in said.items() if entry.values.get(key) != value]
        before = {key for key, _, _ in book_any.faults(self.planner, cls, entry.values, entry)}
        for key, code, message in book_any.faults(self.planner, cls, after, entry) if changed else ():
            # A fault at a column that was left as it is comes of one that was not.
            if key in changed or key not in before:
                at = key if key in changed else changed[0]
                self.planner.complain(outcome, f"{noun}.{at}", code, message)
        for key, message in _disordered(said, after):
            self.planner.complain(outcome, f"{noun}.{key}", "dates-order", message)
        if not outcome.complaints:
            self.planner.put(outcome, noun, entry, said, entry.id)

    def _mentor(self, outcome: Outcome, entry: Entry, sent: Row) -> None:
        """The supervisor at the host: paired where the place is free, never changed from outside."""
        said = outcome.line.values.get(rights.MENTOR)
        if said is None or said == sent.values.get(rights.MENTOR):
            return
        found = self.planner.known.get("industry_supervisor", str(said))
        pairing = (str(entry["student_id"]), Role.INDUSTRY, self.planner.known.title("industry_supervisor", str(said)))
        book_students.supervision(self.planner, outcome, pairing, found)

    def _worded(self, split: Split, sent: Row) -> Split:
        notes = []
        for key, change in zip(split.said.values, split.differences, strict=False):
            right = f"{split.said.noun}.{key}"
            before = values.decode(nouns()[split.said.noun].__mapper__.columns[key], sent.values.get(right))
            field = self.planner.headers.fields[right]
            shown = as_text(self.planner.named(field.link, before) if field.link else before, field.kind)
            notes.append(words.split(split.verdict, change, shown, self.memory.hands.get((split.said.ref, key))))
        return replace(split, notes=tuple(notes))


def whole(outcome: Outcome, code: str, message: Label) -> None:
    """Refuse the row, whatever is in its cells."""
    line = outcome.line
    outcome.complaints.append(Complaint(line.sheet, line.row, 0, "", "", code, message))


def _disordered(said: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, Label]]:
    """A stretch that would end before it begins, at the day that was filled in."""
    for first, last in _STRETCHES:
        begins, ends = after.get(first), after.get(last)
        if begins is None or ends is None or ends >= begins or not {first, last} & set(said):
            continue
        if last in said:
            yield last, Label(f"应为不早于 {begins} 的日期。", f"Expected a day not before {begins}.")
        else:
            yield first, Label(f"应为不晚于 {ends} 的日期。", f"Expected a day not after {ends}.")
