"""Lays a table out as its sender would: titles, decorated headers, an order of columns, blank and total rows."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ptman.models import AcademicSupervisor, Person
from ptman.models.core import fields_of
from ptman.samples.made import Cell, Made, Season, Table

BLANK_EVERY = 23
DORMITORY = "宿舍"
STUDENT_HEADERS = {
    "学号": "学号*",
    "姓名": "姓名*",
    "身份证号": "身份证号\n（文本格式）",
    "年级": "年级*",
    "专业学位类别": "专业学位\n类别＊",
    "学习形式": "学习形式*",
    "定向/非定向": "定向／非定向*",
    "入学日期": "入学\n日期*",
    "入学前工作月数": "入学前工作\n月数",
    "手机": "手机（必填）",
    "邮箱": "Ｅ－ｍａｉｌ",
}


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet to be written: its rows of cells from row 1; `merged` rows are titles over all columns.

    `places` tells the row of each row of the table, `plain` the plain header of each column.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: frozenset[int]
    header_row: int
    places: tuple[int, ...]
    plain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How one sender lays out a table."""

    titles: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    first: tuple[str, ...] = ()
    unknown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    total: str = ""
    blanks: bool = False


def style(table: Table, season: Season) -> Style:
    year = season.cohort
    return {
        "学生名册.xlsx": Style(
            titles=(f"{year}级工程硕士专业学位研究生名册", "填表说明：带 * 的为必填项，身份证号请按文本录入。"),
            headers=STUDENT_HEADERS,
            unknown={DORMITORY: ("云峰3-214", "丹青7-508", "西溪1-102")},
            total="备注",
        ),
        "校内导师.xlsx": Style(titles=("校内导师信息表 Academic supervisors", ""), headers=_bilingual(), blanks=True),
        "企业导师.xlsx": Style(
            titles=(f"{year}年企业导师汇总表",),
            headers={
                "导师编号": "导师编号＊",
                "姓名": "姓 名*",
                "最高学历/学位": "最高学历／学位",
                "研究方向": "研究/技术方向*",
            },
            first=("序号", "工作单位", "统一社会信用代码", "姓名", "导师编号", "职务", "手机"),
            unknown={"食宿说明": ("提供午餐", "自理")},
        ),
        "实践基地.xlsx": Style(
            titles=("实践基地一览表",),
            headers={
                "基地名称": "基地名称*",
                "依托单位": "依托单位\n（与公章一致）",
                "每批容量": "每批\n容量",
                "协议起": "协议起*",
            },
            unknown={"评估结果": ("优秀", "良好", "合格")},
            total="每批容量",
        ),
        "志愿.xlsx": Style(titles=(f"{year}级双导师与实践基地志愿汇总",), headers={"学号": "学号 *"}),
    }[table.file]


def _bilingual() -> dict[str, str]:
    fields = (*fields_of(AcademicSupervisor), *fields_of(Person))
    return {one.label.zh: one.label.both() for one in fields}


def plain(table: Table) -> Grid:
    """Headers in row 1 and data below, nothing else."""
    rows = [tuple(row.cells.values()) for row in table.rows]
    places = tuple(range(2, len(rows) + 2))
    return Grid(table.sheet, (table.headers, *rows), frozenset(), 1, places, table.headers)


def dressed(table: Table, messy: Sequence[Made], how: Style, draw: random.Random) -> Grid:
    """As `how` says, with the cells of `messy`."""
    columns = _columns(table, how)
    rows: list[tuple[Cell, ...]] = [(title, *[None] * (len(columns) - 1)) for title in how.titles]
    rows.append(tuple(how.headers.get(column, column) for column in columns))
    header_row = len(rows)
    places = []
    for at, row in enumerate(messy, start=1):
        rows.append(tuple(_value(column, row, how, draw) for column in columns))
        places.append(len(rows))
        if how.blanks and at % BLANK_EVERY == 0:
            rows.append((None,) * len(columns))
    if how.total:
        rows.append(_total(table, columns, how.total))
    merged = frozenset(at for at, title in enumerate(how.titles, start=1) if title)
    return Grid(table.sheet, tuple(rows), merged, header_row, tuple(places), columns)


def _columns(table: Table, how: Style) -> tuple[str, ...]:
    known = (*how.first, *(header for header in table.headers if header not in how.first))
    middle = len(known) // 2
    return (*known[:middle], *how.unknown, *known[middle:])


def _value(column: str, row: Made, how: Style, draw: random.Random) -> Cell:
    return draw.choice(how.unknown[column]) if column in how.unknown else row.cells[column]


def _total(table: Table, columns: tuple[str, ...], counted: str) -> tuple[Cell, ...]:
    numbers = [value for row in table.rows if isinstance(value := row.cells[counted], int)]
    said: Cell = sum(numbers) if numbers else f"共 {len(table.rows)} 人"
    return tuple("合计" if at == 0 else said if column == counted else None for at, column in enumerate(columns))
