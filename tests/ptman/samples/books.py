"""Reads sample workbooks back as rows of cells by plain header."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ptman.intake import headers, kinds, reading
from ptman.intake.kinds import BookKind
from ptman.rules import placeholders, text
from ptman.samples.workbooks import Sample

BOOKS = ("students", "academics", "industry", "bases", "preferences")


def sheet(path: Path) -> Worksheet:
    found = openpyxl.load_workbook(path).active
    assert isinstance(found, Worksheet)
    return found


def cells(sample: Sample) -> list[list[tuple[object, ...]]]:
    """Every cell of every workbook."""
    return [list(sheet(path).iter_rows(values_only=True)) for path in sample.paths]


def recognised(path: Path) -> tuple[BookKind, headers.Found]:
    """What the intake takes the workbook for."""
    known = kinds.kinds()
    found = headers.recognise(reading.read(path).sheets[0], [kind.spec() for kind in known.values() if not kind.noun])
    assert found is not None
    return known[found.kind], found


def rows(path: Path, found: headers.Found) -> Iterator[tuple[int, dict[tuple[str, int], object]]]:
    """The rows below the header but for totals, with their values by key and ordinal."""
    for number, values in enumerate(sheet(path).iter_rows(values_only=True), start=1):
        total = any(isinstance(value, str) and placeholders.is_total(value) for value in values[:3])
        if number > found.header_row and not total:
            yield number, {(key, ordinal): values[column - 1] for key, column, ordinal in found.columns}


def column(path: Path, header: str) -> list[tuple[int, object]]:
    """The column of `header`, spelt in any way, from its header down: row numbers and values."""
    one = sheet(path)
    for row in one.iter_rows(min_row=1, max_row=5):
        for cell in row:
            if cell.value is not None and text.header_key(str(cell.value)).startswith(text.header_key(header)):
                return [(at, one.cell(at, cell.column).value) for at in range(cell.row + 1, one.max_row + 1)]
    raise LookupError(header)


def value_at(path: Path, row: int, header: str) -> object:
    return dict(column(path, header))[row]
