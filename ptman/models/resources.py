"""Teaching resources that the office and its partners share, each kind with columns of its own (domain §6.3)."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices_resources import (
    Booking,
    Delivery,
    ResourceKind,
    ResourceStatus,
    ShareScope,
)
from ptman.models.choices_talents import CertificateLevel
from ptman.models.core import Record, Rule, field, refers

COURSE, CASE, LAB = (("kind", one.value) for one in (ResourceKind.COURSE, ResourceKind.CASE, ResourceKind.LAB))
WRITTEN = ("kind", ResourceKind.CASE, ResourceKind.TEXTBOOK, ResourceKind.LECTURE, ResourceKind.PROJECT_TOPIC)
TAUGHT = ("kind", ResourceKind.COURSE, ResourceKind.LECTURE)
BOOK, CERTIFIED = ("kind", ResourceKind.TEXTBOOK), ("kind", ResourceKind.CERTIFICATION)
VERSIONED = ("kind", ResourceKind.LICENCE, ResourceKind.DATASET, ResourceKind.TEXTBOOK)
Found = Iterator[tuple[tuple[str, ...], tuple[str, Label]]]


def _shared(values: Mapping[str, Any]) -> Found:
    capacity = values["capacity"]
    if capacity == 0:
        yield ("capacity",), ("capacity", Label("1 以上的整数", "a whole number from 1"))
    if values["booking"] == Booking.SHARE and capacity is None:
        fault = Label("可用数量（按数量共用时必填）", "how many there are to be shared")
        yield ("booking", "capacity"), ("capacity", fault)


def _hours(values: Mapping[str, Any]) -> Found:
    opens, closes = values["opens_at"], values["closes_at"]
    if isinstance(opens, time) and isinstance(closes, time) and closes <= opens:
        yield ("opens_at", "closes_at"), ("closes_at", Label("晚于开放时间的时间", "a time after the opening"))


class TeachingResource(Record):
    """Something to teach with. An empty owner is the office's own institute."""

    __tablename__ = "teaching_resource"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from", name="dates"),
        CheckConstraint("capacity > 0", name="capacity"),
        CheckConstraint("booking <> 'share' OR capacity IS NOT NULL", name="shared"),
        CheckConstraint("closes_at IS NULL OR opens_at IS NULL OR closes_at > opens_at", name="hours"),
    )
    LABEL: ClassVar[Label] = Label("教学资源", "Teaching resource")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("resource_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("name",)
    SEARCHED: ClassVar[tuple[str, ...]] = ("course_code", "authors", "isbn", "library_no")
    CHIPS: ClassVar[str] = "kind"
    TERM: ClassVar[tuple[str, str] | None] = ("valid_from", "valid_to")
    RULES: ClassVar[tuple[Rule, ...]] = (_shared, _hours)

    resource_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("资源编号", "Resource no.", Kind.IDENTIFIER, width=14)
    )
    name: Mapped[str] = mapped_column(String(120), info=field("资源名称", "Resource", width=28))
    kind: Mapped[ResourceKind] = mapped_column(info=field("类别", "Kind", width=12))
    status: Mapped[ResourceStatus] = mapped_column(
        default=ResourceStatus.PUBLISHED, info=field("状态", "Status", width=10)
    )
    owner_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("提供单位（空白为本院）", "Owner (blank: us)", Kind.LINK, width=22, link="organisation"),
    )
    share_scope: Mapped[ShareScope] = mapped_column(
        default=ShareScope.PARTNER, info=field("共享范围", "Shared with", width=10)
    )
    contact: Mapped[str | None] = mapped_column(String(36), info=field("联系人", "Contact", width=10))
    contact_phone: Mapped[str | None] = mapped_column(
        String(20),
        info=field("联系电话", "Phone", Kind.PHONE, width=14, rule="phone", sensitivity=Sensitivity.PERSONAL),
    )
    agreement_id: Mapped[str | None] = mapped_column(
        refers("agreement.id"), index=True, info=field("依据协议", "Agreement", Kind.LINK, width=20, link="agreement")
    )
    valid_from: Mapped[date | None] = mapped_column(info=field("有效期起", "Valid from", Kind.DATE, rule="date"))
    valid_to: Mapped[date | None] = mapped_column(
        info=field("有效期止", "Valid to", Kind.DATE, rule="date", due=Label("资源共享到期", "Shared resource expires"))
    )
    booking: Mapped[Booking] = mapped_column(default=Booking.WHOLE, info=field("预约方式", "Booked", width=12))
    capacity: Mapped[int | None] = mapped_column(
        info=field("可用数量（人、套）", "Capacity (people, copies)", Kind.NUMBER, width=8, rule="count")
    )
    location: Mapped[str | None] = mapped_column(String(80), info=field("地点", "Place", width=20))
    url: Mapped[str | None] = mapped_column(String(200), info=field("网址", "Address on the web", width=24))
    opens_at: Mapped[time | None] = mapped_column(info=field("每日开放", "Opens", Kind.TIME, width=8, only=LAB))
    closes_at: Mapped[time | None] = mapped_column(info=field("每日关闭", "Closes", Kind.TIME, width=8, only=LAB))
    category_code: Mapped[str | None] = mapped_column(
        refers("degree_category.code"),
        index=True,
        info=field("专业学位类别", "Category", Kind.LINK, width=16, link="degree_category"),
    )
    course_code: Mapped[str | None] = mapped_column(
        String(30), info=field("课程代码", "Course code", Kind.IDENTIFIER, width=12, only=COURSE)
    )
    hours: Mapped[int | None] = mapped_column(info=field("学时", "Hours", Kind.NUMBER, width=6, only=TAUGHT))
    credits: Mapped[int | None] = mapped_column(info=field("学分", "Credits", Kind.TENTHS, width=6, only=COURSE))
    delivery: Mapped[Delivery | None] = mapped_column(info=field("授课方式", "Delivery", width=8, only=COURSE))
    is_ict: Mapped[bool] = mapped_column(
        default=False, info=field("华为 ICT 学院课程", "Huawei ICT Academy course", Kind.FLAG, width=8, only=COURSE)
    )
    ict_code: Mapped[str | None] = mapped_column(
        String(30), info=field("华为课程代码", "Huawei course code", Kind.IDENTIFIER, width=12, only=COURSE)
    )
    authors: Mapped[str | None] = mapped_column(
        String(120), info=field("作者（主讲、提出人）", "Authors or speakers", width=18, only=WRITTEN)
    )
    source_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("案例来源企业", "Enterprise of the case", Kind.LINK, width=22, link="organisation", only=CASE),
    )
    teaching_note: Mapped[bool] = mapped_column(
        default=False, info=field("有教学说明", "Has a teaching note", Kind.FLAG, width=8, only=CASE)
    )
    authorised: Mapped[bool] = mapped_column(
        default=False, info=field("有授权书", "Has a letter of authorisation", Kind.FLAG, width=8, only=CASE)
    )
    library_no: Mapped[str | None] = mapped_column(
        String(40), info=field("案例库入库号", "Case library no.", Kind.IDENTIFIER, width=14, only=CASE)
    )
    library_on: Mapped[date | None] = mapped_column(
        info=field("入库日期", "Entered on", Kind.DATE, rule="date", only=CASE)
    )
    isbn: Mapped[str | None] = mapped_column(
        String(20), info=field("书号（ISBN）", "ISBN", Kind.IDENTIFIER, width=16, only=BOOK)
    )
    publisher: Mapped[str | None] = mapped_column(String(60), info=field("出版社", "Publisher", width=16, only=BOOK))
    edition: Mapped[str | None] = mapped_column(
        String(40), info=field("版本与格式", "Version and format", width=14, only=VERSIONED)
    )
    vendor: Mapped[str | None] = mapped_column(String(40), info=field("认证机构", "Vendor", width=14, only=CERTIFIED))
    level: Mapped[CertificateLevel | None] = mapped_column(info=field("认证级别", "Level", width=8, only=CERTIFIED))
    ip_owner: Mapped[str | None] = mapped_column(String(80), info=field("知识产权归属", "Rights held by", width=18))
    licence_terms: Mapped[str | None] = mapped_column(info=field("许可条件", "Terms of use", Kind.LONG, width=24))
    summary: Mapped[str | None] = mapped_column(info=field("简介", "Summary", Kind.LONG, width=30))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return bool(values["status"] == ResourceStatus.WITHDRAWN)
