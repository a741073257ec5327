"""Rows of one value together: groups in order, what they are called, and what their columns add up to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ptman.fields import Kind
from ptman.labels import Label, Lang
from ptman.listing import Line, Listing, Load, Row, Value, shown
from ptman.rules.measures import Measure

NOT_SET = Label("（未定）", "(not set)")
ALL = Label("合计", "Total")
_ADDED = frozenset({Kind.MONEY, Kind.TENTHS})


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one value."""

    name: Label
    rows: tuple[Row, ...]


def groups(listing: Listing, key: str, *, descending: bool = False) -> tuple[Group, ...]:
    """One group a value of that column, in the column's order; rows without a value come last, none is lost."""
    at = listing.index(key)
    found: dict[str, list[Row]] = {}
    names: dict[str, Label] = {}
    for row in listing.sorted(key, descending=descending).rows:
        name = called(row.cells[at])
        names.setdefault(name.zh, name)
        found.setdefault(name.zh, []).append(row)
    return tuple(Group(names[zh], tuple(rows)) for zh, rows in found.items())


def called(value: Value) -> Label:
    """What a value is called as the name of its group."""
    said = Label(shown(value, Lang.ZH), shown(value, Lang.EN))
    return said if said.zh else NOT_SET


def summed(rows: Iterable[Row], at: int) -> Value:
    """What a column adds up to: whole numbers, amounts, seats taken of seats; None where nothing can be added."""
    total: Value = None
    for row in rows:
        total = _plus(total, row.cells[at])
    return total


def _plus(total: Value, value: Value) -> Value:
    if not _can_be_added(value):
        return total
    match value, total:
        case (int(), int()):
            return total + value
        case (Load(), Load()):
            return Load(total.taken + value.taken, total.of + value.of)
        case (Measure(stored=int(more)), Measure(kind=kind, stored=int(so_far))):
            return Measure(kind, so_far + more)
    return value if total is None else total


def _can_be_added(value: Value) -> bool:
    if isinstance(value, Measure):
        return value.kind in _ADDED
    return isinstance(value, int | Load) and not isinstance(value, bool)


def lines(
    listing: Listing, key: str, totals: Sequence[int], *, subtotals: bool, descending: bool = False
) -> Iterator[Row]:
    """The rows under headings of their groups, with a sum below each group where wanted, and one below all."""
    for group in groups(listing, key, descending=descending):
        count = len(group.rows)
        head = Label(f"{group.name.zh}（{count:,}）", f"{group.name.en} ({count:,})")
        yield _line(listing, Line.GROUP, head, {})
        yield from group.rows
        if subtotals:
            said = Label(f"小计：{group.name.zh}", f"Subtotal: {group.name.en}")
            yield _line(listing, Line.SUM, said, {at: summed(group.rows, at) for at in totals})


def total(listing: Listing, totals: Sequence[int]) -> Row:
    """The line below all rows."""
    count = len(listing.records)
    said = Label(f"{ALL.zh}（{count:,}）", f"{ALL.en} ({count:,})")
    return _line(listing, Line.SUM, said, {at: summed(listing.records, at) for at in totals})


def _line(listing: Listing, kind: Line, said: Label, sums: dict[int, Value]) -> Row:
    """The words stand in the first column that holds no sum."""
    words = next((at for at in range(len(listing.columns)) if at not in sums), None)
    cells = tuple(said if at == words else sums.get(at) for at in range(len(listing.columns)))
    return Row("", cells, line=kind)
