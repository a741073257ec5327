"""How large a workbook may be before it is refused, and how long reading it may take."""

from dataclasses import dataclass, replace

MEGABYTE = 1024 * 1024
_ROWS_BY_VALUE, _CELLS_BY_VALUE = 50_000, 500_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one workbook; an office's own rosters stay far below all of them."""

    file_bytes: int = 30 * MEGABYTE
    inflated_bytes: int = 300 * MEGABYTE
    parts: int = 2_000
    sheets: int = 100
    rows: int = 110_000
    cells: int = 2_860_000
    area: int = 20_000_000
    merges: int = 20_000
    text: int = 40_000
    elements: int = 6_000_000
    read_seconds: float = 60.0
    annotate_seconds: float = 180.0
    child_bytes: int = 1536 * MEGABYTE

    def by_value(self) -> "Limits":
        """Those of formats that are taken apart value by value before they are read: .ods, .xls and text."""
        return replace(self, rows=min(self.rows, _ROWS_BY_VALUE), cells=min(self.cells, _CELLS_BY_VALUE))


DEFAULT = Limits()
