"""The scoreboard as a list: on the screen it is a picture, in a workbook these rows."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.scoreboard import board
from ptman.aspects.scoreboard.board import Board, Task
from ptman.fields import Kind
from ptman.labels import Label, same
from ptman.listing import Column, Listing
from ptman.register import rows
from ptman.rules import targets

SCOREBOARD = rows.blank(
    "scoreboard",
    "coop_task",
    Label("合作任务完成情况", "Scoreboard of the co-operation"),
    (
        Column("aspect", Label("合作方面", "Aspect"), Kind.TEXT, 18),
        Column("number", Label("任务编号", "No."), Kind.IDENTIFIER, 12),
        Column("target", Label("任务", "What is to be reached"), Kind.TEXT, 30),
        Column("indicator", Label("指标", "Indicator"), Kind.TEXT, 20),
        Column("aim", Label("目标值", "Target"), Kind.TENTHS, 10),
        Column("reached", Label("实际值", "Reached"), Kind.TENTHS, 10),
        Column("unit", Label("单位", "Unit"), Kind.TEXT, 8),
        Column("share", Label("完成率", "Share"), Kind.TEXT, 9),
        Column("standing", Label("完成情况", "Standing"), Kind.CHOICE, 12),
        Column("source", Label("数据来源", "Source"), Kind.CHOICE, 10),
        Column("owner", Label("责任人", "Owner"), Kind.TEXT, 10),
        Column("due", Label("完成时限", "Due"), Kind.DATE, 12),
    ),
)


def listing(session: Session, year: int | None, today: date) -> Listing:
    """The targets of a year in the order of the aspects."""
    return of(board.board(session, year, today))


def of(drawn: Board) -> Listing:
    entries = (_entry(side.name, task) for side in drawn.sides for task in side.tasks)
    found = rows.listing(SCOREBOARD, entries)
    year = Label(f"{drawn.year} 年", str(drawn.year))
    return Listing(found.key, found.noun, year.plus(found.title), found.columns, found.rows)


def called(task: Task) -> Label:
    """The office words its targets in Chinese; a measure has a name in English too."""
    return Label(task.target, task.target if task.measure is None else task.indicator.en)


def per_cent(task: Task) -> str:
    """What was reached of what was aimed at, in whole per cent."""
    return "" if task.reached is None else f"{task.reached * 100 // task.aim}%"


def _entry(aspect: Label, task: Task) -> rows.Entry:
    return rows.Entry(
        task.ref.id,
        {
            "aspect": aspect,
            "number": task.number,
            "target": task.target,
            "indicator": task.indicator,
            "aim": task.aim,
            "reached": task.reached,
            "unit": task.unit,
            "share": per_cent(task),
            "standing": task.standing,
            "source": task.source,
            "owner": task.owner,
            "due": task.due,
        },
        (task.target,),
        frozenset({task.standing.value}),
    )


def figures(task: Task) -> Label:
    """12 / 30 people, as words beside a bar."""
    if task.unit.zh == "%":
        return same(f"{targets.said(task.reached, '%')} / {targets.said(task.aim, '%')}")
    both = same(f"{targets.said(task.reached)} / {targets.said(task.aim)}")
    return both.plus(task.unit, " ") if task.unit.zh else both
