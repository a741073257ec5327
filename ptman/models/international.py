"""International activities and the students who take part in them (domain §6.5)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_talents import ActivityKind
from ptman.models.core import Record, field, refers


class InternationalActivity(Record):
    """An exchange, a stay or a conference with a partner abroad."""

    __tablename__ = "international_activity"
    __table_args__ = (CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates"),)
    LABEL: ClassVar[Label] = Label("国际活动", "International activity")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("activity_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("activity_no", "name")
    SORT: ClassVar[tuple[str, ...]] = ("-starts_on", "activity_no")
    CHIPS: ClassVar[str] = "kind"
    TERM: ClassVar[tuple[str, str] | None] = ("starts_on", "ends_on")

    activity_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("活动编号", "Activity no.", Kind.IDENTIFIER, width=14)
    )
    name: Mapped[str] = mapped_column(String(120), info=field("活动名称", "Activity", width=28))
    kind: Mapped[ActivityKind] = mapped_column(info=field("活动类别", "Kind", width=12))
    partner_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("外方单位", "Partner abroad", Kind.LINK, width=24, link="organisation"),
    )
    country: Mapped[str] = mapped_column(String(40), info=field("国家（地区）", "Country or region", width=12))
    agreement_id: Mapped[str | None] = mapped_column(
        refers("agreement.id"), index=True, info=field("协议", "Agreement", Kind.LINK, link="agreement")
    )
    starts_on: Mapped[date] = mapped_column(info=field("开始日期", "From", Kind.DATE, rule="date"))
    ends_on: Mapped[date | None] = mapped_column(
        info=field(
            "结束日期",
            "To",
            Kind.DATE,
            rule="date",
            due=Label("国际活动成果待登记", "Outcome of an activity to be recorded"),
        )
    )
    funding: Mapped[str | None] = mapped_column(String(80), info=field("经费来源", "Funding", width=16))
    approval_no: Mapped[str | None] = mapped_column(
        String(40), info=field("批文号", "Approval no.", Kind.IDENTIFIER, width=16)
    )
    approved_on: Mapped[date | None] = mapped_column(info=field("批准日期", "Approved on", Kind.DATE, rule="date"))
    outcome: Mapped[str | None] = mapped_column(info=field("成果", "Outcome", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["outcome"] is not None


class InternationalStudent(Record):
    """A student who takes part; `consent_on` is the separate consent to personal data going abroad."""

    __tablename__ = "international_student"
    __table_args__ = (
        UniqueConstraint("activity_id", "student_id"),
        CheckConstraint("ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on", name="dates"),
    )
    LABEL: ClassVar[Label] = Label("参加学生", "Participant")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("activity_id", "student_id")
    TITLE: ClassVar[tuple[str, ...]] = ("student_id",)
    PART_OF: ClassVar[str] = "activity_id"
    TERM: ClassVar[tuple[str, str] | None] = ("starts_on", "ends_on")

    activity_id: Mapped[str] = mapped_column(
        refers("international_activity.id"),
        index=True,
        info=field("国际活动", "Activity", Kind.LINK, width=24, link="international_activity"),
    )
    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, width=16, link="student")
    )
    starts_on: Mapped[date | None] = mapped_column(info=field("出境日期", "Leaves on", Kind.DATE, rule="date"))
    ends_on: Mapped[date | None] = mapped_column(info=field("返回日期", "Returns on", Kind.DATE, rule="date"))
    supervisor_abroad: Mapped[str | None] = mapped_column(
        String(60), info=field("境外导师", "Supervisor abroad", width=16)
    )
    consent_on: Mapped[date | None] = mapped_column(
        info=field("个人信息出境单独同意", "Consent to data abroad", Kind.DATE, rule="date", width=14)
    )
    outcome: Mapped[str | None] = mapped_column(info=field("成果", "Outcome", Kind.LONG, width=24))
