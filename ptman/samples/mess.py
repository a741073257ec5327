"""Writes good values as people write them: dates in many forms, +86, full-width digits, 无 and 同上."""

import random
from collections.abc import Callable
from datetime import date

from ptman.samples import subjects
from ptman.samples.made import Cell, Made, Table

DATES = frozenset(
    {"入学日期", "预计毕业", "任导师年月", "聘期起", "聘期止", "协议起", "协议止", "协议签订日期", "挂牌日期"}
)
MONTHS = frozenset({"出生年月"})
PHONES = frozenset({"手机"})
NAMES = frozenset({"姓名"})
COUNTS = frozenset({"可带人数", "每批容量"})
# Columns where 同上 stands for the cell above, if that says the same.
DITTO = frozenset({"学院", "工作单位", "统一社会信用代码"})
CODES = {name: code for code, name in subjects.CATEGORIES.items()}
# What cells say that say nothing.
NOTHING = (None, None, None, "无", "—", "/")
NO_BREAK, WIDE_BLANK = "\u00a0", "\u3000"
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def _day(value: date, draw: random.Random) -> Cell:
    forms = (f"{value.year}年{value.month}月{value.day}日", f"{value.year}.{value.month}.{value.day}")
    more = (f"{value.year}/{value.month}/{value.day}", value.isoformat(), f"{value:%Y%m%d}")
    return draw.choice((value, value, value, *forms, *more))


def _month(value: date, draw: random.Random) -> Cell:
    return draw.choice(
        (f"{value.year}-{value.month:02d}", f"{value.year}年{value.month}月", f"{value.year}.{value.month}")
    )


def _phone(cell: Cell, draw: random.Random) -> Cell:
    value = str(cell)
    spaced = f"{value[:3]} {value[3:7]} {value[7:]}"
    written = (f"+86 {spaced}", f"+86{value}", spaced.replace(" ", "-"), value.translate(FULL_WIDTH))
    forms: tuple[Cell, ...] = (*([value] * 20), *written, int(value), value + NO_BREAK)
    return draw.choice(forms)


def _name(cell: Cell, draw: random.Random) -> Cell:
    value = str(cell)
    padded = f"{value[0]}{WIDE_BLANK}{value[1]}" if len(value) == 2 else value + NO_BREAK  # noqa: PLR2004 张　伟
    forms: tuple[Cell, ...] = (*([value] * 15), padded, f" {value}")
    return draw.choice(forms)


def _count(value: Cell, draw: random.Random) -> Cell:
    forms: tuple[Cell, ...] = (*([value] * 8), f"{value}人", str(value).translate(FULL_WIDTH))
    return draw.choice(forms)


def _codes(cell: Cell, draw: random.Random) -> Cell:
    value = str(cell)
    return value.replace(",", draw.choice(("、", "/", "；", ", ", ",")))


def _id_number(cell: Cell, draw: random.Random) -> Cell:
    value = str(cell)
    grouped = f"{value[:6]} {value[6:14]} {value[14:]}"
    forms: tuple[Cell, ...] = (*([value] * 15), grouped, value.lower(), value.translate(FULL_WIDTH))
    return draw.choice(forms)


def _student_no(cell: Cell, draw: random.Random) -> Cell:
    value = str(cell)
    forms: tuple[Cell, ...] = (*([value] * 15), int(value), value + " ")
    return draw.choice(forms)


def _category(cell: Cell, draw: random.Random) -> Cell:
    value = str(cell)
    code = CODES[value]
    forms: tuple[Cell, ...] = (*([value] * 6), code, f"{code} {value}")
    return draw.choice(forms)


def _year(value: Cell, draw: random.Random) -> Cell:
    forms: tuple[Cell, ...] = (*([value] * 8), f"{value}级", str(value).translate(FULL_WIDTH))
    return draw.choice(forms)


WRITERS: dict[str, Callable[[Cell, random.Random], Cell]] = {
    "年级": _year,
    "可指导类别": _codes,
    "面向类别": _codes,
    "身份证号": _id_number,
    "学号": _student_no,
    "专业学位类别": _category,
    **dict.fromkeys(PHONES, _phone),
    **dict.fromkeys(NAMES, _name),
    **dict.fromkeys(COUNTS, _count),
}


def of(table: Table, draw: random.Random) -> tuple[Made, ...]:
    """The rows with their cells as people write them; what a fault has made wrong stays as it is."""
    rows: list[Made] = []
    for at, row in enumerate(table.rows):
        above = table.rows[at - 1] if at else None
        cells = {header: _cell(header, row, above, draw) for header in row.cells}
        rows.append(Made(cells, row.number, row.name, row.categories, row.fault))
    return tuple(rows)


def _cell(header: str, row: Made, above: Made | None, draw: random.Random) -> Cell:
    value = row.cells[header]
    if row.fault:
        return value
    if header in DITTO and above is not None and not above.fault and above.cells[header] == value:
        return draw.choice((value, value, "同上"))
    if value is None:
        return draw.choice(NOTHING)
    if isinstance(value, date):
        return _month(value, draw) if header in MONTHS else _day(value, draw)
    return WRITERS[header](value, draw) if header in WRITERS else value
