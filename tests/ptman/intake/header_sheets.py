"""The specs and the small sheets that the tests of headers share."""

from collections.abc import Sequence

from ptman.intake.header_names import ColumnSpec, KindSpec
from ptman.intake.sheet import Area, Line, Sheet, Stored

STUDENTS = KindSpec(
    "students",
    (
        ColumnSpec("student_no", ("学号", "学生学号", "Student No."), required=True),
        ColumnSpec("name", ("姓名", "Name"), required=True),
        ColumnSpec("resident_id", ("身份证号", "ID No."), required=True),
        ColumnSpec("mobile", ("手机", "手机号", "联系电话", "Mobile")),
        ColumnSpec("oriented", ("定向/非定向", "Oriented")),
        ColumnSpec("supervisor", ("校内导师", "Campus supervisor")),
        ColumnSpec("supervisor_no", ("校内导师工号", "工号", "Staff No.")),
        ColumnSpec("from", ("聘期（起）", "Term (from)")),
        ColumnSpec("until", ("聘期（止）", "Term (until)")),
    ),
)
PREFERENCES = KindSpec(
    "preferences",
    (
        ColumnSpec("student_no", ("学号", "Student No."), required=True),
        ColumnSpec("choice", ("志愿", "志愿#工号", "Choice", "Preference"), required=True, many=True),
    ),
)
BASES = KindSpec(
    "bases",
    (
        ColumnSpec("base_no", ("基地编号", "Base No."), required=True),
        ColumnSpec("name", ("基地名称", "Base"), required=True),
    ),
)
ALL = (STUDENTS, PREFERENCES, BASES)


def sheet(rows: Sequence[Sequence[Stored]], merged: Sequence[tuple[int, int, int, int]] = (), first: int = 1) -> Sheet:
    """A sheet of these rows, the first of them in row `first`."""
    lines = (Line(number, 1, tuple(row)) for number, row in enumerate(rows, start=first) if any(row))
    return Sheet("Sheet1", tuple(lines), tuple(Area(*area) for area in merged))
