"""Milestones of students and the panels that judge them (domain §4.3, §5.2)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_talents import MilestoneStatus
from ptman.models.core import Record, field, refers

PENDING = frozenset({MilestoneStatus.NOT_DUE, MilestoneStatus.OPEN})


class Milestone(Record):
    """One attempt of a student at one milestone; what was granted when it was put off is in its log."""

    __tablename__ = "milestone"
    __table_args__ = (
        UniqueConstraint("student_id", "def_code", "attempt_no"),
        CheckConstraint("attempt_no > 0", name="attempt"),
        CheckConstraint("delay_count >= 0", name="delays"),
        CheckConstraint("score_x10 IS NULL OR score_x10 BETWEEN 0 AND 1000", name="score"),
    )
    LABEL: ClassVar[Label] = Label("培养环节", "Milestone")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("student_id", "def_code", "attempt_no")
    TITLE: ClassVar[tuple[str, ...]] = ("student_id", "def_code")
    SORT: ClassVar[tuple[str, ...]] = ("due_on", "student_id")
    CHIPS: ClassVar[str] = "status"
    BY_STEPS: ClassVar[bool] = True

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, width=16, link="student")
    )
    def_code: Mapped[str] = mapped_column(
        refers("milestone_def.code"),
        index=True,
        info=field("环节", "Milestone", Kind.LINK, width=16, link="milestone_def"),
    )
    attempt_no: Mapped[int] = mapped_column(default=1, info=field("第几次", "Attempt", Kind.NUMBER, width=6))
    due_on: Mapped[date | None] = mapped_column(
        info=field("应完成日期", "Due", Kind.DATE, rule="date", due=Label("培养环节到期", "Milestone due"))
    )
    delay_count: Mapped[int] = mapped_column(default=0, info=field("延期次数", "Delays", Kind.NUMBER, width=8))
    submitted_on: Mapped[date | None] = mapped_column(info=field("提交日期", "Submitted on", Kind.DATE, rule="date"))
    held_on: Mapped[date | None] = mapped_column(info=field("举行日期", "Held on", Kind.DATE, rule="date"))
    score_x10: Mapped[int | None] = mapped_column(info=field("成绩", "Score", Kind.TENTHS, width=8, rule="score"))
    opinion: Mapped[str | None] = mapped_column(info=field("评审意见", "Opinion", Kind.LONG, width=24))
    place: Mapped[str | None] = mapped_column(String(80), info=field("地点", "Place", width=16))
    status: Mapped[MilestoneStatus] = mapped_column(
        default=MilestoneStatus.NOT_DUE, info=field("状态", "Status", width=10)
    )

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] not in PENDING


class Judge(Record):
    """What is known of everybody on a panel or a committee."""

    __abstract__ = True
    TITLE: ClassVar[tuple[str, ...]] = ("name",)

    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    name: Mapped[str] = mapped_column(String(36), info=field("姓名", "Name", Kind.NAME, width=10))
    unit: Mapped[str | None] = mapped_column(String(80), info=field("单位", "Unit", width=24))
    title: Mapped[str | None] = mapped_column(String(40), info=field("职称", "Title", width=12))
    is_external: Mapped[bool] = mapped_column(default=False, info=field("校外", "External", Kind.FLAG, width=6))
    is_chair: Mapped[bool] = mapped_column(default=False, info=field("主席（组长）", "Chair", Kind.FLAG, width=8))


class MilestoneMember(Judge):
    """Somebody on the panel of a milestone."""

    __tablename__ = "milestone_member"
    __table_args__ = (UniqueConstraint("milestone_id", "seq"),)
    LABEL: ClassVar[Label] = Label("评审小组成员", "Panel member")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("milestone_id", "seq")
    PART_OF: ClassVar[str] = "milestone_id"

    milestone_id: Mapped[str] = mapped_column(
        refers("milestone.id"), index=True, info=field("培养环节", "Milestone", Kind.LINK, width=24, link="milestone")
    )
