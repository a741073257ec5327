"""How wide the columns and how high the header of an exported sheet are, from what stands in them."""

from ptman.export import cell_text
from ptman.fields import MEASURED, Kind
from ptman.labels import Label, Lang
from ptman.listing import Column, Line, Listing, Value, shown

NARROWEST, WIDEST = 5.0, 60.0
HEADER_LINES = 3
# What a name may take before it breaks into a second line.
NAME_COLUMNS = 20
# The indent of a cell and its two edges.
_PADDING = 2.5
# The filter's button covers the end of a header's last line.
_BUTTON = 2.0
LINE_POINTS, ROW_POINTS = 14.0, 17.0
_HIGHEST = 400.0
_NAME_PLACES = 3
# Digits that are no number; a workbook keeps them as text with every leading zero.
IDENTIFIERS = frozenset({Kind.IDENTIFIER, Kind.PHONE, Kind.CODES})
_WHOLE = IDENTIFIERS | {Kind.NUMBER, Kind.DATE, Kind.FLAG, Kind.EMAIL} | MEASURED


def widths(listing: Listing, headers: tuple[str, ...], lang: Lang) -> tuple[float, ...]:
    """One width a column, in Excel's characters.

    Numbers, dates and identifiers are never broken or cut; a text takes what it needs up to its declared width and
    breaks into lines beyond.
    """
    return tuple(
        _width(_needed(listing, at, lang), header, column)
        for at, (header, column) in enumerate(zip(headers, listing.columns, strict=True))
    )


def _needed(listing: Listing, at: int, lang: Lang) -> tuple[int, bool]:
    """The widest value, and whether all values must stay on one line; words of headings run over empty cells."""
    values = [row.cells[at] for row in listing.rows if row.line is Line.RECORD or not isinstance(row.cells[at], Label)]
    widest = max((cell_text.columns(shown(value, lang)) for value in values), default=0)
    return widest, not any(_is_text(value) for value in values if value is not None)


def _is_text(value: Value) -> bool:
    return isinstance(value, str | Label)


def _width(needed: tuple[int, bool], header: str, column: Column) -> float:
    """A width that a person chose holds for texts; what must not be broken takes what it needs all the same."""
    widest, unbroken = needed
    kind, declared = column.kind, column.width
    whole = kind in _WHOLE or unbroken
    if column.given:
        return min(WIDEST, max(NARROWEST, float(declared), widest + _PADDING if whole else 0.0))
    room = float(widest) if whole else min(widest, max(declared, NAME_COLUMNS if kind is Kind.NAME else 0))
    return min(WIDEST, max(NARROWEST, room + _PADDING, _header_width(header)))


def _header_width(header: str) -> float:
    """What a header needs to fit its lines, each broken at blanks only where it is not Chinese."""
    whole = max(map(cell_text.columns, header.split("\n")))
    word = max((cell_text.columns(part) for part in header.split() if part.isascii()), default=0)
    lines = HEADER_LINES - header.count("\n")
    return max(word + _PADDING, whole / lines + _BUTTON) if whole > 2 * word else max(word, whole / lines) + _BUTTON


def header_height(headers: tuple[str, ...], column_widths: tuple[float, ...]) -> float:
    """Points for the tallest header."""
    pairs = zip(headers, column_widths, strict=True)
    most = max((cell_text.lines(header, width - _BUTTON / 2) for header, width in pairs), default=1)
    return LINE_POINTS * most + 6


def row_height(texts: tuple[str, ...], column_widths: tuple[float, ...]) -> float:
    """Points for the row's tallest text: a height once set is kept by Excel, a missing one is not always found."""
    pairs = zip(texts, column_widths, strict=True)
    most = max((cell_text.lines(text, width - _PADDING / 2) for text, width in pairs if text), default=1)
    return min(_HIGHEST, ROW_POINTS + LINE_POINTS * (most - 1))


def name_column(listing: Listing) -> int:
    """The last column that stays when scrolling sideways: the name, or the first column where there is none near."""
    near = listing.columns[:_NAME_PLACES]
    named = [at for at, column in enumerate(near) if column.kind is Kind.NAME]
    if named:
        return named[0]
    return 1 if len(near) > 1 and near[0].kind in IDENTIFIERS else 0
