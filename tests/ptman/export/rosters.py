"""Makes the lists that the export's tests write, and reads back what was written."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ptman.export import workbook
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Load, Row, Value

TODAY = date(2026, 9, 10)
COLUMNS = (
    Column("student_no", Label("学号", "Student no."), Kind.IDENTIFIER, 12),
    Column("name", Label("姓名", "Name"), Kind.NAME, 10),
    Column("cohort", Label("年级", "Cohort"), Kind.NUMBER, 6),
    Column("enrolled_on", Label("入学日期", "Enrolled on"), Kind.DATE, 12),
    Column("mobile", Label("手机", "Mobile"), Kind.PHONE, 14),
    Column("load", Label("在带人数", "Load"), Kind.NUMBER, 8),
    Column("sponsored", Label("定向", "Sponsored"), Kind.FLAG, 6),
    Column("topic", Label("研究兴趣", "Topic"), Kind.TEXT, 24),
)
CELLS: tuple[Value, ...] = (
    "02260001",
    "张喆",
    2026,
    date(2026, 9, 1),
    "19900000001",
    Load(5, 8),
    True,
    Label("边缘计算", "Edge computing"),
)


def listing(*rows: Sequence[Value], columns: tuple[Column, ...] = COLUMNS, title: str = "学生名册") -> Listing:
    made = tuple(Row(str(number), tuple(cells)) for number, cells in enumerate(rows))
    return Listing("students", "student", Label(title, f"Students {title}"), columns, made)


def texts(*values: str) -> Listing:
    """A list of one text column."""
    return listing(*((value,) for value in values), columns=(Column("remark", Label("备注", "Remark")),))


def sheet(folder: Path, one: Listing, options: workbook.Options | None = None) -> Worksheet:
    """The only sheet of the workbook written for `one`."""
    path = folder / "out.xlsx"
    workbook.write([one], path, options or workbook.Options(TODAY))
    found = openpyxl.load_workbook(path).active
    assert isinstance(found, Worksheet)
    return found
