"""Applications for another supervisor, with the opinion of everybody asked (domain §2.6)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import Role
from ptman.models.choices_double import ChangeReason, ChangeStatus, Opinion
from ptman.models.core import Record, field, refers

RIGHT_KIND = (
    "(role = 'industry' AND new_industry_id IS NOT NULL AND new_academic_id IS NULL AND old_academic_id IS NULL)"
    " OR (role <> 'industry' AND new_academic_id IS NOT NULL AND new_industry_id IS NULL AND old_industry_id IS NULL)"
)


class SupervisorChange(Record):
    """One application. The present supervisor is filled in when it is submitted; `investigate` where they refuse."""

    __tablename__ = "supervisor_change"
    __table_args__ = (CheckConstraint(RIGHT_KIND, name="right_kind"),)
    LABEL: ClassVar[Label] = Label("变更导师申请", "Change of supervisor")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("request_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("request_no", "student_id")
    SORT: ClassVar[tuple[str, ...]] = ("-applied_on", "request_no")
    CHIPS: ClassVar[str] = "status"
    BY_STEPS: ClassVar[bool] = True

    request_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("申请编号", "Request no.", Kind.IDENTIFIER, width=14)
    )
    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    role: Mapped[Role] = mapped_column(info=field("变更的导师", "Which supervisor", width=10))
    old_academic_id: Mapped[str | None] = mapped_column(
        refers("academic_supervisor.id"),
        index=True,
        info=field("原校内导师", "Present academic supervisor", Kind.LINK, link="academic_supervisor"),
    )
    old_industry_id: Mapped[str | None] = mapped_column(
        refers("industry_supervisor.id"),
        index=True,
        info=field("原企业导师", "Present industry supervisor", Kind.LINK, link="industry_supervisor"),
    )
    new_academic_id: Mapped[str | None] = mapped_column(
        refers("academic_supervisor.id"),
        index=True,
        info=field("拟任校内导师", "New academic supervisor", Kind.LINK, link="academic_supervisor"),
    )
    new_industry_id: Mapped[str | None] = mapped_column(
        refers("industry_supervisor.id"),
        index=True,
        info=field("拟任企业导师", "New industry supervisor", Kind.LINK, link="industry_supervisor"),
    )
    reason_code: Mapped[ChangeReason] = mapped_column(info=field("变更原因", "Reason", width=12))
    reason_text: Mapped[str | None] = mapped_column(info=field("原因说明", "In detail", Kind.LONG, width=24))
    applied_on: Mapped[date] = mapped_column(info=field("申请日期", "Applied on", Kind.DATE, rule="date"))
    original_opinion: Mapped[Opinion | None] = mapped_column(info=field("原导师意见", "Present one's opinion"))
    original_by: Mapped[str | None] = mapped_column(String(36), info=field("原导师签字人", "Signed by (present)"))
    original_on: Mapped[date | None] = mapped_column(
        info=field("原导师意见日期", "Present one's day", Kind.DATE, rule="date")
    )
    investigate: Mapped[bool] = mapped_column(default=False, info=field("须调查", "To be looked into", Kind.FLAG))
    investigation: Mapped[str | None] = mapped_column(info=field("调查结论", "What was found", Kind.LONG, width=24))
    new_opinion: Mapped[Opinion | None] = mapped_column(info=field("新导师意见", "New one's opinion"))
    new_by: Mapped[str | None] = mapped_column(String(36), info=field("新导师签字人", "Signed by (new)"))
    new_on: Mapped[date | None] = mapped_column(info=field("新导师意见日期", "New one's day", Kind.DATE, rule="date"))
    faculty_opinion: Mapped[Opinion | None] = mapped_column(info=field("学院意见", "Faculty's opinion"))
    faculty_by: Mapped[str | None] = mapped_column(String(36), info=field("学院签字人", "Signed by (faculty)"))
    faculty_on: Mapped[date | None] = mapped_column(info=field("学院意见日期", "Faculty's day", Kind.DATE, rule="date"))
    office_opinion: Mapped[Opinion | None] = mapped_column(info=field("管理部门意见", "Graduate office's opinion"))
    office_by: Mapped[str | None] = mapped_column(String(36), info=field("管理部门签字人", "Signed by (office)"))
    office_on: Mapped[date | None] = mapped_column(
        info=field("管理部门意见日期", "Graduate office's day", Kind.DATE, rule="date")
    )
    effective_on: Mapped[date | None] = mapped_column(info=field("生效日期", "In effect from", Kind.DATE, rule="date"))
    form_id: Mapped[str | None] = mapped_column(
        refers("issued_document.id"),
        index=True,
        info=field("审批表", "Form", Kind.LINK, width=20, link="issued_document"),
    )
    status: Mapped[ChangeStatus] = mapped_column(default=ChangeStatus.DRAFT, info=field("状态", "Status", width=14))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))
