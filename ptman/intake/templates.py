"""The empty workbook of each kind, to be filled in: headers drawn from the columns that intake knows."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ptman import files
from ptman.fields import Field, Kind
from ptman.intake.kinds import Book, kinds
from ptman.intake.slots import Slot
from ptman.labels import Label, same

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

ORDER = (
    *(Book.BASES, Book.ACADEMIC_SUPERVISORS, Book.INDUSTRY_SUPERVISORS),
    *(Book.STUDENTS, Book.PREFERENCES),
)
"""What others refer to comes first."""
ROWS = 2000
RANKS = 3
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# No template is older than another: equal kinds give equal bytes.
_MADE = datetime(2026, 1, 1, tzinfo=UTC)
_FACE = {"font_name": "等线", "font_size": 10, "valign": "vcenter"}
_HEADER = {**_FACE, "bold": True, "align": "center", "text_wrap": True, "border": 1, "border_color": "#9AA3AF"}
_TEXT_KINDS = {Kind.IDENTIFIER, Kind.PHONE, Kind.CODES, Kind.LINK}
# The other way to give preferences, a row a choice, has columns of its own.
_ONE_A_ROW = {"rank", "target", "target_kind"}
_FORMATS = {
    Kind.DATE: "date",
    Kind.MONTH: "month",
    Kind.DATETIME: "moment",
    Kind.TIME: "time",
    Kind.MONEY: "money",
    Kind.PERCENT: "percent",
}
_LONGEST_LIST = 255
_EXPECTED = {
    Kind.DATE: Label("日期，如 2026-09-01", "a date, such as 2026-09-01"),
    Kind.NUMBER: Label("整数", "a whole number"),
    Kind.PHONE: Label("号码，按文本填写", "a number, typed as text"),
    Kind.IDENTIFIER: Label("号码，按文本填写，保留前导 0", "a number typed as text, leading zeros kept"),
    Kind.CODES: Label("代码，多个用逗号隔开", "codes, parted by commas"),
    Kind.EMAIL: Label("邮箱地址", "an e-mail address"),
    Kind.FLAG: Label("是或否", "yes or no"),
    Kind.LINK: Label("登记过的名称或编号", "a name or a number on the register"),
    Kind.MONEY: Label("金额（元），如 12345.60", "an amount in yuan, such as 12345.60"),
    Kind.TENTHS: Label("最多一位小数，如 85.5", "at most one decimal, such as 85.5"),
    Kind.PERCENT: Label("百分数，如 12.5%", "per cent, such as 12.5%"),
    Kind.MONTH: Label("年月，如 2026-09", "a month, such as 2026-09"),
    Kind.TIME: Label("时间，如 14:30", "a time, such as 14:30"),
    Kind.DATETIME: Label("日期和时间，如 2026-09-01 14:30", "a date and a time, such as 2026-09-01 14:30"),
}
_NEEDED, _FREE = Label("必填", "Required"), Label("可不填", "Optional")
_PICK = Label("从列表中选择", "pick from the list")


@dataclass(frozen=True, slots=True)
class About:
    """What a person must know of one kind of workbook: the columns it needs, and how many it may have."""

    book: str
    label: Label
    needed: tuple[Label, ...]
    columns: int


@dataclass(frozen=True, slots=True)
class _Column:
    header: Label
    field: Field
    required: bool


def about() -> tuple[About, ...]:
    """The five kinds in the order in which they are imported."""
    return tuple(_about(book) for book in ORDER)


def others() -> tuple[About, ...]:
    """The kinds drawn from a noun's fields alone, by their names."""
    return tuple(_about(name) for name, kind in kinds().items() if kind.noun)


def write(book: str, path: Path) -> None:
    """An empty workbook of this kind at `path`; PtmanError as `files.write_atomically`."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _PLAIN) as workbook:
        label = kinds()[book].label
        workbook.set_properties({"title": label.both(), "created": _MADE})
        sheet = workbook.add_worksheet(label.zh)
        formats = _formats(workbook)
        for at, column in enumerate(_columns(book)):
            _write(sheet, at, column, formats)
        sheet.set_row(0, 34)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{ROWS + 1}"})
    files.write_atomically(path, stream.getvalue())


def _about(book: str) -> About:
    columns = tuple(_columns(book))
    needed = tuple(column.header for column in columns if column.required)
    if book == Book.PREFERENCES:
        needed += (Label("志愿1、志愿2…", "Choice 1, Choice 2 …"),)
    return About(book, kinds()[book].label, needed, len(columns))


def _columns(book: str) -> Iterator[_Column]:
    for slot in _first_the_needed(book):
        if slot.many:
            for rank in range(1, RANKS + 1):
                label = slot.field.label
                yield _Column(Label(f"{label.zh}{rank}", f"{label.en} {rank}"), slot.field, slot.required)
        elif slot.key not in _ONE_A_ROW:
            yield _Column(slot.field.label, slot.field, slot.required)


def _first_the_needed(book: str) -> list[Slot]:
    return sorted(kinds()[book].slots.values(), key=lambda slot: not slot.required)


def _formats(workbook: "Workbook") -> dict[str, "Format"]:
    return {
        "needed": workbook.add_format({**_HEADER, "bg_color": "#D6E2F5"}),
        "free": workbook.add_format({**_HEADER, "bg_color": "#F1F3F6"}),
        "text": workbook.add_format({**_FACE, "num_format": "@"}),
        "date": workbook.add_format({**_FACE, "num_format": "yyyy-mm-dd"}),
        "month": workbook.add_format({**_FACE, "num_format": "yyyy-mm"}),
        "moment": workbook.add_format({**_FACE, "num_format": "yyyy-mm-dd hh:mm"}),
        "time": workbook.add_format({**_FACE, "num_format": "hh:mm"}),
        "money": workbook.add_format({**_FACE, "num_format": "#,##0.00"}),
        "percent": workbook.add_format({**_FACE, "num_format": "0.##%"}),
        "plain": workbook.add_format(_FACE),
    }


def _write(sheet: "Worksheet", at: int, column: _Column, formats: dict[str, "Format"]) -> None:
    field, header = column.field, column.header
    star = "*" if column.required else ""
    text = f"{star}{header.zh}" if header == same(header.zh) else f"{star}{header.zh}\n{header.en}"
    sheet.write_string(0, at, text, formats["needed" if column.required else "free"])
    sheet.write_comment(0, at, _comment(column), {"author": "ptman", "x_scale": 1.5})
    kind = "text" if field.kind in _TEXT_KINDS else _FORMATS.get(field.kind, "plain")
    sheet.set_column(at, at, max(field.width, len(header.en) * 0.9, len(header.zh) * 2) + 2, formats[kind])
    choices = _choices(field)
    if choices and len(",".join(choices)) <= _LONGEST_LIST:
        # A warning, not a stop: intake also understands the other language and the short forms.
        rule = {"validate": "list", "source": list(choices), "error_type": "warning", "ignore_blank": True}
        sheet.data_validation(1, at, ROWS, at, rule)


def _choices(field: Field) -> tuple[str, ...]:
    if field.choices is not None:
        return tuple(member.label.zh for member in field.choices)
    return ("是", "否") if field.kind is Kind.FLAG else ()


def _comment(column: _Column) -> str:
    field = column.field
    expected = field.hint or (_PICK if _choices(field) else _EXPECTED.get(field.kind))
    rule = _NEEDED if column.required else _FREE
    parts = (rule, expected) if expected is not None else (rule,)
    return f"{'；'.join(part.zh for part in parts)}\n{'; '.join(part.en for part in parts)}"
