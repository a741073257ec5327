"""Lists on paper: the same sheets as in the workbook, as landscape tables that name the row on every page."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from ptman import files
from ptman.export import layout as measuring
from ptman.export.layouts.applying import Sheet
from ptman.export.options import Options, Written
from ptman.export.roster import SERIAL
from ptman.fields import NUMERIC, Kind
from ptman.labels import Label
from ptman.listing import Column, Line, Listing, Load, Row, shown
from ptman.reports import pages
from ptman.reports.report import Align, Block, Format, Heading, PageBreak, Report, Table

# So many digits of the size of a table stand beside each other on a page across.
ACROSS = 150.0
_SERIAL = 5.0
_EMPTY = Label("没有行", "No rows")
_SUM, _TOTAL = Label("小计", "Sum"), Label("合计", "Total")
_CENTRED = frozenset({Kind.DATE, Kind.FLAG, Kind.MONTH, Kind.TIME})


def report(sheets: Sequence[Sheet], options: Options, issuer: str = "") -> Report:
    """All sheets as one paper, each on a page of its own; a wide one in several parts beside each other."""
    first = sheets[0].listing
    alone = len(sheets) == 1
    rows = sum(len(sheet.listing.records) for sheet in sheets)
    blocks: list[Block] = []
    for sheet in sheets:
        if blocks:
            blocks.append(PageBreak())
        if not alone:
            blocks.append(Heading(options.headers.text(sheet.tab)))
        blocks += _tables(sheet.listing, options)
    return Report(
        title=options.headers.text(first.title if alone else _shared(sheets)),
        blocks=tuple(blocks),
        dated=options.dated,
        lang=options.headers.lang,
        format=Format.LANDSCAPE,
        issuer=issuer,
        subtitle=options.summary(rows),
        trace=options.dated.isoformat(),
    )


def write(sheets: Sequence[Sheet], target: Path, options: Options) -> Written:
    """All sheets as one PDF at `target`; an older file stays whole where it cannot be written."""
    made = pages.pdf(report(sheets, options))
    files.write_atomically(target, made)
    rows = sum(len(sheet.listing.records) for sheet in sheets)
    return Written(target, rows, hashlib.sha256(made).hexdigest(), ())


def _shared(sheets: Sequence[Sheet]) -> Label:
    """What the titles of all sheets have in common, as those of one list have; else the first of them."""
    first = sheets[0].listing.title
    zh, en = (text.partition(" · ")[0] for text in (first.zh, first.en))
    return Label(zh, en)


def _tables(listing: Listing, options: Options) -> Iterator[Table]:
    headers = tuple(options.headers.text(column.label, "\n") for column in listing.columns)
    widths = measuring.widths(listing, headers, options.headers.lang)
    for chosen in parts(widths, measuring.name_column(listing)):
        for caption, rows, last in _groups(listing):
            yield _table((listing, options), (headers, widths), chosen, (caption, rows, last))


def parts(widths: Sequence[float], name: int) -> tuple[tuple[int, ...], ...]:
    """Which columns stand on the same page: as many as fit, the ones up to the name on every page."""
    kept = tuple(range(name + 1)) if widths else ()
    base = _SERIAL + sum(widths[at] for at in kept)
    found: list[tuple[int, ...]] = []
    now, used = list(kept), base
    for at in range(len(kept), len(widths)):
        if used + widths[at] > ACROSS and len(now) > len(kept):
            found.append(tuple(now))
            now, used = list(kept), base
        now.append(at)
        used += widths[at]
    return (*found, tuple(now))


def _groups(listing: Listing) -> Iterator[tuple[Row | None, list[tuple[int, Row]], Row | None]]:
    """Each group with its heading and its sum; the rows with their serial numbers."""
    head: Row | None = None
    rows: list[tuple[int, Row]] = []
    serial = 0
    closed = False
    for row in listing.rows:
        if row.line is Line.RECORD:
            serial += 1
            rows.append((serial, row))
        elif row.line is Line.GROUP:
            if rows:
                yield head, rows, None
            head, rows, closed = row, [], False
        else:
            yield head, rows, row
            head, rows, closed = None, [], True
    if rows or not closed:
        yield head, rows, None


def _table(
    given: tuple[Listing, Options],
    sizes: tuple[tuple[str, ...], tuple[float, ...]],
    chosen: tuple[int, ...],
    group: tuple[Row | None, list[tuple[int, Row]], Row | None],
) -> Table:
    listing, options = given
    headers, widths = sizes
    head, rows, last = group
    lang = options.headers.lang

    def texts(row: Row, first: str) -> tuple[str, ...]:
        """What a sum is called stands where the numbers of rows do: the caption names the group."""
        words = (row.cells[at] for at in chosen)
        return (first, *("" if row.line is Line.SUM and isinstance(one, Label) else shown(one, lang) for one in words))

    if not rows and last is not None:  # the sum of all stands by itself
        rows, last = [(0, last)], None
    caption = next((shown(cell, lang) for cell in head.cells if isinstance(cell, Label)), "") if head else ""
    return Table(
        heads=(options.headers.text(SERIAL, "\n"), *(headers[at] for at in chosen)),
        rows=tuple(texts(row, str(serial) if serial else _TOTAL.text(lang)) for serial, row in rows),
        widths=(_SERIAL, *(widths[at] for at in chosen)),
        aligns=(Align.CENTRE, *(_align(listing.columns[at], rows, at) for at in chosen)),
        caption=caption,
        empty=options.headers.text(_EMPTY),
        last=texts(last, (_SUM if head else _TOTAL).text(lang)) if last else (),
    )


def _align(column: Column, rows: Sequence[tuple[int, Row]], at: int) -> Align:
    if column.kind in _CENTRED or any(isinstance(row.cells[at], Load) for _, row in rows):
        return Align.CENTRE
    return Align.RIGHT if column.kind in NUMERIC else Align.LEFT
