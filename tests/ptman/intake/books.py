"""Small workbooks for tests: a header, rows of plain values, and where wanted a title above."""

import json
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from ptman.intake import coding, packed, sheet

STUDENT = (
    "学号",
    "姓名",
    "身份证号",
    "年级",
    "专业学位类别",
    "专业领域",
    "学习形式",
    "定向/非定向",
    "入学日期",
    "手机",
)
ACADEMIC = ("工号", "姓名", "学院", "职称", "可指导类别", "可带人数", "研究方向")
INDUSTRY = ("姓名", "工作单位", "统一社会信用代码", "职务", "研究方向", "拟聘类别", "聘期起", "聘期止", "聘书编号")
BASE = ("基地编号", "基地名称", "依托单位", "基地类型", "级别", "每批容量", "协议编号", "协议起", "协议止")
CHOICES = ("学号", "姓名", "校内导师志愿一", "校内导师志愿二", "企业导师志愿一", "基地志愿一")


def student(number: str, name: str, **more: object) -> tuple[object, ...]:
    values = {
        "学号": number,
        "姓名": name,
        "年级": 2026,
        "专业学位类别": "0854",
        "专业领域": "人工智能",
        "学习形式": "全日制",
        "定向/非定向": "非定向",
        "入学日期": "2026-09-01",
    }
    values |= more
    return tuple(values.get(header) for header in STUDENT)


def write(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]], titles: Sequence[str] = ()) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Sheet1"
    for title in titles:
        sheet.append([title])
    for row in (header, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def read(name: str, header: Sequence[str], rows: Sequence[Sequence[object]]) -> sheet.Workbook:
    """A workbook as if it had been read from a file of this name."""
    lines = packed.Packed()
    for at, row in enumerate((header, *rows), start=1):
        line = coding.packed(sheet.Line(at, 1, tuple(row)))  # type: ignore[arg-type]  # plain cells
        lines.add(line, json.loads(line))
    return sheet.Workbook(name, (sheet.Sheet("Sheet1", lines.done()),))
