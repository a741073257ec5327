"""What the office knows already, as frozen values to compare a workbook with."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ptman.fields import Kind
from ptman.labels import Choice
from ptman.rules import measures, text


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: its id, and its values by field key."""

    id: str
    values: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 a value is what its field says
        return self.values[key]


def folded(value: object) -> str:
    """One spelling for names and numbers that people would call the same."""
    return text.key(str(value))


class Known:
    """Records by noun, found by any of their values."""

    def __init__(self, records: Mapping[str, Iterable[Entry]]) -> None:
        self._by_id = {noun: {entry.id: entry for entry in entries} for noun, entries in records.items()}
        self._found: dict[tuple[str, str], Mapping[str, tuple[Entry, ...]]] = {}

    def all(self, noun: str) -> Iterable[Entry]:
        return self._by_id.get(noun, {}).values()

    def get(self, noun: str, record_id: str) -> Entry | None:
        return self._by_id.get(noun, {}).get(record_id)

    def where(self, noun: str, key: str, value: object) -> tuple[Entry, ...]:
        """The records of `noun` whose field `key` has this value, however it is spelt."""
        index = self._found.get((noun, key))
        if index is None:
            index = self._found[(noun, key)] = self._indexed(noun, key)
        return index.get(folded(value), ())

    def told_by(self, noun: str, how: str, word: Callable[[Entry], str], said: str) -> tuple[Entry, ...]:
        """The records that `word` calls so; `how` names the way of calling, to remember its index by."""
        index = self._found.get((noun, how))
        if index is None:
            made: dict[str, tuple[Entry, ...]] = defaultdict(tuple)
            for entry in self.all(noun):
                made[folded(word(entry))] += (entry,)
            index = self._found[(noun, how)] = dict(made)
        return index.get(folded(said), ())

    def one(self, noun: str, key: str, value: object) -> Entry | None:
        """The record with this value where there is exactly one."""
        found = self.where(noun, key, value)
        return found[0] if len(found) == 1 else None

    def _indexed(self, noun: str, key: str) -> Mapping[str, tuple[Entry, ...]]:
        index: dict[str, tuple[Entry, ...]] = defaultdict(tuple)
        for entry in self.all(noun):
            value = entry.values.get(key)
            if value is not None:
                index[folded(value)] += (entry,)
        return dict(index)

    def joined(self, new: Mapping[str, Iterable[Entry]]) -> "Known":
        """These records and those beside each other."""
        return Known({noun: (*self.all(noun), *new.get(noun, ())) for noun in {*self._by_id, *new}})

    def person_of(self, role: Entry) -> Entry:
        person = self.get("person", role["person_id"])
        if person is None:
            raise LookupError(f"record {role.id} has no person")
        return person

    def title(self, noun: str, record_id: str | None) -> str:
        """What a person calls a record: its name, or the name of its person."""
        entry = self.get(noun, record_id) if record_id else None
        if entry is None:
            return ""
        if entry.values.get("person_id"):
            return str(self.person_of(entry)["name"])
        return str(entry.values.get("name") or entry.values.get("code") or "")


def as_text(value: object, kind: Kind = Kind.TEXT) -> str:
    """A value as a draft shows it."""
    if value is None:
        return ""
    return value.label.zh if isinstance(value, Choice) else measures.said(kind, value)
