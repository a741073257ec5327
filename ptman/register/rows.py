"""Builds a list from what each record shows: cells in the order of the columns, and what the search box matches."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ptman.fields import Sensitivity
from ptman.labels import Choice, Label
from ptman.listing import Column, Listing, Row, Value
from ptman.register import lookup, words
from ptman.rules import measures, pinyin

CURRENT, RETIRED = "current", "retired"


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: its cells by column key, further words it is found by, its tags."""

    id: str
    cells: Mapping[str, Value]
    find: tuple[str | None, ...] = ()
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class View:
    """How much a list shows: identity numbers whole, retired records too."""

    unmasked: bool = False
    retired: bool = False


PLAIN = View()


def listing(blank: Listing, entries: Iterable[Entry], view: View = PLAIN) -> Listing:
    """The blank list filled; retired entries only where asked for."""
    kept = (entry for entry in entries if view.retired or RETIRED not in entry.tags)
    return replace(blank, rows=tuple(_row(blank.columns, entry, view) for entry in kept))


def blank(key: str, noun: str, title: Label, columns: Iterable[Column]) -> Listing:
    return Listing(key, noun, title, tuple(columns), ())


def _row(columns: tuple[Column, ...], entry: Entry, view: View) -> Row:
    cells: list[Value] = []
    found = [word for word in entry.find if word]
    for column in columns:
        value = entry.cells[column.key]
        if isinstance(value, Choice):
            value = value.label
        value = measures.cell(column.kind, value) or value
        if column.sensitivity is Sensitivity.GUARDED and isinstance(value, str):
            value = value if view.unmasked else words.masked(value)
        elif isinstance(value, str):
            found.append(value)
        elif isinstance(value, Label):
            found += (value.zh, value.en)
        elif isinstance(value, measures.Measure):
            found.append(str(value))
        cells.append(value)
    tags = entry.tags if RETIRED in entry.tags else entry.tags | {CURRENT}
    return Row(entry.id, tuple(cells), " ".join(dict.fromkeys(found)).casefold(), tags)


def sounds_of_person(name: str | None, full: str | None, initials: str | None) -> tuple[str, ...]:
    """The pinyin and initials on file; made here for people who came without."""
    if not name:
        return ()
    return full or pinyin.full(name), initials or pinyin.initials(name)


def sounds_of_unit(name: str | None) -> tuple[str, ...]:
    return (lookup.sounded(name), lookup.initialled(name)) if name else ()


def tagged(**held: bool) -> frozenset[str]:
    """The tags that hold, their names with dashes."""
    return frozenset(name.replace("_", "-") for name, holds in held.items() if holds)
