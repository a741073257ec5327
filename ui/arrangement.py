"""How the columns of a list stand on the screen, as it is remembered between two starts."""

from dataclasses import dataclass, field

from ui import memory

Sort = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Rows of one value in the column `key` stand under a heading; `totals` are summed below, and below each group."""

    key: str = ""
    totals: tuple[str, ...] = ()
    subtotals: bool = False


NO_GROUPS = Grouping()


@dataclass(frozen=True, slots=True)
class Arrangement:
    """By the columns' keys: widths that the user gave in pixels, what is hidden, the order, and what sorts the rows.

    `sort` is the column sorted by and whether descending, `further` those that part rows alike in it.
    """

    widths: dict[str, int] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    sort: Sort = ("", False)
    further: tuple[Sort, ...] = ()
    grouping: Grouping = NO_GROUPS


def recall(key: str) -> Arrangement:
    """What was kept under that key, as far as it can be read."""
    kept = memory.recall(key)
    further = memory.part(kept, "further")
    return Arrangement(
        dict(memory.numbers(memory.part(kept, "widths"))),
        tuple(memory.names(memory.part(kept, "hidden"))),
        tuple(memory.names(memory.part(kept, "order"))),
        _sort(memory.part(kept, "sort")),
        tuple(_sort(one) for one in further) if isinstance(further, list) else (),
        _grouping(memory.names(memory.part(kept, "grouping"))),
    )


def keep(key: str, one: Arrangement) -> None:
    memory.keep(
        key,
        {
            "widths": dict(one.widths),
            "hidden": list(one.hidden),
            "order": list(one.order),
            "sort": _kept(one.sort),
            "further": [_kept(sort) for sort in one.further],
            "grouping": _kept_grouping(one.grouping),
        },
    )


def _sort(kept: memory.Kept) -> Sort:
    names = memory.names(kept)
    return (names[0], names[1:] == ["descending"]) if names else ("", False)


def _kept(sort: Sort) -> list[memory.Kept]:
    key, descending = sort
    return [key, "descending" if descending else "ascending"] if key else []


def _grouping(kept: list[str]) -> Grouping:
    return Grouping(kept[0], tuple(kept[2:]), kept[1:2] == ["subtotals"]) if kept else Grouping()


def _kept_grouping(one: Grouping) -> list[memory.Kept]:
    return [one.key, "subtotals" if one.subtotals else "plain", *one.totals] if one.key or one.totals else []
