"""Organisations, the names they had, and whom the office calls there (domain §3.1)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices import OrgType
from ptman.models.core import Record, field, refers


class Organisation(Record):
    """A unit that hosts, employs or co-operates; `name` is the one in force today."""

    __tablename__ = "organisation"
    LABEL: ClassVar[Label] = Label("单位", "Organisation")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("uscc",)

    name: Mapped[str] = mapped_column(
        String(80),
        index=True,
        info=field("单位名称", "Organisation", width=24, aliases=("公司名称", "企业名称", "工作单位", "依托单位")),
    )
    uscc: Mapped[str | None] = mapped_column(
        String(18),
        unique=True,
        info=field(
            "统一社会信用代码", "Credit code", Kind.IDENTIFIER, width=20, rule="uscc", aliases=("信用代码", "USCC")
        ),
    )
    short_name: Mapped[str | None] = mapped_column(String(30), info=field("简称", "Short name"))
    name_en: Mapped[str | None] = mapped_column(String(120), info=field("英文名称", "English name", width=30))
    org_type: Mapped[OrgType | None] = mapped_column(info=field("单位类型", "Type", aliases=("单位性质",)))
    region_code: Mapped[str | None] = mapped_column(
        String(6), info=field("行政区划", "Region code", Kind.IDENTIFIER, width=8, rule="region_code")
    )
    address: Mapped[str | None] = mapped_column(
        String(160), info=field("详细地址", "Address", width=30, aliases=("地址", "通讯地址"))
    )
    postal_code: Mapped[str | None] = mapped_column(
        String(6),
        info=field("邮编", "Postal code", Kind.IDENTIFIER, width=8, rule="postal_code", aliases=("邮政编码",)),
    )
    staff_count: Mapped[int | None] = mapped_column(info=field("职工人数", "Staff", Kind.NUMBER, width=8, rule="count"))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))


class OrganisationName(Record):
    """A name an organisation bore over a time; documents print the one valid on their day."""

    __tablename__ = "organisation_name"
    __table_args__ = (CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),)
    LABEL: ClassVar[Label] = Label("曾用名", "Former name")

    organisation_id: Mapped[str] = mapped_column(
        refers("organisation.id"), index=True, info=field("单位", "Organisation", Kind.LINK, link="organisation")
    )
    name: Mapped[str] = mapped_column(String(80), info=field("名称", "Name", width=24))
    valid_from: Mapped[date | None] = mapped_column(info=field("启用日期", "From", Kind.DATE, rule="date"))
    valid_to: Mapped[date | None] = mapped_column(info=field("停用日期", "To", Kind.DATE, rule="date"))


class Contact(Record):
    """A person to call at an organisation, without an account and without a file of their own."""

    __tablename__ = "contact"
    LABEL: ClassVar[Label] = Label("联系人", "Contact")

    organisation_id: Mapped[str] = mapped_column(
        refers("organisation.id"), index=True, info=field("单位", "Organisation", Kind.LINK, link="organisation")
    )
    name: Mapped[str] = mapped_column(String(36), info=field("联系人", "Contact", Kind.NAME, rule="person_name"))
    duty: Mapped[str | None] = mapped_column(String(20), info=field("职责", "Duty"))
    post: Mapped[str | None] = mapped_column(String(40), info=field("职务", "Post"))
    phone: Mapped[str | None] = mapped_column(
        String(20),
        info=field(
            "联系电话", "Phone", Kind.PHONE, width=14, rule="phone", aliases=("电话",), sensitivity=Sensitivity.PERSONAL
        ),
    )
    email: Mapped[str | None] = mapped_column(
        String(120),
        info=field("邮箱", "Email", Kind.EMAIL, width=24, rule="email", sensitivity=Sensitivity.PERSONAL),
    )
