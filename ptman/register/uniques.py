"""What the database lets occur only once, told before it refuses: which columns together, and who has them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, UniqueConstraint, select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.listing import Value
from ptman.models.choices import Role
from ptman.models.core import Record
from ptman.models.placements import GONE
from ptman.register import titles

Test = Callable[[Mapping[str, Any]], bool]
# The conditions of the partial indexes, as the database has them.
ONLY_WHERE: dict[str, Test] = {
    "uq_supervision_open": lambda row: row["ends_on"] is None and row["role"] != Role.ACADEMIC_CO,
    "uq_placement_open": lambda row: row["status"] not in GONE,
}


@dataclass(frozen=True, slots=True)
class Unique:
    """Columns whose values occur once among the rows that pass the test."""

    columns: tuple[str, ...]
    test: Test | None = None

    def key(self, row: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """The values that must be alone; none where one is missing or the row does not count."""
        values = tuple(row[column] for column in self.columns)
        if None in values or (self.test is not None and not self.test(row)):
            return None
        return values


def of(cls: type[Record]) -> Iterator[Unique]:
    table = cls.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{cls} is mapped to no table")
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield Unique(tuple(column.name for column in constraint.columns))
    for index in sorted(table.indexes, key=lambda one: str(one.name)):
        if index.unique:
            yield Unique(
                tuple(column.name for column in index.columns), (ONLY_WHERE | dict(cls.ONLY_WHERE)).get(str(index.name))
            )


def row(record: Record) -> dict[str, Any]:
    return {attr.key: getattr(record, attr.key) for attr in record.__mapper__.column_attrs}


def holder(session: Session, cls: type[Record], one: Unique, values: Mapping[str, Any], own: str) -> str | None:
    """The id of another record that has the same values."""
    key = one.key(values)
    if key is None:
        return None
    columns = cls.__mapper__.columns
    same = [columns[name] == value for name, value in zip(one.columns, key, strict=True)]
    rows = session.execute(select(*columns).where(*same, columns["id"] != own)).mappings()
    return next((str(other["id"]) for other in rows if one.key(dict(other)) == key), None)


def taken(session: Session, noun: str, values: Mapping[str, Value], own: str) -> dict[str, Label]:
    """For each last column of a broken rule, which record has the values already."""
    cls = titles.noun_class(noun)
    found = {}
    for one in of(cls):
        other = holder(session, cls, one, values, own)
        if other is not None:
            found[one.columns[-1]] = _had_by(session, noun, other)
    return found


def _had_by(session: Session, noun: str, other: str) -> Label:
    what, title = titles.noun_class(noun).LABEL, titles.one(session, noun, other)
    return Label(f"已用于{what.zh}“{title}”", f"used already by {what.en.lower()} “{title}”")
