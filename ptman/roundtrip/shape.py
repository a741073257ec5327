"""The columns and rows of a workbook as it was sent, kept as JSON beside its record."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from ptman import values
from ptman.labels import Lang
from ptman.rules import text


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header as sent, and the right (`rights`) by which it may be filled in, nothing where locked."""

    key: str
    header: str
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """One record that may be chosen in a column: what its link holds, its word in the list, other names for it.

    `value` is empty in workbooks sent before links were offered, all of whose lists are of industry supervisors.
    """

    value: str
    word: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns from left to right behind the hidden one; `change_set` is that of the sending.

    `lists` are by right the records that a link may be set to.
    """

    noun: str
    lang: Lang
    change_set: int
    columns: tuple[Column, ...]
    lists: Mapping[str, tuple[Offer, ...]] = field(default_factory=dict)

    @property
    def fills(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.fill)

    def word(self, right: str, value: object) -> str:
        """How the cell of a link says its value; nothing where it is not the recipient's to see."""
        return next((one.word for one in self.lists.get(right, ()) if value and one.value == value), "")

    def meant(self, right: str, said: str) -> tuple[Offer, ...]:
        """The records of the list that words may mean: as the list has them, else by another name alone."""
        key, offers = text.key(said), self.lists.get(right, ())
        whole = tuple(one for one in offers if text.key(one.word) == key)
        return whole or tuple(one for one in offers if key in map(text.key, one.names))


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
        "lists": {
            key: [[one.value, one.word, list(one.names)] for one in offers] for key, offers in shape.lists.items()
        },
    }


def read(kept: Mapping[str, Any]) -> Shape:
    return Shape(
        kept["noun"],
        Lang(kept["lang"]),
        kept["change_set"],
        tuple(Column(**column) for column in kept["columns"]),
        {key: tuple(map(_offer, offers)) for key, offers in kept["lists"].items()},
    )


def _offer(kept: str | tuple[str, str, list[str]]) -> Offer:
    if isinstance(kept, str):
        return Offer("", kept, tuple(kept.rsplit(" ", 1)))
    value, word, names = kept
    return Offer(value, word, tuple(names))


def rows_written(rows: Iterable[Row]) -> list[Any]:
    return [{**asdict(row), "texts": list(row.texts), "values": dict(row.values)} for row in rows]


def rows_read(kept: Iterable[Mapping[str, Any]]) -> tuple[Row, ...]:
    return tuple(Row(**{**row, "texts": tuple(row["texts"])}) for row in kept)


def digest(kept: list[Any]) -> str:
    """Of the rows as they are kept."""
    return values.sha256(values.canonical(kept))
