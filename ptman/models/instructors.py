"""Certified instructors, who teaches a shared course, and what a shared laboratory holds (domain §6.3)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices_resources import TeacherRole
from ptman.models.choices_talents import CertificateLevel
from ptman.models.core import Record, field, refers


class Instructor(Record):
    """Somebody whom a vendor has certified to teach its courses, such as a Huawei instructor."""

    __tablename__ = "instructor"
    __table_args__ = (
        CheckConstraint("valid_until IS NULL OR acquired_on IS NULL OR valid_until >= acquired_on", name="dates"),
    )
    LABEL: ClassVar[Label] = Label("认证讲师", "Certified instructor")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("certificate_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("name",)
    SORT: ClassVar[tuple[str, ...]] = ("name", "direction")
    TERM: ClassVar[tuple[str, str] | None] = ("acquired_on", "valid_until")
    CHIPS: ClassVar[str] = "level"
    LATEST_OF: ClassVar[tuple[str, ...]] = ("name", "unit_id", "direction")

    certificate_no: Mapped[str] = mapped_column(
        String(40), unique=True, info=field("讲师证书编号", "Certificate no.", Kind.IDENTIFIER, width=18)
    )
    name: Mapped[str] = mapped_column(String(36), info=field("姓名", "Name", Kind.NAME, rule="person_name"))
    unit_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("所在单位（空白为本院）", "Works at (blank: us)", Kind.LINK, width=22, link="organisation"),
    )
    person_id: Mapped[str | None] = mapped_column(
        refers("person.id"), index=True, info=field("人员档案", "On file as", Kind.LINK, width=12, link="person")
    )
    vendor: Mapped[str] = mapped_column(String(40), default="华为", info=field("认证机构", "Vendor", width=12))
    level: Mapped[CertificateLevel] = mapped_column(info=field("认证级别", "Level", width=8))
    direction: Mapped[str | None] = mapped_column(String(60), info=field("认证方向", "Track", width=16))
    acquired_on: Mapped[date | None] = mapped_column(info=field("取得日期", "Acquired on", Kind.DATE, rule="date"))
    valid_until: Mapped[date | None] = mapped_column(
        info=field(
            "有效期至",
            "Valid until",
            Kind.DATE,
            rule="date",
            due=Label("讲师认证到期", "Instructor's certificate expires"),
        )
    )
    phone: Mapped[str | None] = mapped_column(
        String(20),
        info=field("联系电话", "Phone", Kind.PHONE, width=14, rule="phone", sensitivity=Sensitivity.PERSONAL),
    )
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))


class ResourceTeacher(Record):
    """Who teaches it, from campus or from industry; a certified instructor is named by the certificate."""

    __tablename__ = "resource_teacher"
    __table_args__ = (UniqueConstraint("resource_id", "seq"),)
    LABEL: ClassVar[Label] = Label("授课教师", "Teacher")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("resource_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("name",)
    PART_OF: ClassVar[str] = "resource_id"

    resource_id: Mapped[str] = mapped_column(
        refers("teaching_resource.id"),
        index=True,
        info=field("教学资源", "Resource", Kind.LINK, width=24, link="teaching_resource"),
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    name: Mapped[str] = mapped_column(String(36), info=field("姓名", "Name", Kind.NAME, width=10))
    role: Mapped[TeacherRole] = mapped_column(default=TeacherRole.CAMPUS, info=field("教师类别", "Role", width=12))
    unit: Mapped[str | None] = mapped_column(String(80), info=field("单位", "Unit", width=20))
    instructor_id: Mapped[str | None] = mapped_column(
        refers("instructor.id"),
        index=True,
        info=field("讲师认证", "Certified as", Kind.LINK, width=14, link="instructor"),
    )
    share: Mapped[str | None] = mapped_column(String(80), info=field("承担内容", "Teaches", width=20))


class ResourceEquipment(Record):
    """One line of the list of equipment of a laboratory."""

    __tablename__ = "resource_equipment"
    __table_args__ = (
        UniqueConstraint("resource_id", "seq"),
        CheckConstraint("quantity >= 0", name="quantity"),
    )
    LABEL: ClassVar[Label] = Label("设备清单", "Equipment")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("resource_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("name",)
    PART_OF: ClassVar[str] = "resource_id"

    resource_id: Mapped[str] = mapped_column(
        refers("teaching_resource.id"),
        index=True,
        info=field("教学资源", "Resource", Kind.LINK, width=24, link="teaching_resource"),
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    name: Mapped[str] = mapped_column(String(60), info=field("设备名称", "Equipment", width=20))
    model: Mapped[str | None] = mapped_column(String(60), info=field("型号", "Model", width=16))
    quantity: Mapped[int] = mapped_column(default=1, info=field("数量", "Quantity", Kind.NUMBER, width=6, rule="count"))
    asset_no: Mapped[str | None] = mapped_column(
        String(40), info=field("资产编号", "Asset no.", Kind.IDENTIFIER, width=16)
    )
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=20))
