"""The columns and rows of a workbook as it was sent, kept as JSON beside its record."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from ptman import values
from ptman.labels import Lang


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header as sent, and the right (`rights`) by which it may be filled in, nothing where locked."""

    key: str
    header: str
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns from left to right behind the hidden one; `change_set` is that of the sending."""

    noun: str
    lang: Lang
    change_set: int
    columns: tuple[Column, ...]
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def fills(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.fill)


@dataclass(frozen=True, slots=True)
class Row:
    """One record as sent: the text of each locked column, and by right the value of each other, as in the journal.

    `person` is the record of the person where the noun is a role.
    """

    id: str
    title: str
    texts: tuple[str, ...]
    values: Mapping[str, Any]
    person: str = ""


def written(shape: Shape) -> dict[str, Any]:
    return {
        "noun": shape.noun,
        "lang": shape.lang.value,
        "change_set": shape.change_set,
        "columns": [asdict(column) for column in shape.columns],
        "lists": {key: list(words) for key, words in shape.lists.items()},
    }


def read(kept: Mapping[str, Any]) -> Shape:
    return Shape(
        kept["noun"],
        Lang(kept["lang"]),
        kept["change_set"],
        tuple(Column(**column) for column in kept["columns"]),
        {key: tuple(words) for key, words in kept["lists"].items()},
    )


def rows_written(rows: Iterable[Row]) -> list[Any]:
    return [{**asdict(row), "texts": list(row.texts), "values": dict(row.values)} for row in rows]


def rows_read(kept: Iterable[Mapping[str, Any]]) -> tuple[Row, ...]:
    return tuple(Row(**{**row, "texts": tuple(row["texts"])}) for row in kept)


def digest(kept: list[Any]) -> str:
    """Of the rows as they are kept."""
    return values.sha256(values.canonical(kept))
