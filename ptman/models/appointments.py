"""The terms for which industry supervisors are appointed (domain §2.4)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import AppointmentStatus, AppointType
from ptman.models.choices_double import AppointedAs
from ptman.models.core import Record, field, refers


class Appointment(Record):
    """A term for which an industry supervisor is appointed; a pairing lies inside one."""

    __tablename__ = "appointment"
    __table_args__ = (CheckConstraint("term_end > term_start", name="term"),)
    LABEL: ClassVar[Label] = Label("聘任", "Appointment")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("appointment_no",)
    TERM: ClassVar[tuple[str, str] | None] = ("term_start", "term_end")
    LATEST_OF: ClassVar[tuple[str, ...]] = ("industry_supervisor_id",)
    BY_STEPS: ClassVar[bool] = True

    industry_supervisor_id: Mapped[str] = mapped_column(
        refers("industry_supervisor.id"),
        index=True,
        info=field("企业导师", "Industry supervisor", Kind.LINK, link="industry_supervisor"),
    )
    appointment_no: Mapped[str | None] = mapped_column(
        String(30), unique=True, info=field("聘书编号", "Certificate no.", Kind.IDENTIFIER, width=16)
    )
    appoint_type: Mapped[AppointType] = mapped_column(
        default=AppointType.NEW, info=field("新聘/续聘", "New/renewal", width=8, aliases=("聘任类型",))
    )
    category_code: Mapped[str | None] = mapped_column(
        refers("degree_category.code"), info=field("类别", "Category", Kind.LINK, link="degree_category")
    )
    term_start: Mapped[date] = mapped_column(
        info=field("聘期起", "From", Kind.DATE, rule="date", aliases=("聘期开始", "聘任开始", "聘期起始"))
    )
    term_end: Mapped[date] = mapped_column(
        info=field(
            "聘期止",
            "To",
            Kind.DATE,
            rule="date",
            aliases=("聘期结束", "聘任结束", "聘期终止"),
            due=Label("聘期届满", "Appointment ends"),
        )
    )
    status: Mapped[AppointmentStatus] = mapped_column(
        default=AppointmentStatus.ACTIVE, info=field("状态", "Status", width=8)
    )
    approval_doc_no: Mapped[str | None] = mapped_column(String(40), info=field("批准文号", "Approval", width=20))
    end_reason: Mapped[str | None] = mapped_column(info=field("结束原因", "Reason of ending", Kind.LONG, width=20))
    appointed_as: Mapped[AppointedAs] = mapped_column(
        default=AppointedAs.MASTER, info=field("聘任岗位", "Appointed as", width=14)
    )
    approved_by: Mapped[str | None] = mapped_column(String(60), info=field("评议机构", "Approved by", width=16))
    approved_on: Mapped[date | None] = mapped_column(info=field("批准日期", "Approved on", Kind.DATE, rule="date"))
    ended_on: Mapped[date | None] = mapped_column(info=field("结束日期", "Ended on", Kind.DATE, rule="date"))
    certificate_id: Mapped[str | None] = mapped_column(
        refers("issued_document.id"),
        index=True,
        info=field("聘书文号", "Certificate", Kind.LINK, width=20, link="issued_document"),
    )
    previous_id: Mapped[str | None] = mapped_column(
        refers("appointment.id"),
        index=True,
        info=field("续自", "Renewal of", Kind.LINK, link="appointment"),
    )

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] in {AppointmentStatus.ENDED, AppointmentStatus.REJECTED}
