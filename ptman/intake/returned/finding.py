"""Finds the fingerprint in a workbook and the table that it speaks of, whatever the file and its sheets are called."""

from ptman.errors import PtmanError
from ptman.intake.draft import Part
from ptman.intake.headers import Found
from ptman.intake.sheet import Sheet, Workbook
from ptman.labels import Label
from ptman.roundtrip import fingerprint

BOOK = "returned"
_LABEL = Label("返回的工作簿", "Workbook that has come back")
_ROWS, _COLUMNS = 20, 6
"""Where the header of the hidden column is looked for: somebody may have put lines above or columns before it."""


def parts(workbook: Workbook) -> list[Part]:
    """The table of a workbook that was sent out; nothing where it is none. PtmanError `returned-broken`."""
    printed, sheet = said(workbook), table(workbook)
    if printed is None and sheet is None:
        return []
    if printed is None:
        raise fingerprint.broken()
    if sheet is None:
        raise PtmanError(
            "returned-no-keys",
            f"{workbook.path_name} 中标识各行的隐藏列不见了，无法知道每行是谁，未读取。"
            "请对方在原件中填写后重发，不要复制到新表。",
            f"{workbook.path_name} has lost the hidden column that tells whose each row is. Nothing was read; ask for "
            "the original, filled in, not a copy of its cells.",
        )
    page, row, _ = sheet
    return [Part(BOOK, _LABEL, page, Found(BOOK, row, (), (), (), (), (1.0, 1)), {}, frozenset())]


def is_back(found: list[Part]) -> bool:
    return any(part.book == BOOK for part in found)


def said(workbook: Workbook) -> str | None:
    """The text of the fingerprint."""
    firsts = (sheet.cell(1, 1) for sheet in workbook.sheets)
    return next((cell.text() for cell in firsts if cell and cell.text().startswith(fingerprint.PREFIX)), None)


def table(workbook: Workbook) -> tuple[Sheet, int, int] | None:
    """The sheet with the keys of the rows, the row of its header and the column of its keys."""
    for sheet in workbook.sheets:
        for row, cells in sheet.rows():
            if row > _ROWS:
                break
            for cell in cells[:_COLUMNS]:
                if cell.text().strip() == fingerprint.MARKER:
                    return sheet, row, cell.column
    return None
