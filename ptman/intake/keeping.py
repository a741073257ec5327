"""Writes the steps of the rows that were taken, in portions within one transaction, so that large imports fit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from sqlalchemy.orm import Session

from ptman import states
from ptman.errors import PtmanError
from ptman.intake.outcome import NEW, Step
from ptman.labels import Label
from ptman.models.core import Record, new_id, nouns

PORTION = 500


class Progress(Protocol):
    """Called as it goes; it may raise, and then nothing is kept."""

    def __call__(self, done: int, total: int, phase: Label | None = None, /) -> None: ...


class Keeper:
    """What has been written so far: `ids` are by ref those of new records."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.ids: dict[str, str] = {}
        # The session forgets what is in the file, and the file does not have yet what is not.
        self._at_hand: dict[str, Record] = {}

    def take(self, steps: Iterable[Step]) -> None:
        for step in steps:
            self._apply(step)

    def settle(self) -> None:
        """Write what was taken, so that it need not be held any longer."""
        self._session.flush()  # what is in the file need not stay in memory
        self._at_hand.clear()

    def _apply(self, step: Step) -> None:
        """One step. A row that comes second with the same new organisation finds the one that the first has made."""
        record = self._at_hand.get(step.ref) or self._record(step)
        self._at_hand[step.ref] = record
        if step.removes:
            self._session.delete(record)
        for key, value in step.values.items():
            if not step.is_new and key in states.fixed(step.noun) and step.day is not None:
                states.carry(self._session, record, str(value), step.day)
                continue
            setattr(record, key, self.ids.get(value, value) if isinstance(value, str) else value)

    def _record(self, step: Step) -> Record:
        noun = nouns()[step.noun]
        if step.is_new and step.ref not in self.ids:
            made = noun(id=new_id())
            self._session.add(made)
            self.ids[step.ref] = made.id
            return made
        found = self._session.get(noun, self.ids.get(step.ref, step.ref))
        if found is None or (step.version is not None and found.version != step.version):
            raise PtmanError(
                "stale",
                f"预览之后“{noun.LABEL.zh}”有记录被改过，未导入任何行；请重新预览。",
                f"A record ({noun.LABEL.en}) was changed after the preview. Nothing was imported; preview again.",
            )
        return found


def portions(steps: Mapping[str, Sequence[Step]], keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """The rows in the order in which they are to be written, in portions.

    Those that change records come first, in one portion with the rows that they lean on: what one record gives up
    another may take, whichever stands first in the file. Rows that only make records follow.
    """
    changing = [key for key in keys if not all(step.is_new for step in steps[key])]
    first = _leaned_on(steps, keys, changing) if changing else set()
    if first:
        yield [key for key in keys if key in first]
    rest = [key for key in keys if key not in first]
    for at in range(0, len(rest), PORTION):
        yield rest[at : at + PORTION]


def _leaned_on(steps: Mapping[str, Sequence[Step]], keys: Iterable[str], changing: Iterable[str]) -> set[str]:
    """These rows, and those that make a record which one of them names."""
    makers: dict[str, str] = {}
    for key in keys:
        for step in steps[key]:
            if step.is_new:
                makers.setdefault(step.ref, key)
    found, left = set[str](), list(changing)
    while left:
        key = left.pop()
        if key not in found:
            found.add(key)
            named = (value for step in steps[key] for value in (step.ref, *step.values.values()))
            left += [makers[one] for one in named if isinstance(one, str) and one.startswith(NEW) and one in makers]
    return found
