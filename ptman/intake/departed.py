"""Persons whom an earlier file of the source named and this one does not: proposed as departed, never deleted."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ptman.drafts import Fate, Item
from ptman.intake.apart import Drawn
from ptman.intake.known import Entry, Known, folded
from ptman.intake.memory import Memory
from ptman.intake.outcome import Outcome, Step
from ptman.intake.planning import NUMBERS
from ptman.labels import Label

# Whom a roster lists.
PERSONS: Mapping[str, str] = {
    "students": "student",
    "academic-supervisors": "academic_supervisor",
    "industry-supervisors": "industry_supervisor",
}


@dataclass(frozen=True, slots=True)
class Past:
    """The records as they are, what the source said before, the day, and who stands in the file as before."""

    known: Known
    memory: Memory
    today: date
    standing: Container[str] = frozenset()


def rows(book: str, past: Past, outcomes: Iterable[Outcome]) -> Iterator[Drawn]:
    """One item, not ticked by itself, for each person who is missing."""
    noun = PERSONS.get(book)
    if noun is None:
        return
    listed = list(outcomes)
    here = {said.ref for outcome in listed for said in outcome.said if said.noun == noun}
    doubtful = {word for outcome in listed if outcome.complaints for word in _words(noun, outcome)}
    told = past.memory.words.get(noun, {})
    for record_id in told:
        entry = None if record_id in here or record_id in past.standing else past.known.get(noun, record_id)
        if entry is None or entry["retired_on"] is not None:
            continue
        name, number = past.known.title(noun, record_id), entry[NUMBERS[noun]]
        last = told[record_id].get(NUMBERS[noun])
        if not doubtful & {folded(name), folded(number), folded(last.value if last else number)}:
            yield _missing(past, (noun, entry), f"{name} {number}")


def _words(noun: str, outcome: Outcome) -> Iterator[str]:
    """By what a row that was refused may still be told: it is there, though it cannot be read."""
    for key in ("person.name", f"{noun}.{NUMBERS[noun]}"):
        if key in outcome.line.values:
            yield folded(outcome.line.values[key])


def _missing(past: Past, who: tuple[str, Entry], title: str) -> Drawn:
    noun, entry = who
    step = Step(noun, entry.id, {"retired_on": past.today}, version=entry["version"])
    note = Label(
        "此来源以前的文件中有，这个文件中没有。勾选则记为停用（不删除）；不勾选则不变。",
        "An earlier file of this source has this person, this one has not. Tick to retire the record; "
        "nothing is deleted.",
    )
    return Drawn(Item(f"!{entry.id}", Fate.MISSING, title, (), (note,)), (step,), ())
