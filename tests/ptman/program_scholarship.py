"""A program that declares one more noun and does with it all that an office does: told on standard output as JSON."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import ClassVar

import openpyxl
from sqlalchemy import BigInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.schema import CreateIndex, CreateTable

from ptman import db, pragmas, search, undo
from ptman.export import options, workbook
from ptman.fields import Kind
from ptman.intake import store, templates
from ptman.labels import Choice, Label, Lang
from ptman.listing import shown
from ptman.models.core import Record, field, refers
from ptman.register import agenda, edit, lists, whole
from tests import makers

TODAY = date(2026, 12, 20)
HEADERS = ("学号", "年度", "金额（元）", "评分", "状态", "发放截止")


class State(Choice):
    PROPOSED = "proposed", "待审", "Proposed"
    PAID = "paid", "已发放", "Paid"


class Scholarship(Record):
    """Money given to a student for a year."""

    __tablename__ = "scholarship"
    __table_args__ = (UniqueConstraint("student_id", "year"),)
    LABEL: ClassVar[Label] = Label("奖学金", "Scholarship")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("student_id", "year")
    CHIPS: ClassVar[str] = "status"

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    year: Mapped[int] = mapped_column(info=field("年度", "Year", Kind.NUMBER, width=6, rule="year"))
    amount: Mapped[int] = mapped_column(BigInteger, info=field("金额（元）", "Amount (yuan)", Kind.MONEY))
    score: Mapped[int | None] = mapped_column(info=field("评分", "Score", Kind.TENTHS, rule="score"))
    status: Mapped[State] = mapped_column(default=State.PROPOSED, info=field("状态", "Status"))
    pay_by: Mapped[date | None] = mapped_column(
        info=field("发放截止", "Pay by", Kind.DATE, due=Label("奖学金待发放", "Scholarship to be paid"))
    )


def office(path: Path) -> db.Database:
    """An office with two students and a table for the noun, as its migration would make it."""
    db.Database.create(path, who="测试").close()
    connection = pragmas.connect(path)
    table = Scholarship.__table__
    connection.execute(str(CreateTable(table)))  # type: ignore[arg-type]  # a mapped table is one
    for index in sorted(table.indexes, key=lambda one: str(one.name)):  # type: ignore[attr-defined]  # a mapped table has them
        connection.execute(str(CreateIndex(index)))
    connection.commit()
    connection.close()
    opened = db.Database(path, who="测试")
    opened.write(students)
    return opened


def students(session: Session) -> None:
    makers.student(session, "22660001", "张雨桐")
    makers.student(session, "22660002", "李思远")


def filled(path: Path, *rows: tuple[object, ...]) -> Path:
    """The noun's own template, filled in by hand."""
    templates.write("scholarship", path)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    heads = {str(cell.value).strip("*").split("\n")[0]: cell.column for cell in sheet[1]}  # type: ignore[index,union-attr]  # a worksheet
    for at, row in enumerate(rows, start=2):
        for header, value in zip(HEADERS, row, strict=True):
            sheet.cell(at, heads[header], value)  # type: ignore[union-attr]  # a worksheet
    book.save(path)
    return path


def imported(opened: db.Database, path: Path) -> dict[str, object]:
    """Draft, keep what needs no eye; how many rows of each fate, and what was complained of."""
    book, parts = store.read(path)
    drawn = opened.read(store.compare, book, parts, TODAY)
    opened.write(store.keep, drawn, drawn.draft.preset())
    counts = {fate.value: count for fate, count in drawn.draft.counts().items() if count}
    changed = [f"{one.field.zh}:{one.old}→{one.new}" for item in drawn.draft.items for one in item.differences]
    return {"kind": drawn.kind, "counts": counts, "codes": [one.code for one in drawn.complaints], "changed": changed}


def cells(opened: db.Database) -> list[list[str]]:
    listing = opened.read(lists.named, "scholarship", TODAY)
    return [[shown(value, Lang.ZH) for value in row.cells] for row in listing.rows]


def main(folder: Path) -> dict[str, object]:
    opened = office(folder / "office.ptman")
    rows = (
        ("22660001", 2026, 12000.5, 88.5, "待审", "2026-12-22"),
        ("李思远", 2026, "1.2万", None, None, None),
        ("22660009", 2026, 1, None, None, None),
        ("22660001", 2026, 2, None, None, None),
    )
    said: dict[str, object] = {"first": imported(opened, filled(folder / "奖学金.xlsx", *rows))}
    said["list"] = cells(opened)
    said["again"] = imported(opened, filled(folder / "奖学金.xlsx", *rows[:2]))
    said["changed"] = imported(opened, filled(folder / "奖学金.xlsx", ("22660001", 2026, 13000, None, "已发放", None)))
    listing = opened.read(lists.named, "scholarship", TODAY)
    workbook.write([listing], folder / "out.xlsx", options.Options(TODAY))
    said["exported again"] = imported(opened, folder / "out.xlsx")
    said["chips"] = [[tag, count] for tag, _, count in lists.chips(listing)]
    said["agenda"] = [[item.what.zh, item.title, item.when.value] for item in opened.read(agenda.items, TODAY)]
    said["found"] = [[hit.noun, hit.title, hit.page] for hit in opened.read(search.find, "zyt")]
    back = opened.read(undo.standing).back
    number = opened.read(lambda session: undo.history(session)[1].number)
    opened.write(undo.undo, back.number if back else 0)
    opened.write(undo.undo, number)
    said["undone"] = cells(opened)
    row = opened.read(lists.named, "scholarship", TODAY).rows[0]
    student = opened.read(search.find, "22660002")[0].id
    opened.write(edit.add, "scholarship", {"student_id": student, "year": 2027, "amount": 150_050}, TODAY)
    said["added"] = cells(opened)
    around = opened.read(whole.whole, "student", student, TODAY).chapters
    said["around"] = {chapter.noun: [line.title for line in chapter.lines] for chapter in around}
    said["same row"] = row.id == opened.read(lists.named, "scholarship", TODAY).rows[0].id
    opened.close()
    return said


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1])), ensure_ascii=False))
