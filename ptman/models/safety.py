"""What protects students in practice: insurance, safety trainings, and incidents (domain §3.7, §3.8)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices_bases import CoverageKind, Insured, Payer, PolicyStatus
from ptman.models.choices_placements import IncidentKind, IncidentSeverity, TrainingResult
from ptman.models.core import Record, Rule, field, refers

_LINKS = {
    Insured.PERIOD: ("period_id", Label("批次", "the period")),
    Insured.BASE: ("base_id", Label("基地", "the base")),
    Insured.STUDENT: ("student_id", Label("学生", "the student")),
}


def _whom(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], tuple[str, Label]]]:
    wanted = _LINKS.get(values["insured"])
    if wanted is not None and not values[wanted[0]]:
        yield ("insured", wanted[0]), wanted


class InsurancePolicy(Record):
    """One policy; once verified it covers whom it insures between its days."""

    __tablename__ = "insurance_policy"
    __table_args__ = (CheckConstraint("expiry_date >= effective_date", name="dates"),)
    LABEL: ClassVar[Label] = Label("保险", "Insurance policy")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("policy_no",)
    TERM: ClassVar[tuple[str, str] | None] = ("effective_date", "expiry_date")
    CHIPS: ClassVar[str] = "status"
    LATEST_OF: ClassVar[tuple[str, ...]] = ("insured", "base_id", "period_id", "student_id")
    RULES: ClassVar[tuple[Rule, ...]] = (_whom,)
    BY_STEPS: ClassVar[bool] = True

    policy_no: Mapped[str] = mapped_column(
        String(40), unique=True, info=field("保单号", "Policy no.", Kind.IDENTIFIER, width=18)
    )
    insurer: Mapped[str] = mapped_column(String(80), info=field("承保机构", "Insurer", width=20))
    coverage_kind: Mapped[CoverageKind] = mapped_column(info=field("险种", "Coverage", width=14))
    insured: Mapped[Insured] = mapped_column(info=field("保障对象", "Insured", width=14))
    period_id: Mapped[str | None] = mapped_column(
        refers("period.id"), index=True, info=field("批次", "Period", Kind.LINK, width=14, link="period")
    )
    base_id: Mapped[str | None] = mapped_column(
        refers("training_base.id"), index=True, info=field("基地", "Base", Kind.LINK, width=20, link="training_base")
    )
    student_id: Mapped[str | None] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    effective_date: Mapped[date] = mapped_column(info=field("生效日期", "From", Kind.DATE, rule="date"))
    expiry_date: Mapped[date] = mapped_column(
        info=field("到期日期", "To", Kind.DATE, rule="date", due=Label("保险到期", "Insurance ends"))
    )
    payer: Mapped[Payer] = mapped_column(default=Payer.SCHOOL, info=field("缴费方", "Paid by", width=8))
    premium: Mapped[int | None] = mapped_column(
        BigInteger, info=field("保费（元）", "Premium (yuan)", Kind.MONEY, width=10)
    )
    insured_sum: Mapped[int | None] = mapped_column(
        BigInteger, info=field("保额（元）", "Sum insured (yuan)", Kind.MONEY, width=12)
    )
    status: Mapped[PolicyStatus] = mapped_column(default=PolicyStatus.SUBMITTED, info=field("状态", "Status", width=8))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] is not PolicyStatus.VERIFIED


class SafetyTraining(Record):
    """One training before practice: safety, rights in results, confidentiality."""

    __tablename__ = "safety_training"
    LABEL: ClassVar[Label] = Label("安全教育", "Safety training")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("training_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("training_no", "name")
    SORT: ClassVar[tuple[str, ...]] = ("-held_on",)

    training_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("编号", "Training no.", Kind.IDENTIFIER, width=14)
    )
    name: Mapped[str] = mapped_column(String(80), info=field("名称", "Name", width=26))
    held_on: Mapped[date] = mapped_column(info=field("日期", "Held on", Kind.DATE, rule="date"))
    period_id: Mapped[str | None] = mapped_column(
        refers("period.id"), index=True, info=field("批次", "Period", Kind.LINK, width=14, link="period")
    )
    hours: Mapped[int | None] = mapped_column(info=field("学时", "Hours", Kind.TENTHS, width=6))
    trainer: Mapped[str | None] = mapped_column(String(36), info=field("主讲人", "Trainer"))
    on_safety: Mapped[bool] = mapped_column(default=True, info=field("安全", "Safety", Kind.FLAG, width=6))
    on_rights: Mapped[bool] = mapped_column(default=False, info=field("知识产权", "Rights", Kind.FLAG, width=8))
    on_secrecy: Mapped[bool] = mapped_column(default=False, info=field("保密", "Confidentiality", Kind.FLAG, width=8))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))


class SafetyAttendance(Record):
    """A student at a training: the result, and whether the undertaking is signed."""

    __tablename__ = "safety_attendance"
    __table_args__ = (UniqueConstraint("training_id", "student_id"),)
    LABEL: ClassVar[Label] = Label("受训学生", "Trained student")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("training_id", "student_id")
    TITLE: ClassVar[tuple[str, ...]] = ("student_id",)
    PART_OF: ClassVar[str] = "training_id"

    training_id: Mapped[str] = mapped_column(
        refers("safety_training.id"), index=True, info=field("安全教育", "Training", Kind.LINK, link="safety_training")
    )
    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, width=16, link="student")
    )
    result: Mapped[TrainingResult] = mapped_column(default=TrainingResult.PASS, info=field("结果", "Result", width=8))
    signed: Mapped[bool] = mapped_column(default=False, info=field("已签承诺书", "Undertaking", Kind.FLAG, width=10))


class Incident(Record):
    """Something that went wrong at a placement, to whom it was reported, and how it was handled."""

    __tablename__ = "incident"
    LABEL: ClassVar[Label] = Label("安全事件", "Incident")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("incident_no",)
    SORT: ClassVar[tuple[str, ...]] = ("-occurred_on",)
    CHIPS: ClassVar[str] = "severity"

    incident_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("事件编号", "Incident no.", Kind.IDENTIFIER, width=14)
    )
    occurred_on: Mapped[date] = mapped_column(info=field("发生日期", "Occurred on", Kind.DATE, rule="date"))
    place: Mapped[str | None] = mapped_column(String(120), info=field("地点", "Place", width=20))
    placement_id: Mapped[str | None] = mapped_column(
        refers("placement.id"), index=True, info=field("实践派遣", "Placement", Kind.LINK, width=18, link="placement")
    )
    base_id: Mapped[str | None] = mapped_column(
        refers("training_base.id"), index=True, info=field("基地", "Base", Kind.LINK, width=20, link="training_base")
    )
    kind: Mapped[IncidentKind] = mapped_column(info=field("类别", "Kind", width=10))
    severity: Mapped[IncidentSeverity] = mapped_column(info=field("严重程度", "Severity", width=8))
    description: Mapped[str] = mapped_column(
        info=field("经过", "What happened", Kind.LONG, width=30, sensitivity=Sensitivity.PERSONAL)
    )
    school_told_on: Mapped[date | None] = mapped_column(info=field("报学校", "School told on", Kind.DATE, rule="date"))
    insurer_told_on: Mapped[date | None] = mapped_column(
        info=field("报保险机构", "Insurer told on", Kind.DATE, rule="date")
    )
    handling: Mapped[str | None] = mapped_column(info=field("处理情况", "Handling", Kind.LONG, width=24))
    handle_by: Mapped[date | None] = mapped_column(
        info=field(
            "处理期限", "To be closed by", Kind.DATE, rule="date", due=Label("安全事件待办结", "Incident to be closed")
        )
    )
    closed_on: Mapped[date | None] = mapped_column(info=field("办结日期", "Closed on", Kind.DATE, rule="date"))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["closed_on"] is not None
