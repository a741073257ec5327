"""The sheet that stands before the others and lists them: name, title, rows, and a link to each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ptman.export.formats import Formats
from ptman.export.layouts import grouping
from ptman.export.roster import FIRST_ROW
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Row

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

TITLE = Label("汇总", "Summary")
_COLUMNS = (
    Column("sheet", Label("工作表", "Sheet"), Kind.TEXT, 28),
    Column("title", Label("内容", "Contents"), Kind.TEXT, 44),
    Column("rows", Label("行数", "Rows"), Kind.NUMBER, 8),
)


def listing(names: Sequence[str], listings: Sequence[Listing]) -> Listing:
    """One row a sheet, and the sum of their rows."""
    rows = tuple(Row(name, (name, one.title, len(one.records))) for name, one in zip(names, listings, strict=True))
    made = Listing("contents", "", TITLE, _COLUMNS, rows)
    return Listing("contents", "", TITLE, _COLUMNS, (*rows, grouping.total(made, (2,))))


def link(page: "Worksheet", names: Sequence[str], made: Formats) -> None:
    """Each name leads to its sheet."""
    for at, name in enumerate(names, start=FIRST_ROW):
        place = name.replace("'", "''")
        page.write_url(at, 1, f"internal:'{place}'!A1", made.text, name)
