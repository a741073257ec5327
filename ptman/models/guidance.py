"""What supervisors did: guidance given to a student on a day, and the assessment of a year (domain §2.7, §2.8)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import Role
from ptman.models.choices_double import EvidenceKind, GuidanceMode, GuidanceStage, SupervisorDecision, SupervisorLevel
from ptman.models.core import Record, field, refers


class GuidanceRecord(Record):
    """Guidance by the supervisor who had that role on the day; `supervision_id` says it where it is on file."""

    __tablename__ = "guidance_record"
    __table_args__ = (
        UniqueConstraint("student_id", "role", "guided_on"),
        CheckConstraint("minutes IS NULL OR minutes > 0", name="minutes"),
    )
    LABEL: ClassVar[Label] = Label("指导记录", "Guidance")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("student_id", "role", "guided_on")
    TITLE: ClassVar[tuple[str, ...]] = ("student_id", "guided_on")
    SORT: ClassVar[tuple[str, ...]] = ("-guided_on", "student_id")
    SEARCHED: ClassVar[tuple[str, ...]] = ("content",)
    CHIPS: ClassVar[str] = "role"

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    role: Mapped[Role] = mapped_column(info=field("指导人", "Guided by", width=10))
    guided_on: Mapped[date] = mapped_column(info=field("指导日期", "Guided on", Kind.DATE, rule="date"))
    mode: Mapped[GuidanceMode] = mapped_column(default=GuidanceMode.ONSITE, info=field("指导方式", "How", width=8))
    stage: Mapped[GuidanceStage] = mapped_column(
        default=GuidanceStage.PRACTICE, info=field("指导阶段", "Stage", width=10)
    )
    content: Mapped[str] = mapped_column(String(600), info=field("指导内容", "What about", Kind.LONG, width=40))
    minutes: Mapped[int | None] = mapped_column(
        info=field("时长（分钟）", "Minutes", Kind.NUMBER, width=8, rule="count")
    )
    supervision_id: Mapped[str | None] = mapped_column(
        refers("supervision.id"),
        index=True,
        info=field("指导关系", "Supervision", Kind.LINK, link="supervision"),
    )


class SupervisorAssessment(Record):
    """How an industry supervisor did in a school year, which begins in September of `year`."""

    __tablename__ = "supervisor_assessment"
    __table_args__ = (
        UniqueConstraint("industry_supervisor_id", "year"),
        CheckConstraint("score BETWEEN 0 AND 1000", name="score"),
    )
    LABEL: ClassVar[Label] = Label("导师考核", "Assessment of a supervisor")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("industry_supervisor_id", "year")
    TITLE: ClassVar[tuple[str, ...]] = ("industry_supervisor_id", "year")
    SORT: ClassVar[tuple[str, ...]] = ("-year", "industry_supervisor_id")
    CHIPS: ClassVar[str] = "level"

    industry_supervisor_id: Mapped[str] = mapped_column(
        refers("industry_supervisor.id"),
        index=True,
        info=field("企业导师", "Industry supervisor", Kind.LINK, link="industry_supervisor"),
    )
    year: Mapped[int] = mapped_column(
        info=field("考核学年（起）", "School year from", Kind.NUMBER, width=8, rule="year")
    )
    students_guided: Mapped[int] = mapped_column(
        default=0, info=field("指导学生数", "Students", Kind.NUMBER, width=8, rule="count")
    )
    guidance_count: Mapped[int] = mapped_column(
        default=0, info=field("指导次数", "Times guided", Kind.NUMBER, width=8, rule="count")
    )
    lectures: Mapped[int] = mapped_column(
        default=0, info=field("讲座授课", "Lectures", Kind.NUMBER, width=8, rule="count")
    )
    thesis_reviews: Mapped[int] = mapped_column(
        default=0, info=field("论文评阅", "Theses reviewed", Kind.NUMBER, width=8, rule="count")
    )
    defences: Mapped[int] = mapped_column(
        default=0, info=field("参加答辩", "Defences attended", Kind.NUMBER, width=8, rule="count")
    )
    score: Mapped[int | None] = mapped_column(info=field("考核分", "Score", Kind.TENTHS, width=8, rule="score"))
    level: Mapped[SupervisorLevel | None] = mapped_column(info=field("考核等级", "Level", width=8))
    decision: Mapped[SupervisorDecision | None] = mapped_column(info=field("处理", "Decision", width=10))
    assessed_on: Mapped[date | None] = mapped_column(info=field("考核日期", "Assessed on", Kind.DATE, rule="date"))
    comment: Mapped[str | None] = mapped_column(info=field("评语", "Comment", Kind.LONG, width=30))


class QualificationEvidence(Record):
    """A paper that shows what an industry supervisor says of themselves; its scan is attached to it."""

    __tablename__ = "qualification_evidence"
    __table_args__ = (UniqueConstraint("industry_supervisor_id", "kind"),)
    LABEL: ClassVar[Label] = Label("佐证材料", "Evidence")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("industry_supervisor_id", "kind")
    TITLE: ClassVar[tuple[str, ...]] = ("kind",)
    PART_OF: ClassVar[str] = "industry_supervisor_id"

    industry_supervisor_id: Mapped[str] = mapped_column(
        refers("industry_supervisor.id"),
        index=True,
        info=field("企业导师", "Industry supervisor", Kind.LINK, link="industry_supervisor"),
    )
    kind: Mapped[EvidenceKind] = mapped_column(info=field("材料", "Paper", width=18))
    seen_on: Mapped[date] = mapped_column(info=field("核验日期", "Seen on", Kind.DATE, rule="date"))
    seen_by: Mapped[str | None] = mapped_column(String(36), info=field("核验人", "Seen by"))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))
