"""Supervisions: which supervisor guides which student in which role, from when to when (domain §2.5)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import Origin, Role
from ptman.models.core import Record, field, refers

RIGHT_KIND = (
    "(role = 'industry' AND industry_supervisor_id IS NOT NULL AND academic_supervisor_id IS NULL)"
    " OR (role <> 'industry' AND academic_supervisor_id IS NOT NULL AND industry_supervisor_id IS NULL)"
)


class Supervision(Record):
    """One pairing, dated and never overwritten: a change ends it and begins another."""

    __tablename__ = "supervision"
    __table_args__ = (
        CheckConstraint(RIGHT_KIND, name="right_kind"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates"),
        Index(
            "uq_supervision_open",
            "student_id",
            "role",
            unique=True,
            sqlite_where=text("ends_on IS NULL AND role <> 'academic_co'"),
            postgresql_where=text("ends_on IS NULL AND role <> 'academic_co'"),
        ),
    )
    LABEL: ClassVar[Label] = Label("导师分配", "Supervision")
    CHIPS: ClassVar[str] = "role"
    TERM: ClassVar[tuple[str, str] | None] = ("starts_on", "ends_on")

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    role: Mapped[Role] = mapped_column(info=field("角色", "Role", width=8))
    academic_supervisor_id: Mapped[str | None] = mapped_column(
        refers("academic_supervisor.id"),
        index=True,
        info=field("校内导师", "Academic supervisor", Kind.LINK, link="academic_supervisor"),
    )
    industry_supervisor_id: Mapped[str | None] = mapped_column(
        refers("industry_supervisor.id"),
        index=True,
        info=field("企业导师", "Industry supervisor", Kind.LINK, link="industry_supervisor"),
    )
    starts_on: Mapped[date] = mapped_column(info=field("确定日期", "From", Kind.DATE, rule="date"))
    ends_on: Mapped[date | None] = mapped_column(info=field("终止日期", "To", Kind.DATE, rule="date"))
    origin: Mapped[Origin] = mapped_column(info=field("来源", "Origin", width=8))
    locked: Mapped[bool] = mapped_column(default=False, info=field("锁定", "Locked", Kind.FLAG, width=6))
    reason: Mapped[str | None] = mapped_column(info=field("理由", "Reason", Kind.LONG, width=24))
    assign_doc_no: Mapped[str | None] = mapped_column(String(40), info=field("分配文号", "Document no.", width=16))
