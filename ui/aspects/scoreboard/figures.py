"""What the inspector says of a target beyond its fields: where its figure comes from, and the way to its records."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ptman.aspects.scoreboard import measures, sheet
from ptman.aspects.scoreboard.board import Task
from ptman.labels import Label
from ptman.rules import targets
from ui import style
from ui.pieces import button
from ui.pieces.facts import Fact, Facts
from ui.pieces.section import Section

TITLE = Label("完成情况", "How far it has come")
BEHIND = Label("查看所统计的记录", "Show the records behind it")


def sections(task: Task, behind: Callable[[str], object]) -> Sequence[Section]:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(style.SMALL)
    layout.addWidget(Facts(_facts(task)))
    if task.measure in measures.MEASURES:
        layout.addWidget(_opener(task, behind))
    return [Section("scoreboard/figures", TITLE, box)]


def _facts(task: Task) -> list[Fact]:
    found: list[Fact] = [
        (Label("实际 / 目标", "Reached / target"), sheet.figures(task)),
        (Label("完成率", "Share"), sheet.per_cent(task)),
        (Label("情况", "Standing"), task.standing.label),
        (Label("数据来源", "Source"), task.source.label),
        (Label("时限", "Due"), task.due),
    ]
    if task.now is not None and task.now != task.reached:
        now = Label(targets.said(task.now, task.unit.zh), targets.said(task.now, task.unit.en))
        found.append((Label("现在统计为", "Counted now"), now))
    return found


def _opener(task: Task, behind: Callable[[str], object]) -> QPushButton:
    made = button.plain(BEHIND, "chevron-right")
    made.clicked.connect(partial(_go, behind, task.ref.id))
    return made


def _go(behind: Callable[[str], object], key: str, _checked: object = None) -> None:
    behind(key)
