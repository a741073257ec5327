"""Which columns of which nouns point to a record, found in the mapping, so that no new noun is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models.core import Record, nouns


@dataclass(frozen=True, slots=True)
class Reference:
    """The column `key` of `noun` holds values of the column `target`.

    Where rows of `noun` may point to any noun, the column `beside` names which, and `anything` is that name.
    """

    noun: type[Record]
    key: str
    target: str
    beside: str = ""
    anything: str = ""

    def holds(self, value: Any) -> ColumnElement[bool]:  # noqa: ANN401 a column's value
        columns = self.noun.__mapper__.columns
        held = columns[self.key] == value
        return and_(held, columns[self.beside] == self.anything) if self.beside else held


def to(cls: type[Record]) -> Iterator[Reference]:
    for _, noun in sorted(nouns().items()):
        for key, column in noun.__mapper__.columns.items():
            for reference in column.foreign_keys:
                if reference.column.table is cls.__table__:
                    yield Reference(noun, key, reference.column.name)
            if column.info.get("points_to") == cls.__tablename__:
                yield Reference(noun, key, "id")
            if beside := column.info.get("points_to_any"):
                yield Reference(noun, key, "id", beside, str(cls.__tablename__))


def rows(session: Session, reference: Reference, value: Any) -> list[Record]:  # noqa: ANN401 a column's value
    """The records whose reference holds `value`."""
    return list(session.scalars(select(reference.noun).where(reference.holds(value)).order_by(reference.noun.id)))


def users(session: Session, record: Record) -> dict[str, int]:
    """How many rows of each noun point to the record."""
    found: dict[str, int] = {}
    for reference in to(type(record)):
        held = reference.holds(getattr(record, reference.target))
        count = session.scalar(select(func.count()).select_from(reference.noun).where(held)) or 0
        if count:
            name = str(reference.noun.__tablename__)
            found[name] = found.get(name, 0) + count
    return found


def still_used(title: str, used: dict[str, int]) -> PtmanError:
    labels: list[tuple[int, Label]] = [(count, nouns()[name].LABEL) for name, count in used.items()]
    zh = "、".join(f"{count} 条{label.zh}" for count, label in labels)
    en = ", ".join(f"{count} × {label.en.lower()}" for count, label in labels)
    return PtmanError(
        "still-used",
        f"“{title}”还被{zh}用到，未删除。可改为停用。",
        f"“{title}” is still used ({en}) and was not deleted. Retire it instead.",
    )
