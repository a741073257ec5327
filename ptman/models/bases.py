"""Training bases, the periods of practice, and the seats a base has in a period (domain §3.2, §3.4)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices import BaseKind, BaseLevel, BaseStatus
from ptman.models.core import Record, field, refers
from ptman.models.supervisors import CODES_ONLY


class TrainingBase(Record):
    """A platform for practice run with a host organisation; its plaque hangs there until it is taken back."""

    __tablename__ = "training_base"
    __table_args__ = (
        CheckConstraint("capacity_per_batch >= 0", name="capacity"),
        CheckConstraint(CODES_ONLY.format("category_codes"), name="category_codes"),
    )
    LABEL: ClassVar[Label] = Label("基地", "Training base")
    IMPORTED: ClassVar[bool] = False  # rosters have books of their own
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("base_no",)
    BY_STEPS: ClassVar[bool] = True

    base_no: Mapped[str] = mapped_column(
        String(20),
        unique=True,
        info=field("基地编号", "Base no.", Kind.IDENTIFIER, width=10, rule="staff_no", aliases=("编号", "Base number")),
    )
    name: Mapped[str] = mapped_column(
        String(80), info=field("基地名称", "Base", width=26, aliases=("实习基地名称", "基地", "Base name"))
    )
    host_organisation_id: Mapped[str] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field(
            "依托单位",
            "Host",
            Kind.LINK,
            width=24,
            link="organisation",
            aliases=("单位名称", "实践单位", "实习单位", "接收单位", "公司名称", "Host organisation"),
        ),
    )
    base_kind: Mapped[BaseKind] = mapped_column(info=field("基地类型", "Kind", width=18, aliases=("类型", "基地类别")))
    level: Mapped[BaseLevel] = mapped_column(info=field("级别", "Level", width=8, aliases=("基地级别",)))
    category_codes: Mapped[str | None] = mapped_column(
        info=field("面向类别", "Categories", Kind.CODES, width=16, rule="category_codes", aliases=("面向专业",))
    )
    capacity_per_batch: Mapped[int | None] = mapped_column(
        info=field(
            "每批容量",
            "Seats a period",
            Kind.NUMBER,
            width=8,
            rule="count",
            aliases=("容量", "接收人数", "最大接纳人数"),
        )
    )
    address: Mapped[str | None] = mapped_column(
        String(160), info=field("详细地址", "Address", width=30, aliases=("地址", "基地地址"))
    )
    region_code: Mapped[str | None] = mapped_column(
        String(6), info=field("行政区划", "Region code", Kind.IDENTIFIER, width=8, rule="region_code")
    )
    plaque_on: Mapped[date | None] = mapped_column(info=field("挂牌日期", "Plaque on", Kind.DATE, rule="date"))
    plaque_no: Mapped[str | None] = mapped_column(
        String(40), info=field("铭牌编号", "Plaque no.", Kind.IDENTIFIER, width=12)
    )
    plaque_back_on: Mapped[date | None] = mapped_column(
        info=field("铭牌收回日期", "Plaque taken back on", Kind.DATE, rule="date")
    )
    campus_leader: Mapped[str | None] = mapped_column(String(36), info=field("校方负责人", "Campus leader"))
    host_leader: Mapped[str | None] = mapped_column(
        String(36), info=field("基地负责人", "Host leader", aliases=("负责人",))
    )
    contact_name: Mapped[str | None] = mapped_column(
        String(36), info=field("联系人", "Contact", rule="person_name", aliases=("合作方联系人",))
    )
    contact_phone: Mapped[str | None] = mapped_column(
        String(20),
        info=field(
            "联系电话",
            "Contact phone",
            Kind.PHONE,
            width=14,
            rule="phone",
            aliases=("电话", "联系人电话"),
            sensitivity=Sensitivity.PERSONAL,
        ),
    )
    safety_officer: Mapped[str | None] = mapped_column(String(36), info=field("安全责任人", "Safety officer"))
    status: Mapped[BaseStatus] = mapped_column(default=BaseStatus.ACTIVE, info=field("状态", "Status", width=8))
    approved_on: Mapped[date | None] = mapped_column(info=field("批准日期", "Approved on", Kind.DATE, rule="date"))
    approval_doc_no: Mapped[str | None] = mapped_column(String(40), info=field("批文号", "Approval", width=18))
    stipend_note: Mapped[str | None] = mapped_column(
        String(120), info=field("待遇与食宿", "Stipend and board", width=20)
    )
    closed_on: Mapped[date | None] = mapped_column(info=field("撤销日期", "Closed on", Kind.DATE, rule="date"))


class Period(Record):
    """A stretch of practice of one cohort; without one, its dates come from the rule parameters."""

    __tablename__ = "period"
    __table_args__ = (
        CheckConstraint("ends_on > starts_on", name="dates"),
        UniqueConstraint("cohort_year", "name"),
    )
    LABEL: ClassVar[Label] = Label("实践批次", "Period")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("cohort_year", "name")
    TERM: ClassVar[tuple[str, str] | None] = ("starts_on", "ends_on")

    cohort_year: Mapped[int] = mapped_column(info=field("年级", "Cohort", Kind.NUMBER, width=6, rule="year"))
    name: Mapped[str] = mapped_column(String(40), info=field("批次", "Period", width=16))
    starts_on: Mapped[date] = mapped_column(info=field("开始日期", "From", Kind.DATE, rule="date"))
    ends_on: Mapped[date] = mapped_column(info=field("结束日期", "To", Kind.DATE, rule="date"))


class BaseSeats(Record):
    """How many students a base takes in a period; without a row the base's own capacity counts."""

    __tablename__ = "base_seats"
    __table_args__ = (
        CheckConstraint("seats >= 0", name="seats"),
        UniqueConstraint("base_id", "period_id"),
    )
    LABEL: ClassVar[Label] = Label("批次容量", "Seats")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("base_id", "period_id")

    base_id: Mapped[str] = mapped_column(
        refers("training_base.id"), index=True, info=field("基地", "Base", Kind.LINK, width=24, link="training_base")
    )
    period_id: Mapped[str] = mapped_column(
        refers("period.id"), index=True, info=field("批次", "Period", Kind.LINK, link="period")
    )
    seats: Mapped[int] = mapped_column(info=field("容量", "Seats", Kind.NUMBER, width=6, rule="count"))
