"""Finds the header row of a sheet and what each of its columns is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ptman.intake import header_names
from ptman.intake.header_names import UNDER_GROUP, ColumnSpec, KindSpec, Named
from ptman.intake.sheet import Area, Sheet
from ptman.rules import text

__all__ = ["ColumnSpec", "Found", "KindSpec", "ranked", "recognise"]

# A header row is looked for among the first rows only: below them data begin.
FIRST_ROWS = 20
# Bounds for sheets made to be slow; no roster comes near. Columns beyond are reported as headless.
FIRST_COLUMNS = 400
FIRST_AREAS = 500
# A row is a header row of a kind from half of its required columns on, and never on the strength of one match.
LEAST_SHARE = 0.5
LEAST_MATCHES = 2
_MERELY_NAME = {"姓名", "name"}


@dataclass(frozen=True, slots=True)
class Found:
    """A header row; columns are the sheet's own, ordinals 0 where a column is not numbered.

    `score` is the share of required columns found, then the number of columns found. Where several columns answer
    to one key equally well, none is taken and all stand in `ambiguous`. `unknown` also holds, with an empty text,
    columns that have values below but no header.
    """

    kind: str
    header_row: int
    columns: tuple[tuple[str, int, int], ...]
    unknown: tuple[tuple[int, str], ...]
    missing: tuple[str, ...]
    ambiguous: tuple[tuple[str, tuple[int, ...]], ...]
    score: tuple[float, int]

    def column(self, key: str) -> int | None:
        return next((column for found, column, _ in self.columns if found == key), None)

    def numbered(self, key: str) -> tuple[int, ...]:
        """The columns of a numbered key in the order of their numbers."""
        return tuple(column for _, column in sorted((n, column) for found, column, n in self.columns if found == key))


def recognise(sheet: Sheet, specs: Sequence[KindSpec]) -> Found | None:
    """The kind whose header fits best; None when none fits, or when two kinds fit equally well (see `ranked`)."""
    best = ranked(sheet, specs)
    if not best or (len(best) > 1 and best[0].score == best[1].score):
        return None
    return best[0]


def ranked(sheet: Sheet, specs: Sequence[KindSpec]) -> tuple[Found, ...]:
    """The best header row of each kind that fits at all, best kind first."""
    rows = _header_rows(sheet)
    found = (_best_row(sheet, spec, rows) for spec in specs)
    return tuple(sorted((fit for fit in found if fit is not None), key=lambda fit: fit.score, reverse=True))


@dataclass(frozen=True, slots=True)
class _Header:
    """One header: its texts from the most to the least telling, each with what it costs in certainty."""

    column: int
    shown: str
    texts: tuple[tuple[str, int], ...]
    inherited: bool


def _best_row(sheet: Sheet, spec: KindSpec, rows: Sequence[tuple[int, tuple[_Header, ...]]]) -> Found | None:
    best: Found | None = None
    for row, row_headers in rows:
        found = _judged(spec, row, row_headers)
        # Headers merged over two rows read the same in both: data begin below the lower one.
        lower = best is not None and found.score == best.score and any(header.inherited for header in row_headers)
        if best is None or found.score > best.score or lower:
            best = found
    if best is None or best.score[0] < LEAST_SHARE or best.score[1] < min(LEAST_MATCHES, len(spec.columns)):
        return None
    return _with_headless(sheet, best)


def _header_rows(sheet: Sheet) -> tuple[tuple[int, tuple[_Header, ...]], ...]:
    areas = _areas(sheet)
    rows = range(1, min(FIRST_ROWS, sheet.last_row) + 1)
    return tuple((row, tuple(_headers(sheet, areas, row))) for row in rows)


def _areas(sheet: Sheet) -> dict[tuple[int, int], Area]:
    """The merged area each place of the first rows lies in."""
    first = [area for area in sheet.merged if area.top <= FIRST_ROWS][:FIRST_AREAS]
    return {
        (row, column): area
        for area in first
        for row in range(area.top, min(area.bottom, FIRST_ROWS) + 1)
        for column in range(area.left, min(area.right, FIRST_COLUMNS) + 1)
    }


def _headers(sheet: Sheet, areas: Mapping[tuple[int, int], Area], row: int) -> Iterator[_Header]:
    for column in range(1, min(FIRST_COLUMNS, sheet.last_column) + 1):
        own, inherited = _text(sheet, row, column), False
        area = areas.get((row, column))
        if not own and area is not None and area.left == column:
            own, inherited = _text(sheet, area.top, column), True
        if not own:
            continue
        group = "" if inherited else _group(sheet, areas.get((row - 1, column)), row)
        yield _Header(column, f"{group} {own}".strip(), _texts(group, own), inherited)


def _texts(group: str, own: str) -> tuple[tuple[str, int], ...]:
    if not group:
        return ((own, 0),)
    alone = ((group, 0),) if text.header_key(own) in _MERELY_NAME else ()
    return ((group + own, 0), *alone, (own, UNDER_GROUP))


def _group(sheet: Sheet, above: Area | None, row: int) -> str:
    """The text of a wide merged cell right above, which the header below only completes."""
    if above is None or above.left == above.right or above.bottom != row - 1:
        return ""
    if (above.right - above.left + 1) * 2 > sheet.last_column:
        return ""  # a title over the whole sheet groups nothing
    return _text(sheet, above.top, above.left)


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cell(row, column)
    return "" if cell is None else " ".join(cell.text().split())


def _judged(spec: KindSpec, row: int, row_headers: Sequence[_Header]) -> Found:
    lexicon = header_names.lexicon(spec)
    named = {header.column: name for header in row_headers if (name := _named(lexicon, header)) is not None}
    claims: dict[tuple[str, int], list[int]] = {}
    for column, name in named.items():
        claims.setdefault((name.key, name.ordinal), []).append(column)
    columns: list[tuple[str, int, int]] = []
    ambiguous: list[tuple[str, tuple[int, ...]]] = []
    for (key, ordinal), claimants in claims.items():
        rank = min(named[column].rank for column in claimants)
        equals = tuple(column for column in claimants if named[column].rank == rank)
        if len(equals) == 1:
            columns.append((key, equals[0], ordinal))
        else:
            ambiguous.append((key, equals))
    taken = {column for _, column, _ in columns} | {column for _, equals in ambiguous for column in equals}
    seen = {key for key, _ in claims}
    required = [column.key for column in spec.columns if column.required]
    missing = tuple(key for key in required if key not in seen)
    share = 1 - len(missing) / len(required) if required else 1.0
    unknown = tuple((header.column, header.shown) for header in row_headers if header.column not in taken)
    return Found(spec.kind, row, tuple(columns), unknown, missing, tuple(ambiguous), (share, len(claims)))


def _named(lexicon: header_names.Lexicon, header: _Header) -> Named | None:
    for header_text, cost in header.texts:
        if found := lexicon.find(header_text):
            return Named(found.key, found.ordinal, found.rank + cost)
    return None


def _with_headless(sheet: Sheet, found: Found) -> Found:
    headed = {column for _, column, _ in found.columns} | {column for column, _ in found.unknown}
    headed |= {column for _, columns in found.ambiguous for column in columns}
    below = {cell.column for row, cells in sheet.rows() if row > found.header_row for cell in cells}
    headless = tuple((column, "") for column in below - headed)
    return replace(found, unknown=tuple(sorted((*found.unknown, *headless))))
