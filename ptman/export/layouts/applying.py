"""A layout applied to a list: the same list as it is to be seen, written and printed."""

from dataclasses import dataclass, replace

from ptman.errors import PtmanError
from ptman.export.layouts import grouping
from ptman.export.layouts.layout import Layout, Pick
from ptman.labels import Label, same
from ptman.listing import Column, Listing


@dataclass(frozen=True, slots=True)
class Sheet:
    """One list as one sheet of a workbook or one table on paper; `tab` names it among others."""

    listing: Listing
    tab: Label


def rows(layout: Layout, listing: Listing) -> Listing:
    """The rows the layout keeps, in its order; all columns."""
    if layout.tag:
        listing = listing.tagged(layout.tag)
    if layout.words:
        listing = listing.searched(layout.words)
    for one in reversed(layout.sort):
        if listing.has(one.key):
            listing = listing.sorted(one.key, descending=one.descending)
    return listing


def apply(layout: Layout, listing: Listing) -> Listing:
    """The list with its rows kept, sorted and grouped, its columns chosen, named and sized.

    Columns that the list has no more are left out; PtmanError `layout-empty` where none is left.
    """
    return arranged(layout, rows(layout, listing))


def arranged(layout: Layout, listing: Listing) -> Listing:
    """Columns and groups of rows that are kept and sorted already."""
    picks = tuple(pick for pick in layout.picks if listing.has(pick.key))
    if not picks:
        raise _empty(listing)
    grouped = layout.group if listing.has(layout.group) else ""
    totals = tuple(at for at, pick in enumerate(picks) if pick.total)
    # The grouping column may be one that is not shown.
    wide = listing.only((*(pick.key for pick in picks), grouped) if grouped else (pick.key for pick in picks))
    narrow = wide.only(pick.key for pick in picks)
    made = tuple(grouping.lines(wide, grouped, totals, subtotals=layout.subtotals)) if grouped else wide.rows
    lines = tuple(replace(row, cells=row.cells[: len(picks)]) for row in made)
    if totals or (grouped and layout.subtotals):
        lines = (*lines, grouping.total(narrow, totals))
    columns = tuple(_named(column, pick) for column, pick in zip(narrow.columns, picks, strict=True))
    title = same(layout.title) if layout.title else listing.title
    return replace(narrow, title=title, columns=columns, rows=lines)


def sheets(layout: Layout, listing: Listing, per: str = "") -> tuple[Sheet, ...]:
    """The list as one sheet, or as one for each value in the column `per`."""
    if not per:
        made = apply(layout, listing)
        return (Sheet(made, made.title),)
    kept = rows(layout, listing)
    return tuple(_part(layout, kept, group) for group in grouping.groups(kept, per))


def missing(layout: Layout, listing: Listing) -> tuple[str, ...]:
    """The columns a layout names and the list has no more."""
    return tuple(key for key in layout.keys if not listing.has(key))


def _part(layout: Layout, kept: Listing, group: grouping.Group) -> Sheet:
    made = arranged(layout, replace(kept, rows=group.rows))
    return Sheet(replace(made, title=made.title.plus(group.name, " · ")), group.name)


def _named(column: Column, pick: Pick) -> Column:
    label = same(pick.header) if pick.header else column.label
    return replace(column, label=label, width=pick.width or column.width, given=bool(pick.width))


def _empty(listing: Listing) -> PtmanError:
    return PtmanError(
        "layout-empty",
        f"版式里没有一列是“{listing.title.zh}”现有的列，没有写出。请重新选择列。",
        f"No column of the layout is in {listing.title.en}. Nothing was written; choose the columns anew.",
    )
