"""Training classes without academic degree: their courses and trainees (domain §5.14, §6.4)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices_talents import TraineeResult, TrainingKind, TrainingStatus
from ptman.models.core import Record, field, refers

TO_COME = frozenset({TrainingStatus.PLANNED, TrainingStatus.APPROVED, TrainingStatus.RECRUITING})


class TrainingClass(Record):
    """A class given for a client; certificates are numbered on and on by its kind."""

    __tablename__ = "training_class"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="dates"),
        CheckConstraint("hours IS NULL OR hours > 0", name="hours"),
        CheckConstraint("fee IS NULL OR fee >= 0", name="fee"),
        CheckConstraint("fee_received IS NULL OR fee_received >= 0", name="fee_received"),
    )
    LABEL: ClassVar[Label] = Label("培训班", "Training class")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("class_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("class_no", "name")
    SORT: ClassVar[tuple[str, ...]] = ("-starts_on", "class_no")
    CHIPS: ClassVar[str] = "status"
    TERM: ClassVar[tuple[str, str] | None] = ("starts_on", "ends_on")
    BY_STEPS: ClassVar[bool] = True

    class_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("班次编号", "Class no.", Kind.IDENTIFIER, width=14)
    )
    name: Mapped[str] = mapped_column(String(80), info=field("培训班名称", "Class", width=28))
    kind: Mapped[TrainingKind] = mapped_column(info=field("培训类型", "Kind", width=12))
    status: Mapped[TrainingStatus] = mapped_column(
        default=TrainingStatus.PLANNED, info=field("状态", "Status", width=12)
    )
    client_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("委托单位", "Client", Kind.LINK, width=24, link="organisation"),
    )
    agreement_id: Mapped[str | None] = mapped_column(
        refers("agreement.id"), index=True, info=field("合同", "Contract", Kind.LINK, link="agreement")
    )
    approval_no: Mapped[str | None] = mapped_column(
        String(40), info=field("立项号", "Approval no.", Kind.IDENTIFIER, width=14)
    )
    target_group: Mapped[str | None] = mapped_column(String(80), info=field("培训对象", "For whom", width=16))
    hours: Mapped[int | None] = mapped_column(info=field("学时", "Hours", Kind.NUMBER, width=6))
    starts_on: Mapped[date] = mapped_column(
        info=field("开班日期", "From", Kind.DATE, rule="date", due=Label("培训班开班", "Training class begins"))
    )
    ends_on: Mapped[date] = mapped_column(info=field("结班日期", "To", Kind.DATE, rule="date"))
    place: Mapped[str | None] = mapped_column(String(80), info=field("地点", "Place", width=16))
    headcount: Mapped[int | None] = mapped_column(info=field("计划人数", "Planned trainees", Kind.NUMBER, width=8))
    fee: Mapped[int | None] = mapped_column(BigInteger, info=field("培训费（元）", "Fee (yuan)", Kind.MONEY, width=12))
    fee_received: Mapped[int | None] = mapped_column(
        BigInteger, info=field("已收费用（元）", "Fee received (yuan)", Kind.MONEY, width=12)
    )
    leader: Mapped[str | None] = mapped_column(String(36), info=field("负责人", "Leader"))
    evaluation: Mapped[str | None] = mapped_column(info=field("评价", "Evaluation", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] not in TO_COME


class TrainingCourse(Record):
    """One course of a class."""

    __tablename__ = "training_course"
    __table_args__ = (UniqueConstraint("class_id", "seq"),)
    LABEL: ClassVar[Label] = Label("培训课程", "Course of a class")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("class_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("title",)
    PART_OF: ClassVar[str] = "class_id"

    class_id: Mapped[str] = mapped_column(
        refers("training_class.id"),
        index=True,
        info=field("培训班", "Class", Kind.LINK, width=24, link="training_class"),
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    title: Mapped[str] = mapped_column(String(80), info=field("课程", "Course", width=24))
    teacher: Mapped[str | None] = mapped_column(String(36), info=field("教师", "Teacher", width=10))
    held_on: Mapped[date | None] = mapped_column(info=field("授课日期", "On", Kind.DATE, rule="date"))
    hours: Mapped[int | None] = mapped_column(info=field("学时", "Hours", Kind.NUMBER, width=6))


class TrainingTrainee(Record):
    """Somebody in a class, and the certificate given at its end."""

    __tablename__ = "training_trainee"
    __table_args__ = (
        UniqueConstraint("class_id", "seq"),
        CheckConstraint("attended IS NULL OR attended >= 0", name="attended"),
        CheckConstraint("cert_no IS NULL OR result = 'completed'", name="certificate"),
    )
    LABEL: ClassVar[Label] = Label("学员", "Trainee")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("class_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("name",)
    PART_OF: ClassVar[str] = "class_id"

    class_id: Mapped[str] = mapped_column(
        refers("training_class.id"),
        index=True,
        info=field("培训班", "Class", Kind.LINK, width=24, link="training_class"),
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    name: Mapped[str] = mapped_column(String(36), info=field("姓名", "Name", Kind.NAME, width=10))
    unit: Mapped[str | None] = mapped_column(String(80), info=field("单位", "Unit", width=24))
    post: Mapped[str | None] = mapped_column(String(40), info=field("职务", "Post", width=12))
    mobile: Mapped[str | None] = mapped_column(
        String(20),
        info=field("手机", "Mobile", Kind.PHONE, width=14, rule="mobile", sensitivity=Sensitivity.PERSONAL),
    )
    attended: Mapped[int | None] = mapped_column(info=field("出勤学时", "Hours attended", Kind.NUMBER, width=8))
    result: Mapped[TraineeResult | None] = mapped_column(info=field("结果", "Result", width=8))
    cert_no: Mapped[str | None] = mapped_column(
        String(40), unique=True, info=field("结业证书编号", "Certificate no.", Kind.IDENTIFIER, width=18)
    )
    cert_on: Mapped[date | None] = mapped_column(info=field("发证日期", "Certified on", Kind.DATE, rule="date"))
    certificate_id: Mapped[str | None] = mapped_column(
        refers("issued_document.id"),
        index=True,
        info=field("证书文书", "Certificate issued", Kind.LINK, width=20, link="issued_document"),
    )
