"""The pictures of an import: headers matched by hand, and a row beside the record that it may mean."""

from collections.abc import Sequence

from ptman.drafts import Difference
from ptman.intake import layouts
from ptman.intake.kinds import Book
from ptman.intake.outcome import Twin
from ptman.intake.sheet import Line, Sheet, Workbook
from ptman.intake.twins import SAME_MOBILE, SAME_NAME
from ptman.labels import Label
from ui.imports import matching
from ui.imports.columns import ColumnsDialog
from ui.imports.columns import Sheet as Shown
from ui.imports.twin_line import TwinDialog
from ui.window import Window

SOURCE = "计算机学院"
HEADER = ("学生编码", "姓名", "联络", "年级", "专业学位类别", "学习形式", "定向/非定向", "入学日期", "籍贯")
ROWS = (
    ("22660001", "张雨桐", "13800000001", "2026", "0854 电子信息", "全日制", "非定向", "2026-09-01", "浙江"),
    ("22660002", "李明", "13800000002", "2026", "0855 机械", "全日制", "定向", "2026-09-01", "江苏"),
    ("22660003", "王芳", "13800000003", "2026", "0854 电子信息", "非全日制", "非定向", "2026-09-01", "安徽"),
)


def columns(window: Window) -> ColumnsDialog:
    """Half done: the number is matched, the telephone is not yet."""
    book = _workbook("学生名册", (HEADER, *ROWS))
    sheets = [Shown(one.label, SOURCE, one) for one in layouts.of_workbook(book, Book.STUDENTS, {})]
    dialog = ColumnsDialog(sheets, matching.AGAIN, window)
    dialog.open()
    dialog.choose("student.student_no")
    dialog.headings.choose(HEADER.index("联络"))
    return dialog


def twins(window: Window) -> TwinDialog:
    """The same student under a number with a slip of the hand."""
    sides = (
        ("姓名", "Name", "张雨桐", "张雨桐"),
        ("手机", "Mobile", "13800000001", "13800000001"),
        ("学号", "Student no.", "22660001", "22660010"),
        ("专业领域", "Field", "085410", "085404"),
    )
    shown = tuple(Difference(Label(zh, en), old, new) for zh, en, old, new in sides)
    dialog = TwinDialog(Twin("student", "", "张雨桐 22660001", SAME_NAME.plus(SAME_MOBILE), shown), window)
    dialog.open()
    return dialog


def _workbook(name: str, rows: Sequence[tuple[str, ...]]) -> Workbook:
    lines = tuple(Line(at, 1, row) for at, row in enumerate(rows, start=1))
    return Workbook(f"{name}.xlsx", (Sheet(name, lines),))
