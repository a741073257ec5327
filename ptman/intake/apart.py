"""Draws the items of one row: the row itself, and each cell that the office has changed as an item of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from ptman.drafts import Fate, Item
from ptman.intake import places
from ptman.intake.memory import Verdict
from ptman.intake.outcome import Outcome, Said, Split, Step
from ptman.intake.rows import Complaint
from ptman.labels import Label

FATES = {Verdict.ASK: Fate.CONFLICT, Verdict.KEEP: Fate.KEPT_BY_HAND}


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item, the steps that taking it means, and what it says of records."""

    item: Item
    steps: tuple[Step, ...]
    said: tuple[Said, ...]


def key(sheet: str, outcome: Outcome) -> str:
    """What the item of a row is called."""
    return f"{sheet}!{outcome.line.row}"


def rows(sheet: str, outcome: Outcome) -> Iterator[Drawn]:
    """The row, then what stands apart from it; nothing stands apart from a row that was refused."""
    splits = [] if outcome.complaints else outcome.splits
    carried = [_carried(outcome, split) for split in splits]
    lent = {step.ref for steps in carried for step in steps}
    wanted = _named(step for step in outcome.steps if step.ref not in lent)
    outcome.steps = [step for step in outcome.steps if step.ref not in lent or step.ref in wanted]
    name = key(sheet, outcome)
    where = f"{sheet} · {outcome.line.row}"
    yield Drawn(_row(name, where, outcome), tuple(outcome.steps), tuple(outcome.said))
    for split, steps in zip(splits, carried, strict=True):
        cell = f"{name}#{split.said.noun}.{next(iter(split.said.values))}"
        item = Item(cell, FATES[split.verdict], outcome.title, split.differences, split.notes, where)
        yield Drawn(item, (*steps, *split.steps), (split.said,))


def standing(sheet: str, row: int, title: str) -> Item:
    """A row that stands as the same source sent it before, in records that nobody has touched since."""
    return Item(f"{sheet}!{row}", Fate.UNCHANGED, title, where=f"{sheet} · {row}")


def _row(key: str, where: str, outcome: Outcome) -> Item:
    notes = tuple(dict.fromkeys([*map(_in_words, outcome.complaints), *outcome.notes]))
    fate = outcome.fate
    differences = () if fate is Fate.NEW else tuple(outcome.differences)
    return Item(key, fate, outcome.title, differences, notes, where)


def _carried(outcome: Outcome, split: Split) -> list[Step]:
    """The records that a cell would point to and that the row makes: a new employer, for example."""
    named = _named(split.steps)
    return [step for step in outcome.steps if step.is_new and step.ref in named]


def _named(steps: Iterator[Step] | tuple[Step, ...]) -> set[str]:
    """What the values of these steps point to."""
    return {value for step in steps for value in step.values.values() if isinstance(value, str)}


def _in_words(complaint: Complaint) -> Label:
    said = f"“{complaint.value}” " if complaint.value else ""
    place = f"{places.address(complaint.row, complaint.column)} " if complaint.column else ""
    return Label(
        f"{place}{complaint.header} {said}{complaint.message.zh}",
        f"{place}{complaint.header} {said}{complaint.message.en}",
    )
