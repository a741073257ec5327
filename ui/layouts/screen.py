"""Reads the layout of a list from the screen, and puts one on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from ptman.export.layouts import applying
from ptman.export.layouts.layout import NARROWEST, WIDEST, Layout, Pick, SortKey
from ptman.export.options import Headers
from ptman.listing import Listing, Row
from ui import memory
from ui.arrangement import Arrangement, Grouping
from ui.list_page import ListPage
from ui.pieces.chips import Chip
from ui.table_header import ListingHeader

PER_CHARACTER = 8
HEADERS = "export/headers"


@dataclass(frozen=True, slots=True)
class Subject:
    """A list to be laid out: all its rows, the chips that filter it, and how it is laid out now."""

    listing: Listing
    chips: tuple[Chip, ...]
    layout: Layout


def subject(page: ListPage) -> Subject:
    """The list of a page; where a view without a chip filters it, only the rows of that view."""
    listing = page.table.listing
    layout = layout_of(page)
    shown = {row.id for row in page.table.shown_rows}
    if {row.id for row in applying.rows(layout, listing).rows} != shown:
        listing = with_rows(listing, [row for row in listing.rows if row.id in shown])
        layout = replace(layout, tag="", words="")
    return Subject(listing, tuple(page.CHIPS), layout)


def with_rows(listing: Listing, rows: Sequence[Row]) -> Listing:
    return replace(listing, rows=tuple(rows))


def header(page: ListPage) -> ListingHeader:
    return cast("ListingHeader", page.table.horizontalHeader())


def layout_of(page: ListPage) -> Layout:
    """What the list on the screen shows, and how."""
    top, listing = header(page), page.table.listing
    given = top.given
    picks = tuple(
        Pick(key, width=_characters(given.get(key, 0)), total=key in top.grouping.totals)
        for key in (listing.columns[at].key for at in top.visible())
    )
    chip = page.chips.checked()
    key, descending = top.sort
    sort = ((SortKey(key, descending),) if key else ()) + tuple(SortKey(*one) for one in top.further)
    headers = Headers.named(memory.text(HEADERS)) or Headers.ZH
    return Layout(
        listing.key,
        picks,
        sort,
        chip.tag if chip else "",
        page.search.text().strip(),
        group=top.grouping.key,
        subtotals=top.grouping.subtotals,
        headers=headers,
    )


def wear(page: ListPage, layout: Layout) -> None:
    """Columns, widths, order, filter, sort, groups and sums of the layout. Headers stay our own."""
    chip = next((one for one in page.CHIPS if one.tag == layout.tag), None)
    if chip is not None:
        page.go(chip.key)
    page.search.setText(layout.words)
    page.table.search(layout.words)
    first, *further = [(one.key, one.descending) for one in layout.sort] or [("", False)]
    widths = {pick.key: pick.width * PER_CHARACTER for pick in layout.picks if pick.width}
    totals = tuple(pick.key for pick in layout.picks if pick.total)
    grouping = Grouping(layout.group, totals, layout.subtotals)
    header(page).wear(Arrangement(widths, (), layout.keys, first, tuple(further), grouping))


def _characters(pixels: int) -> int:
    return min(WIDEST, max(NARROWEST, pixels // PER_CHARACTER)) if pixels else 0
