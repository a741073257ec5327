"""Placements: which student practises at which base in which period (domain §3.9)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import BigInteger, CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices import Origin, PlacementStatus
from ptman.models.choices_placements import Arrangement, Lodging, PayCycle, PracticeForm, ProjectSource
from ptman.models.core import Record, field, refers

NEVER = (PlacementStatus.CANCELLED, PlacementStatus.REJECTED)
GONE = (*NEVER, PlacementStatus.TERMINATED)
"""A student of such a placement may have another in the same period."""
PLANS = (
    PlacementStatus.PLANNED,
    PlacementStatus.APPLIED,
    PlacementStatus.CAMPUS_AGREED,
    PlacementStatus.INDUSTRY_AGREED,
    PlacementStatus.OFFICE_APPROVED,
    PlacementStatus.READY,
)
"""Before it is dispatched a placement is a plan."""
_OPEN = "status NOT IN ('cancelled', 'rejected', 'terminated')"


class Placement(Record):
    """One student's stay at a base, from the period's first day to its last, or as corrected.

    `left_on` is the last day of one that ended before its time.
    """

    __tablename__ = "placement"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="dates"),
        CheckConstraint("weekly_hours IS NULL OR weekly_hours BETWEEN 0 AND 168", name="weekly_hours"),
        Index(
            "uq_placement_open",
            "student_id",
            "period_id",
            unique=True,
            sqlite_where=text(_OPEN),
            postgresql_where=text(_OPEN),
        ),
    )
    LABEL: ClassVar[Label] = Label("实践派遣", "Placement")
    IMPORTED: ClassVar[bool] = False  # placements are made by pairing, with all its checks
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("placement_no",)
    BY_STEPS: ClassVar[bool] = True

    placement_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("实践编号", "Placement no.", Kind.IDENTIFIER, width=18)
    )
    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    base_id: Mapped[str] = mapped_column(
        refers("training_base.id"), index=True, info=field("基地", "Base", Kind.LINK, width=24, link="training_base")
    )
    period_id: Mapped[str] = mapped_column(
        refers("period.id"), index=True, info=field("批次", "Period", Kind.LINK, link="period")
    )
    practice_form: Mapped[PracticeForm] = mapped_column(
        default=PracticeForm.PROJECT_RESEARCH, info=field("实践形式", "Practice form", width=14)
    )
    arrangement: Mapped[Arrangement] = mapped_column(
        default=Arrangement.BASE, info=field("组织方式", "Arrangement", width=14)
    )
    post_name: Mapped[str | None] = mapped_column(
        String(60), info=field("岗位", "Post", width=16, aliases=("岗位/项目",))
    )
    project_title: Mapped[str | None] = mapped_column(String(120), info=field("项目名称", "Project", width=24))
    starts_on: Mapped[date] = mapped_column(info=field("开始日期", "From", Kind.DATE, rule="date"))
    ends_on: Mapped[date] = mapped_column(info=field("结束日期", "To", Kind.DATE, rule="date"))
    agreement_id: Mapped[str | None] = mapped_column(
        refers("agreement.id"), info=field("协议", "Agreement", Kind.LINK, link="agreement")
    )
    status: Mapped[PlacementStatus] = mapped_column(
        default=PlacementStatus.PLANNED, info=field("状态", "Status", width=8)
    )
    # The letter in force that sent the student; no foreign key, as letters outlive what is undone.
    letter_id: Mapped[str | None] = mapped_column(String(36), index=True, info={"points_to": "issued_document"})
    origin: Mapped[Origin] = mapped_column(info=field("来源", "Origin", width=8))
    locked: Mapped[bool] = mapped_column(default=False, info=field("锁定", "Locked", Kind.FLAG, width=6))
    reason: Mapped[str | None] = mapped_column(info=field("理由", "Reason", Kind.LONG, width=24))
    left_on: Mapped[date | None] = mapped_column(info=field("实际结束日期", "Left on", Kind.DATE, rule="date"))
    project_source: Mapped[ProjectSource | None] = mapped_column(info=field("项目来源", "Source of project", width=10))
    location: Mapped[str | None] = mapped_column(String(120), info=field("实践地点", "Place of practice", width=20))
    plan_text: Mapped[str | None] = mapped_column(info=field("实践计划", "Plan", Kind.LONG, width=24))
    weekly_hours: Mapped[int | None] = mapped_column(info=field("周时长", "Hours a week", Kind.NUMBER, width=8))
    stipend: Mapped[int | None] = mapped_column(
        BigInteger, info=field("补助（元/月）", "Stipend (yuan a month)", Kind.MONEY, width=10)
    )
    pay_cycle: Mapped[PayCycle | None] = mapped_column(info=field("补助发放", "Paid", width=8))
    lodging: Mapped[Lodging | None] = mapped_column(info=field("住宿", "Lodging", width=10))
    emergency_name: Mapped[str | None] = mapped_column(
        String(36),
        info=field("紧急联系人", "Emergency contact", rule="person_name", sensitivity=Sensitivity.PERSONAL),
    )
    emergency_phone: Mapped[str | None] = mapped_column(
        String(20),
        info=field(
            "紧急联系电话", "Emergency phone", Kind.PHONE, width=14, rule="phone", sensitivity=Sensitivity.PERSONAL
        ),
    )
    emergency_relation: Mapped[str | None] = mapped_column(
        String(20), info=field("与学生关系", "Relation", width=8, sensitivity=Sensitivity.PERSONAL)
    )
    confidential: Mapped[bool] = mapped_column(default=False, info=field("涉密", "Confidential", Kind.FLAG, width=6))
