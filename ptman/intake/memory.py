"""What a source said before and what was changed by hand since: decides for each cell whose value stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from typing_extensions import override

from ptman import values
from ptman.intake.known import Entry, folded
from ptman.intake.told import Cells

# Fields that mean something only together stand or fall together.
BOUND = (
    frozenset({"name", "name_pinyin", "initials"}),
    frozenset({"id_type", "id_number"}),
    frozenset({"category_code", "field_code"}),
    frozenset({"enrolled_on", "expected_graduation_on"}),
    frozenset({"term_start", "term_end"}),
    frozenset({"valid_from", "valid_to"}),
)


class Verdict(StrEnum):
    """Whose value stands: the file's, the office's, or a person must say."""

    TAKE = "take"
    KEEP = "keep"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Trace:
    """Who did it and when (UTC), and the number of the change set."""

    who: str
    at: datetime
    number: int


@dataclass(frozen=True, slots=True)
class Word:
    """What a file said in a cell, as the journal writes values, and when that file was kept."""

    value: object
    by: Trace


Words = Mapping[str, Mapping[str, Mapping[str, Word]]]


class Layers(Mapping[str, Mapping[str, Word]]):
    """What file after file said of the records of one noun; words are made only where they are asked for."""

    def __init__(self) -> None:
        self._layers: list[tuple[Trace, Cells]] = []

    def add(self, trace: Trace, cells: Cells) -> None:
        self._layers.append((trace, cells))

    @override
    def __getitem__(self, record_id: str) -> Mapping[str, Word]:
        found = [(trace, cells[record_id]) for trace, cells in self._layers if record_id in cells]
        if not found:
            raise KeyError(record_id)
        return {key: Word(value, trace) for trace, cells in found for key, value in cells.items()}

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(record_id for _, cells in self._layers for record_id in cells))

    @override
    def __len__(self) -> int:
        return sum(1 for _ in self)


class Memory:
    """The words of one source by noun, record and field; `hands` are the cells last written by a person."""

    def __init__(self, words: Words | None = None, hands: Mapping[tuple[str, str], Trace] | None = None) -> None:
        self.words: Words = words or {}
        self.hands: Mapping[tuple[str, str], Trace] = hands or {}
        self._found: dict[tuple[str, str], Mapping[str, tuple[str, ...]]] = {}

    def word(self, noun: str, record_id: str, key: str) -> Word | None:
        return self.words.get(noun, {}).get(record_id, {}).get(key)

    def judge(self, noun: str, entry: Entry, key: str, value: object) -> Verdict:
        """A cell where the file and the record differ."""
        before = self.word(noun, entry.id, key)
        hand = self.hands.get((entry.id, key))
        if before is None:
            return Verdict.TAKE if hand is None else Verdict.ASK
        # By hand to what this source said long ago, away from what another said since: a decision all the same.
        since = hand is not None and hand.number > before.by.number
        if not since and before.value == values.encode(entry.values.get(key)):
            return Verdict.TAKE
        return Verdict.KEEP if before.value == values.encode(value) else Verdict.ASK

    def parted(self, noun: str, entry: Entry, changed: Mapping[str, object]) -> list[tuple[Verdict, frozenset[str]]]:
        """The differing cells in units that stand or fall together, each with its verdict."""
        units: dict[frozenset[str], list[str]] = defaultdict(list)
        for key in changed:
            units[next((bound for bound in BOUND if key in bound), frozenset({key}))].append(key)
        found = []
        for keys in units.values():
            verdicts = {self.judge(noun, entry, key, changed[key]) for key in keys}
            # Both sides moved within the unit, each in another of its cells.
            found.append((verdicts.pop() if len(verdicts) == 1 else Verdict.ASK, frozenset(keys)))
        return found

    def rows(self, noun: str, key: str, value: object) -> tuple[str, ...]:
        """The ids of the records of which the source last said this, whatever they are called today."""
        index = self._found.get((noun, key))
        if index is None:
            made: dict[str, tuple[str, ...]] = defaultdict(tuple)
            for record_id, words in self.words.get(noun, {}).items():
                if key in words:
                    made[folded(words[key].value)] += (record_id,)
            index = self._found[(noun, key)] = dict(made)
        return index.get(folded(value), ())
