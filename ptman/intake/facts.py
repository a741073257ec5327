"""What looking through a workbook tells that the reader of values does not."""

from array import array
from dataclasses import dataclass, field

from ptman.intake import places


@dataclass(slots=True)
class SheetFacts:
    """What only the file itself tells about a sheet; places are packed (places.packed).

    `merged` are areas (top, left, bottom, right) where the reader of values does not know them.
    """

    formulas: "array[int]" = field(default_factory=lambda: array("Q"))
    uncalculated: "array[int]" = field(default_factory=lambda: array("Q"))
    errors: dict[int, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    numbers: int = 0
    rows: int = 0
    empty_rows: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    merges: int = 0


@dataclass(slots=True)
class Extent:
    """The smallest rectangle around all filled cells."""

    top: int = places.MAX_ROW
    left: int = places.MAX_COLUMN
    bottom: int = 0
    right: int = 0

    def stretch(self, row: int, column: int) -> int:
        """Take one more cell in; answers the area in cells."""
        # Branches, not min and max: a large workbook comes here twice for each of its rows.
        self.top = min(self.top, row)
        self.bottom = max(self.bottom, row)
        self.left = min(self.left, column)
        self.right = max(self.right, column)
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts about a workbook; `sheets` are worksheets only, by name, `part` is where its cells are kept.

    `plain` says that the file is no .xlsx, so that a copy of it has to be written anew.
    """

    sheets: dict[str, SheetFacts]
    date_1904: bool
    macros: bool
    links: bool
    part: str = "xl/workbook.xml"
    plain: bool = False
