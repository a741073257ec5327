"""What a recipient reads in a workbook that is sent: how to fill it in, and what each column wants."""

from datetime import date

from ptman.fields import Field, Kind
from ptman.labels import Label
from ptman.rules import dates

LOCKED = Label("此列已锁定，仅供核对；有误请告知办公室。", "Locked, for checking only; tell the office what is wrong.")
WRONG = Label("这样填不行", "Not like this")
_WANTED = {
    Kind.DATE: Label("日期，例如 2026-09-01。", "A day, such as 2026-09-01."),
    Kind.MONTH: Label("月份，例如 2026-09。", "A month, such as 2026-09."),
    Kind.NUMBER: Label("0 以上的整数。", "A whole number from 0."),
    Kind.MONEY: Label("金额（元）。", "An amount in yuan."),
    Kind.TENTHS: Label("数字，最多一位小数。", "A number with at most one decimal."),
    Kind.PERCENT: Label("百分数，例如 80%。", "A share, such as 80%."),
    Kind.PHONE: Label("电话号码。", "A phone number."),
    Kind.EMAIL: Label("邮箱地址。", "An email address."),
    Kind.CODES: Label("代码，多个用顿号或逗号分开。", "Codes, separated by commas."),
    Kind.FLAG: Label("是或否。", "yes or no."),
}
_LINK = Label(
    "从下拉列表中选择。列表中没有的，请另行告知办公室。",
    "Choose from the list. Tell the office of what is missing.",
)
_TEXT = Label("文字。", "A text.")


def how(number: str, due_on: date | None) -> Label:
    zh = f"请在 {dates.prose(due_on)} 前发回。" if due_on else ""
    en = f" Please return it by {dates.iso(due_on)}." if due_on else ""
    return Label(
        f"编号 {number}。请只填写浅黄色的格子，其余已锁定；空着的格子不会改动任何内容。{zh}"
        "不要增删行或列，文件名可以改。",
        f"{number}. Please fill in the pale yellow cells only; the rest is locked, and empty cells change nothing.{en} "
        "Do not add or delete rows or columns; the file may be renamed.",
    )


def comment(field: Field) -> Label:
    """What a column wants, as its header's comment and as Excel's complaint."""
    front = Label(f"请填写：{field.label.zh}。", f"To be filled in: {field.label.en}.")
    wanted = _wanted(field) if field.kind is Kind.LINK else field.hint or _wanted(field)
    return Label(f"{front.zh}{wanted.zh}", f"{front.en} {wanted.en}")


def _wanted(field: Field) -> Label:
    if field.kind is Kind.LINK:
        return _LINK
    if field.choices is not None:
        zh, en = "、".join(m.label.zh for m in field.choices), ", ".join(m.label.en for m in field.choices)
        return Label(f"下列之一：{zh}。", f"One of: {en}.")
    return _WANTED.get(field.kind, _TEXT)
