"""Finds the header row of a sheet and what each of its columns is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ptman.intake import header_names, header_rows
from ptman.intake.header_names import ColumnSpec, KindSpec, Named
from ptman.intake.header_rows import Header
from ptman.intake.sheet import Sheet

__all__ = ["ColumnSpec", "Found", "KindSpec", "ranked", "recognise"]

# A row is a header row of a kind from half of its required columns on, and never on the strength of one match.
LEAST_SHARE = 0.5
LEAST_MATCHES = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A header row; columns are the sheet's own, ordinals 0 where a column is not numbered.

    `score` is the share of required columns found, then the number of columns found. Where several columns answer
    to one key equally well, none is taken and all stand in `ambiguous`. `unknown` also holds, with an empty text,
    columns that have values below but no header; `ignored` are those that a person said to leave out.
    """

    kind: str
    header_row: int
    columns: tuple[tuple[str, int, int], ...]
    unknown: tuple[tuple[int, str], ...]
    missing: tuple[str, ...]
    ambiguous: tuple[tuple[str, tuple[int, ...]], ...]
    score: tuple[float, int]
    ignored: tuple[tuple[int, str], ...] = ()

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
    rows = header_rows.rows(sheet)
    found = (_best_row(sheet, spec, rows) for spec in specs)
    return tuple(sorted((fit for fit in found if fit is not None), key=lambda fit: fit.score, reverse=True))


def _best_row(sheet: Sheet, spec: KindSpec, rows: Sequence[tuple[int, tuple[Header, ...]]]) -> Found | None:
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


def _judged(spec: KindSpec, row: int, row_headers: Sequence[Header]) -> Found:
    said = _said(spec, row_headers)
    named = _all_named(spec, row_headers, said)
    ignored = tuple((header.column, header.shown) for header in row_headers if said.get(header.column) == "")
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
    taken |= {column for column, _ in ignored}
    unknown = tuple((header.column, header.shown) for header in row_headers if header.column not in taken)
    return Found(spec.kind, row, tuple(columns), unknown, missing, tuple(ambiguous), (share, len(claims)), ignored)


def _said(spec: KindSpec, row_headers: Sequence[Header]) -> dict[int, str]:
    """By column what a person said of its header."""
    if not spec.meant:
        return {}
    meant = dict(spec.meant)
    keys = header_names.meaning_keys([header.shown for header in row_headers])
    return {header.column: meant[key] for header, key in zip(row_headers, keys, strict=True) if key in meant}


def _all_named(spec: KindSpec, row_headers: Sequence[Header], said: Mapping[int, str]) -> dict[int, Named]:
    lexicon = header_names.lexicon(spec)
    named: dict[int, Named] = {}
    for header in row_headers:
        slot = said.get(header.column)
        if slot is None:
            found = _named(lexicon, header)
        else:
            key, _, ordinal = slot.partition("#")
            found = Named(key, int(ordinal or 0), header_names.SAID) if slot else None
        if found is not None:
            named[header.column] = found
    return named


def _named(lexicon: header_names.Lexicon, header: Header) -> Named | None:
    for header_text, cost in header.texts:
        if found := lexicon.find(header_text):
            return Named(found.key, found.ordinal, found.rank + cost)
    return None


def _with_headless(sheet: Sheet, found: Found) -> Found:
    headed = {column for _, column, _ in found.columns} | {column for column, _ in found.unknown}
    headed |= {column for _, columns in found.ambiguous for column in columns}
    headed |= {column for column, _ in found.ignored}
    headless = tuple((column, "") for column in sheet.columns_below(found.header_row) - headed)
    return replace(found, unknown=tuple(sorted((*found.unknown, *headless))))
