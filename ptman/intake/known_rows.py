"""Reads the records that a workbook is held against: all at once, or those of large nouns one by one as asked for."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import LargeBinary, Select, bindparam, select
from sqlalchemy.orm import Session
from typing_extensions import override

from ptman.intake.known import Entry, Known, folded
from ptman.models.core import nouns
from ptman.rules import text

# Of these there may be as many as there are rows.
LARGE = frozenset({"person", "student", "supervision"})
PARTITION = 10_000
CHUNK = 500


def entries(session: Session, noun: str, record_id: str | None = None) -> list[Entry]:
    """All records of a noun, or the one of this id."""
    keys, every, single = _queries(noun)
    found = session.execute(every) if record_id is None else session.execute(single, {"wanted": record_id})
    return [Entry(row.id, dict(zip(keys, row, strict=True))) for row in found]


@cache
def _queries(noun: str) -> tuple[tuple[str, ...], Select[*tuple[Any, ...]], Select[*tuple[Any, ...]]]:
    """The keys of a noun, the query of all its records and that of one; built once, for thousands are asked for."""
    columns = nouns()[noun].__mapper__.columns
    # Scans and other files are kept beside the values that workbooks name.
    keys = tuple(key for key, column in columns.items() if not isinstance(column.type, LargeBinary))
    every = select(*(columns[key] for key in keys))
    return keys, every, every.where(columns["id"] == bindparam("wanted"))


class KnownOnDemand(Known):
    """The same picture for a file of which only a few rows have to be planned; good while its session is open."""

    def __init__(self, session: Session) -> None:
        super().__init__({})
        self._session = session
        self._single: dict[tuple[str, str], Entry | None] = {}
        self._ids: dict[tuple[str, str], Mapping[str, str]] = {}
        self._links: dict[tuple[str, str, str], tuple[Entry, ...]] = {}

    @override
    def all(self, noun: str) -> Iterable[Entry]:
        if noun not in self._by_id:
            found = entries(self._session, noun) if noun in nouns() else []
            self._by_id[noun] = {entry.id: entry for entry in found}
        return super().all(noun)

    @override
    def get(self, noun: str, record_id: str) -> Entry | None:
        if noun not in LARGE:
            self.all(noun)
            return super().get(noun, record_id)
        if (noun, record_id) not in self._single:
            found = entries(self._session, noun, record_id)
            self._single[noun, record_id] = found[0] if found else None
        return self._single[noun, record_id]

    @override
    def where(self, noun: str, key: str, value: object) -> tuple[Entry, ...]:
        if noun not in LARGE:
            return super().where(noun, key, value)
        column = nouns()[noun].__mapper__.columns.get(key)
        if column is not None and column.foreign_keys:
            return self._linked(noun, key, str(value))
        index = self._ids.get((noun, key))
        if index is None:
            index = self._ids[noun, key] = self._indexed_ids(noun, key)
        found = (self.get(noun, record_id) for record_id in index.get(folded(value), "").split())
        return tuple(one for one in found if one is not None)

    def ahead(self, noun: str, key: str, said: Iterable[object]) -> None:
        """Read together what will be asked for: the records of these values, and who and what belongs to them."""
        index = self._ids.setdefault((noun, key), self._indexed_ids(noun, key))
        ids = [one for word in text.keys([*map(str, said)]) for one in index.get(word, "").split()]
        roles = self._read(noun, "id", ids)
        persons = [str(one["person_id"]) for one in roles if "person_id" in one.values]
        if persons:
            self._read("person", "id", persons)
            self._read(noun, "person_id", persons)
        if noun == "student":
            self._read("supervision", "student_id", ids)

    def _read(self, noun: str, key: str, values: list[str]) -> list[Entry]:
        """The records that have one of these ids, or a link to one of them, all remembered."""
        keys, every, _ = _queries(noun)
        column = nouns()[noun].__mapper__.columns[key]
        found: list[Entry] = []
        for at in range(0, len(values), CHUNK):
            query = every.where(column.in_(values[at : at + CHUNK]))
            found += [Entry(row.id, dict(zip(keys, row, strict=True))) for row in self._session.execute(query)]
        self._single |= {(noun, entry.id): entry for entry in found}
        if key != "id":
            linked: dict[str, tuple[Entry, ...]] = dict.fromkeys(values, ())
            for entry in found:
                linked[entry[key]] += (entry,)
            self._links |= {(noun, key, value): entries for value, entries in linked.items()}
        return found

    def _linked(self, noun: str, key: str, value: str) -> tuple[Entry, ...]:
        """Links are ids, which have one spelling only: the file's own index tells who has them."""
        if (noun, key, value) not in self._links:
            self._read(noun, key, [value])
        return self._links[noun, key, value]

    def _indexed_ids(self, noun: str, key: str) -> Mapping[str, str]:
        """By folded value the ids, one after the other in one text: of a hundred thousand that is little."""
        columns = nouns()[noun].__mapper__.columns
        index: dict[str, str] = {}
        if key in columns:
            query = select(columns["id"], columns[key]).where(columns[key].is_not(None))
            for rows in self._session.execute(query).partitions(PARTITION):
                ids, said = zip(*rows, strict=True)
                words = text.keys([*map(str, said)])
                own = dict(zip(words, ids, strict=True))
                if len(own) == len(words) and index.keys().isdisjoint(own):
                    index |= own
                    continue
                for word, record_id in zip(words, ids, strict=True):
                    index[word] = f"{index[word]} {record_id}" if word in index else record_id
        return index
