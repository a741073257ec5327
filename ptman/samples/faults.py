"""Plants the fault that a row is to have: in which column, and what stands there instead."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ptman.samples.made import Cell, Made, Table

Wrong = Callable[[str], Cell]
# How many digits of a number a spreadsheet keeps; the rest become zeros.
KEPT_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault in a workbook; `row` is the sheet's own, `column` the plain header, `code` that of the refusal."""

    workbook: str
    sheet: str
    row: int
    column: str
    code: str


def _other_last(value: str) -> Cell:
    return value[:-1] + ("1" if value[-1] != "1" else "2")


def _as_number(value: str) -> Cell:
    return float(value[:KEPT_DIGITS] + "000")


# By code: the columns where it may stand, the first that a table has is taken.
COLUMNS: dict[str, tuple[str, ...]] = {
    "id-check": ("身份证号",),
    "number-rounded": ("身份证号",),
    "duplicate-in-file": ("学号",),
    "category-unknown": ("专业学位类别",),
    "date-bad": ("入学日期", "聘期起"),
    "mobile-bad": ("手机",),
    "required-missing": ("姓名",),
    "number-bad": ("可带人数", "每批容量"),
    "uscc-check": ("统一社会信用代码",),
    "supervisor-unknown": ("校内导师志愿二",),
}
WRONG: dict[str, Wrong] = {
    "id-check": _other_last,
    "number-rounded": _as_number,
    "category-unknown": lambda _: "量子考古",
    "date-bad": lambda _: "2026-02-30",
    "mobile-bad": lambda value: value[:-2],
    "required-missing": lambda _: None,
    "number-bad": lambda _: "若干",
    "uscc-check": _other_last,
    "supervisor-unknown": lambda _: "T99999999",
}


def column(table: Table, code: str) -> str:
    return next(header for header in COLUMNS[code] if header in table.headers)


def plant(table: Table) -> Table:
    """The table with each faulty row made wrong; a duplicate takes the number of a sound row above it."""
    earlier = [row.number for row in table.rows if not row.fault]
    rows = [_wrong(table, row, earlier[at % max(1, len(earlier))]) if row.fault else row for at, row in _counted(table)]
    return replace(table, rows=tuple(rows))


def _counted(table: Table) -> list[tuple[int, Made]]:
    """Each row with how many rows of its own fault there are before it, so that no two duplicates share an original."""
    seen: dict[str, int] = {}
    counted = []
    for row in table.rows:
        counted.append((seen.get(row.fault, 0), row))
        seen[row.fault] = seen.get(row.fault, 0) + 1
    return counted


def _wrong(table: Table, row: Made, original: str) -> Made:
    at = column(table, row.fault)
    right = row.cells[at]
    value = original if row.fault == "duplicate-in-file" else WRONG[row.fault](str(right))
    return replace(row, cells={**row.cells, at: value})
