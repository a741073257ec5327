"""Reports on practice, cycle by cycle, and its assessment with weights of one hundred (domain §3.9, §3.10, §5.7)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_talents import AssessmentStatus, PracticeGrade, ReportKind, ReportStatus
from ptman.models.core import Record, Rule, field, refers

WANTED = frozenset({ReportStatus.DUE, ReportStatus.RETURNED})
WHOLE = 100
Found = Iterator[tuple[tuple[str, ...], tuple[str, Label]]]


class PracticeReport(Record):
    """One report a student owes on practice; `cycle` counts those of a kind."""

    __tablename__ = "practice_report"
    __table_args__ = (
        UniqueConstraint("student_id", "kind", "cycle"),
        CheckConstraint("cycle > 0", name="cycle"),
        CheckConstraint("chars IS NULL OR chars >= 0", name="chars"),
    )
    LABEL: ClassVar[Label] = Label("实践报告", "Practice report")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("student_id", "kind", "cycle")
    TITLE: ClassVar[tuple[str, ...]] = ("student_id", "kind", "cycle")
    SORT: ClassVar[tuple[str, ...]] = ("due_on", "student_id")
    CHIPS: ClassVar[str] = "status"
    BY_STEPS: ClassVar[bool] = True

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, width=16, link="student")
    )
    placement_id: Mapped[str | None] = mapped_column(
        refers("placement.id"), index=True, info=field("实践派遣", "Placement", Kind.LINK, width=20, link="placement")
    )
    kind: Mapped[ReportKind] = mapped_column(default=ReportKind.MONTHLY, info=field("报告类别", "Kind", width=10))
    cycle: Mapped[int] = mapped_column(default=1, info=field("第几期", "Cycle", Kind.NUMBER, width=6))
    due_on: Mapped[date] = mapped_column(
        info=field("应交日期", "Due", Kind.DATE, rule="date", due=Label("实践报告应交", "Practice report due"))
    )
    submitted_on: Mapped[date | None] = mapped_column(info=field("提交日期", "Submitted on", Kind.DATE, rule="date"))
    times_returned: Mapped[int] = mapped_column(
        default=0, info=field("退回次数", "Times returned", Kind.NUMBER, width=8)
    )
    chars: Mapped[int | None] = mapped_column(info=field("字数", "Characters", Kind.NUMBER, width=8))
    summary: Mapped[str | None] = mapped_column(info=field("主要内容", "Summary", Kind.LONG, width=24))
    problems: Mapped[str | None] = mapped_column(info=field("存在问题", "Problems", Kind.LONG, width=24))
    campus_opinion: Mapped[str | None] = mapped_column(
        info=field("校内导师意见", "Academic supervisor's opinion", Kind.LONG, width=24)
    )
    industry_opinion: Mapped[str | None] = mapped_column(
        info=field("企业导师意见", "Industry supervisor's opinion", Kind.LONG, width=24)
    )
    status: Mapped[ReportStatus] = mapped_column(default=ReportStatus.DUE, info=field("状态", "Status", width=10))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] not in WANTED


def _weights(values: Mapping[str, Any]) -> Found:
    keys = ("weight_campus", "weight_industry", "weight_defence")
    parts = [values[key] for key in keys]
    if all(one is not None for one in parts) and sum(parts) != WHOLE:
        said = Label(f"三项权重之和为 100（现为 {sum(parts)}）", f"weights that make 100 (they make {sum(parts)})")
        yield keys, ("weight_defence", said)


class PracticeAssessment(Record):
    """One attempt at the assessment of all practice; months are those counted when the weights were applied."""

    __tablename__ = "practice_assessment"
    __table_args__ = (
        UniqueConstraint("student_id", "attempt_no"),
        CheckConstraint("attempt_no > 0", name="attempt"),
        CheckConstraint("weight_campus + weight_industry + weight_defence = 100", name="weights"),
        CheckConstraint("min(weight_campus, weight_industry, weight_defence) >= 0", name="weight_signs"),
        CheckConstraint("total_score_x10 IS NULL OR total_score_x10 BETWEEN 0 AND 1000", name="total"),
    )
    LABEL: ClassVar[Label] = Label("实践考核", "Practice assessment")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("student_id", "attempt_no")
    TITLE: ClassVar[tuple[str, ...]] = ("student_id", "attempt_no")
    CHIPS: ClassVar[str] = "status"
    RULES: ClassVar[tuple[Rule, ...]] = (_weights,)
    BY_STEPS: ClassVar[bool] = True

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, width=16, link="student")
    )
    attempt_no: Mapped[int] = mapped_column(default=1, info=field("第几次", "Attempt", Kind.NUMBER, width=6))
    status: Mapped[AssessmentStatus] = mapped_column(
        default=AssessmentStatus.NOT_STARTED, info=field("状态", "Status", width=12)
    )
    campus_score_x10: Mapped[int | None] = mapped_column(
        info=field("校内评分", "Campus score", Kind.TENTHS, width=8, rule="score")
    )
    industry_score_x10: Mapped[int | None] = mapped_column(
        info=field("企业评分", "Industry score", Kind.TENTHS, width=8, rule="score")
    )
    defence_score_x10: Mapped[int | None] = mapped_column(
        info=field("答辩评分", "Defence score", Kind.TENTHS, width=8, rule="score")
    )
    weight_campus: Mapped[int] = mapped_column(
        default=40, info=field("校内权重（%）", "Campus weight (%)", Kind.NUMBER)
    )
    weight_industry: Mapped[int] = mapped_column(
        default=30, info=field("企业权重（%）", "Industry weight (%)", Kind.NUMBER)
    )
    weight_defence: Mapped[int] = mapped_column(
        default=30, info=field("答辩权重（%）", "Defence weight (%)", Kind.NUMBER)
    )
    total_score_x10: Mapped[int | None] = mapped_column(
        info=field("总评成绩", "Total score", Kind.TENTHS, width=8, rule="score")
    )
    grade: Mapped[PracticeGrade | None] = mapped_column(info=field("等级", "Grade", width=8))
    credits_x10: Mapped[int | None] = mapped_column(info=field("学分", "Credits", Kind.TENTHS, width=8))
    months: Mapped[int | None] = mapped_column(info=field("实践月数", "Months", Kind.NUMBER, width=8))
    days: Mapped[int | None] = mapped_column(info=field("另加天数", "and days", Kind.NUMBER, width=8))
    project_months: Mapped[int | None] = mapped_column(
        info=field("项目研究月数", "Months of project research", Kind.NUMBER, width=8)
    )
    project_days: Mapped[int | None] = mapped_column(
        info=field("项目研究另加天数", "and days of project research", Kind.NUMBER, width=8)
    )
    defence_group: Mapped[str | None] = mapped_column(String(40), info=field("答辩组", "Defence group", width=12))
    defence_on: Mapped[date | None] = mapped_column(
        info=field("答辩日期", "Defence on", Kind.DATE, rule="date", due=Label("实践答辩", "Defence of practice"))
    )
    self_summary: Mapped[str | None] = mapped_column(info=field("自我总结", "Self-summary", Kind.LONG, width=24))
    industry_opinion: Mapped[str | None] = mapped_column(
        info=field("校外导师意见", "Industry supervisor's opinion", Kind.LONG, width=24)
    )
    host_opinion: Mapped[str | None] = mapped_column(info=field("实践单位意见", "Host's opinion", Kind.LONG, width=24))
    campus_opinion: Mapped[str | None] = mapped_column(
        info=field("校内导师意见", "Academic supervisor's opinion", Kind.LONG, width=24)
    )
    panel_opinion: Mapped[str | None] = mapped_column(
        info=field("学院考核意见", "Panel's opinion", Kind.LONG, width=24)
    )
    confirmed_by: Mapped[str | None] = mapped_column(String(36), info=field("确认人", "Confirmed by"))
    confirmed_on: Mapped[date | None] = mapped_column(info=field("确认日期", "Confirmed on", Kind.DATE, rule="date"))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return bool(values["status"] != AssessmentStatus.DEFENCE_SCHEDULED)
