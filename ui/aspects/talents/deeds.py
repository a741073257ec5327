"""The rows of the table of actions of the page of the way, and why each is off."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from ptman.aspects.talents.rows import MilestoneRow
from ptman.labels import Label
from ui.actions import Action

NO_STUDENTS = Label("还没有在读学生。先导入学生名册。", "Nobody studies yet. Import a roster of students first.")
NOT_ONE = Label("先选择一个年级。", "First choose one cohort.")
NO_OPEN = Label("先在矩阵中选中进行中的环节。", "First select open milestones in the matrix.")
NO_STUDENT = Label("先选中一名学生。", "First select a student.")
NO_CLASS = Label("先在“培训班”中选中一个班。", "First select a class under Training classes.")

TITLES = {
    "plan-form": Label("实践计划表", "Plan of practice"),
    "midterm-form": Label("中期检查表", "Midterm check"),
    "assessment-form": Label("实践考核表", "Assessment form"),
    "audit-sheet": Label("学位审核表", "Degree audit"),
    "progress": Label("培养进程一览", "Overview of milestones"),
    "reminder": Label("催交通知", "Reminder"),
    "certification-sheet": Label("认证统计表", "Certification sheet"),
    "roster": Label("学员名册", "Roster of trainees"),
}
OF_STUDENT = frozenset({"plan-form", "midterm-form", "assessment-form", "audit-sheet"})
OF_CLASS = frozenset({"judge", "roster", "certificates"})
WRITING = frozenset({"plan", "extend", "owed", "assess", "validity", "judge", "certificates"})
Do = Callable[[str], object]
Why = Callable[[str], Label | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is in front on the page."""

    cohort: int | None = None
    students: int = 0
    student: str = ""
    selected: tuple[MilestoneRow, ...] = ()
    training: str = ""
    locked: Label | None = None

    @property
    def open(self) -> tuple[MilestoneRow, ...]:
        return tuple(one for one in self.selected if one.open)


def rows(do: Do, why: Why) -> tuple[Action, ...]:
    """Each asks `do` by its key; `why` says by the same key why it cannot be done now."""

    def row(key: str, label: Label, icon: str, keys: str = "") -> Action:
        return Action(key, label, partial(do, key), None, keys, icon, off_because=partial(why, key))

    return (
        replace(row("plan", Label("生成环节(&N)…", "Draw up milesto&nes…"), "plus", "Ctrl+N"), primary=True),
        replace(row("extend", Label("延期(&X)…", "E&xtend…"), "clock", "Ctrl+D"), button=True),
        replace(row("progress", Label("进程一览(&O)…", "&Overview…"), "file-text", "Ctrl+B"), button=True),
        row("owed", Label("生成报告任务(&R)…", "Draw up &reports…"), "list-checks"),
        row("reminder", Label("催交通知(&M)…", "Re&minder…"), "mail"),
        row("assess", Label("开设实践考核(&A)…", "Open &assessments…"), "scale"),
        row("validity", Label("补录认证有效期(&V)…", "Fill in &validity…"), "calendar"),
        row("certification-sheet", Label("认证统计表(&C)…", "&Certification sheet…"), "file-text"),
        row("plan-form", Label("实践计划表(&P)…", "&Plan of practice…"), "file-text"),
        row("midterm-form", Label("中期检查表(&D)…", "Mi&dterm check…"), "file-text"),
        row("assessment-form", Label("实践考核表(&S)…", "A&ssessment form…"), "file-text"),
        row("audit-sheet", Label("学位审核表(&U)…", "Degree a&udit…"), "file-text"),
        row("judge", Label("按出勤判定结业(&J)…", "&Judge by attendance…"), "user-check"),
        row("roster", Label("学员名册(&L)…", "Roster of trainees…"), "users"),
        row("certificates", Label("签发结业证书(&T)…", "Issue cer&tificates…"), "file-plus"),
    )


def why_not(key: str, now: Standing) -> Label | None:
    """The first reason why the action of that key cannot be done."""
    if key in WRITING and now.locked is not None:
        return now.locked
    if key in OF_CLASS:
        return None if now.training else NO_CLASS
    if not now.students:
        return NO_STUDENTS
    if key in {"plan", "owed", "assess"}:
        return None if now.cohort is not None else NOT_ONE
    if key == "extend":
        return None if now.open else NO_OPEN
    return NO_STUDENT if key in OF_STUDENT and not now.student else None
