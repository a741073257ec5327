"""The workbooks the Excel bench reads and the list it writes: invented students, 25 filled columns a row."""

import datetime as dt
from pathlib import Path

from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Row
from ptman.rules import identifiers

HEADERS = [
    "序号",
    "学号",
    "姓名",
    "性别",
    "证件类型",
    "身份证号",
    "年级",
    "专业学位类别",
    "学习形式",
    "定向/非定向",
    "院系",
    "入学日期",
    "预计毕业",
    "入学前工作月数",
    "手机",
    "邮箱",
    "校内导师",
    "工号",
    "学籍状态",
    "论文选题",
    "备注",
    "班级",
    "宿舍",
    "政治面貌",
    "民族",
]
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英"
TEACHERS = 200
DAY = dt.date(2026, 11, 22)
Value = str | int | dt.datetime


def name(at: int) -> str:
    return SURNAMES[at % 16] + GIVEN[at // 16 % 23] + GIVEN[at // 400 % 23]


def teacher(at: int) -> tuple[str, str]:
    return f"T{at % TEACHERS:04d}", "欧阳" + name(7 * (at % TEACHERS))[1:]


def id_number(at: int) -> str:
    """Of the region 99, which nobody has."""
    born = dt.date(1990, 1, 1) + dt.timedelta(days=at % 3000)
    first = f"990101{born:%Y%m%d}{at // 3000:03d}"
    return first + identifiers.resident_id_check_digit(first)


def student(at: int, changed: int) -> list[Value]:
    """One row; the first `changed` students have another mobile number."""
    number, (staff_no, supervisor) = id_number(at), teacher(at)
    phone = f"139{at:08d}" if at < changed else f"138{at:08d}"
    gender = "男" if identifiers.resident_id_gender(number) == "male" else "女"
    begins, ends = dt.datetime(2026, 9, 1), dt.datetime(2029, 6, 30)  # noqa: DTZ001 - cells know no zones
    return [
        *(at + 1, f"2{at:07d}", name(at), gender, "居民身份证", number, 2026, "0854 电子信息", "全日制", "非定向"),
        *("计算机学院", begins, ends, at % 40, phone, f"s{at}@example.edu.cn", supervisor, staff_no, "在读"),
        *(f"面向工程场景的可靠计算研究 {at % 997}", f"第 {at % 83} 组", f"硕 {at % 37} 班"),
        *(f"紫荆 {at % 19} 号楼 {at % 500}", "共青团员", "汉族"),
    ]


def students(path: Path, count: int, changed: int = 0) -> Path:
    return _written(path, HEADERS, (student(at, changed) for at in range(count)))


def teachers(path: Path) -> Path:
    rows = ([*teacher(at), "男", "计算机学院", "教授"] for at in range(TEACHERS))
    return _written(path, ["工号", "姓名", "性别", "院系", "职称"], rows)


def _written(path: Path, headers: list[str], rows: object) -> Path:
    """As Excel writes it, with texts shared."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet, day = book.add_worksheet("名册"), book.add_format({"num_format": "yyyy-mm-dd"})
        for at, values in enumerate([headers, *rows]):  # type: ignore[misc]  # lists of cells
            for column, value in enumerate(values):
                if isinstance(value, dt.datetime):
                    sheet.write_datetime(at, column, value, day)
                elif isinstance(value, int):
                    sheet.write_number(at, column, value)
                else:
                    sheet.write_string(at, column, value)
    return path


KINDS = (Kind.IDENTIFIER, Kind.NAME, Kind.TEXT, Kind.DATE, Kind.NUMBER, Kind.TEXT, Kind.PHONE, Kind.EMAIL)


def cells(at: int) -> tuple[str | int | dt.date, ...]:
    own = (f"2{at:07d}", name(at), "全日制", DAY, at % 40, f"第 {at % 83} 组", f"138{at:08d}", f"s{at}@example.edu.cn")
    return (own * 4)[:25]


def listing(count: int) -> Listing:
    """A list of 25 columns of all common kinds."""
    columns = tuple(Column(f"c{at}", Label(f"第 {at} 列", f"Column {at}"), KINDS[at % 8]) for at in range(25))
    return Listing(
        "bench", "student", Label("名册", "Roster"), columns, tuple(Row(str(at), cells(at)) for at in range(count))
    )
