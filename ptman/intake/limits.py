"""How large a workbook may be before it is refused, and how long reading it may take."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one workbook; an office's own rosters stay far below all of them."""

    file_bytes: int = 30 * MEGABYTE
    inflated_bytes: int = 300 * MEGABYTE
    parts: int = 2_000
    sheets: int = 100
    rows: int = 50_000
    cells: int = 500_000
    area: int = 20_000_000
    merges: int = 20_000
    text: int = 40_000
    elements: int = 4_000_000
    read_seconds: float = 30.0
    annotate_seconds: float = 180.0
    child_bytes: int = 1536 * MEGABYTE


DEFAULT = Limits()
