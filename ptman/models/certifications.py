"""Certifications students have earned, how long they hold, and how many each cohort is to earn (domain §6.3)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_talents import CertificateLevel
from ptman.models.core import Record, field, refers


class CertificateResult(Record):
    """One examination for a certificate. Without a last valid day the rule in force says how long it holds."""

    __tablename__ = "certificate_result"
    __table_args__ = (
        UniqueConstraint("student_id", "certificate", "acquired_on"),
        CheckConstraint("valid_until IS NULL OR valid_until >= acquired_on", name="dates"),
        CheckConstraint("score IS NULL OR score >= 0", name="score"),
    )
    LABEL: ClassVar[Label] = Label("认证", "Certification")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("student_id", "certificate", "acquired_on")
    TITLE: ClassVar[tuple[str, ...]] = ("student_id", "certificate")
    SORT: ClassVar[tuple[str, ...]] = ("-acquired_on", "student_id")
    CHIPS: ClassVar[str] = "level"
    TERM: ClassVar[tuple[str, str] | None] = ("acquired_on", "valid_until")
    # A later examination for the same certificate renews it.
    LATEST_OF: ClassVar[tuple[str, ...]] = ("student_id", "certificate")

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, width=16, link="student")
    )
    vendor: Mapped[str] = mapped_column(String(40), default="华为", info=field("颁发机构", "Issuer", width=12))
    level: Mapped[CertificateLevel] = mapped_column(info=field("级别", "Level", width=10))
    certificate: Mapped[str] = mapped_column(
        String(80), info=field("认证名称", "Certificate", width=24, aliases=("证书名称",))
    )
    acquired_on: Mapped[date] = mapped_column(
        info=field("获得日期", "Acquired on", Kind.DATE, rule="date", aliases=("通过日期", "考试日期"))
    )
    valid_until: Mapped[date | None] = mapped_column(
        info=field("有效期至", "Valid until", Kind.DATE, rule="date", due=Label("认证到期", "Certification expires"))
    )
    certificate_no: Mapped[str | None] = mapped_column(
        String(40), unique=True, info=field("证书编号", "Certificate no.", Kind.IDENTIFIER, width=18)
    )
    exam_no: Mapped[str | None] = mapped_column(String(30), info=field("考试代码", "Exam no.", Kind.IDENTIFIER))
    score: Mapped[int | None] = mapped_column(info=field("考试分数", "Exam score", Kind.NUMBER, width=8))
    passed: Mapped[bool] = mapped_column(default=True, info=field("通过", "Passed", Kind.FLAG, width=6))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return not values["passed"]


class CertificationTarget(Record):
    """How many students of a cohort are to hold a certificate of a level, or a higher one."""

    __tablename__ = "certification_target"
    __table_args__ = (UniqueConstraint("cohort_year", "level"), CheckConstraint("target >= 0", name="target"))
    LABEL: ClassVar[Label] = Label("认证目标", "Certification target")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("cohort_year", "level")

    cohort_year: Mapped[int] = mapped_column(info=field("年级", "Cohort", Kind.NUMBER, width=6, rule="year"))
    level: Mapped[CertificateLevel] = mapped_column(info=field("级别", "Level", width=10))
    target: Mapped[int] = mapped_column(info=field("目标人数", "Students aimed at", Kind.NUMBER, width=10))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))
