"""The questions asked of the matrix: whose row fits which."""

from collections.abc import Callable

from ptman.aspects.talents.rows import Shade, WayRow
from ptman.labels import Label
from ui.pieces.chips import Chip

CHIPS = (
    Chip("all", Label("全部", "All")),
    Chip("overdue", Label("有逾期", "Overdue"), "overdue"),
    Chip("submitted", Label("待审", "To be judged"), "submitted"),
    Chip("conditional", Label("待改", "Conditional"), "conditional"),
    Chip("failed", Label("未通过", "Failed"), "failed"),
    Chip("absent", Label("未登记", "Not entered"), "absent"),
)
_SHADES = {
    "overdue": Shade.OVERDUE,
    "submitted": Shade.SUBMITTED,
    "conditional": Shade.CONDITIONAL,
    "failed": Shade.FAILED,
}


def fits(key: str, said: str) -> Callable[[WayRow], bool]:
    """Whether a row is asked for by the chip of that key and by every word in the search box."""
    words = said.casefold().split()

    def judge(row: WayRow) -> bool:
        pupil = row.pupil
        found = " ".join((pupil.number, pupil.name, *pupil.sounds)).casefold()
        return _asked(row, key) and all(word in found for word in words)

    return judge


def counts(rows: tuple[WayRow, ...]) -> dict[str, int]:
    """How many rows each chip would show."""
    return {chip.key: sum(1 for row in rows if _asked(row, chip.key)) for chip in CHIPS}


def _asked(row: WayRow, key: str) -> bool:
    if key in {"", "all"}:
        return True
    if key == "absent":
        return not any(row.cells)
    return any(cell is not None and cell.shade is _SHADES[key] for cell in row.cells)
