"""Reads the records that a workbook is held against: all at once, or those of large nouns one by one as asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import LargeBinary, Select, select
from sqlalchemy.orm import Session
from typing_extensions import override

from ptman.intake.known import Entry, Known, folded
from ptman.models.core import nouns

# Of these there may be as many as there are rows.
LARGE = frozenset({"person", "student", "supervision"})


def entries(session: Session, noun: str, record_id: str | None = None) -> list[Entry]:
    """All records of a noun, or the one of this id."""
    keys, query = _query(noun)
    if record_id is not None:
        query = query.where(nouns()[noun].id == record_id)
    return [Entry(row.id, dict(zip(keys, row, strict=True))) for row in session.execute(query)]


def _query(noun: str) -> tuple[list[str], Select[*tuple[Any, ...]]]:
    columns = nouns()[noun].__mapper__.columns
    # Scans and other files are kept beside the values that workbooks name.
    keys = [key for key, column in columns.items() if not isinstance(column.type, LargeBinary)]
    return keys, select(*(columns[key] for key in keys))


class KnownOnDemand(Known):
    """The same picture for a file of which only a few rows have to be planned; good while its session is open."""

    def __init__(self, session: Session) -> None:
        super().__init__({})
        self._session = session
        self._single: dict[tuple[str, str], Entry | None] = {}
        self._ids: dict[tuple[str, str], Mapping[str, tuple[str, ...]]] = {}

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
        index = self._ids.get((noun, key))
        if index is None:
            index = self._ids[noun, key] = self._indexed_ids(noun, key)
        found = (self.get(noun, record_id) for record_id in index.get(folded(value), ()))
        return tuple(one for one in found if one is not None)

    def _indexed_ids(self, noun: str, key: str) -> Mapping[str, tuple[str, ...]]:
        columns = nouns()[noun].__mapper__.columns
        index: dict[str, tuple[str, ...]] = defaultdict(tuple)
        if key in columns:
            for record_id, value in self._session.execute(select(columns["id"], columns[key])):
                if value is not None:
                    index[folded(value)] += (record_id,)
        return dict(index)
