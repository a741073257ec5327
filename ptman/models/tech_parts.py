"""What belongs to a technology contract: further parties, rights, payments (domain §7)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_technology import PaymentStatus, RightKind
from ptman.models.core import Record, field, refers


class TechParty(Record):
    """A party as the contract names it, with who signed for it."""

    __tablename__ = "tech_party"
    __table_args__ = (UniqueConstraint("contract_id", "seq"),)
    LABEL: ClassVar[Label] = Label("合同方", "Further party")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("contract_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("name",)
    PART_OF: ClassVar[str] = "contract_id"

    contract_id: Mapped[str] = mapped_column(
        refers("tech_contract.id"), index=True, info=field("合同", "Contract", Kind.LINK, link="tech_contract")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    capacity: Mapped[str] = mapped_column(String(20), info=field("身份", "Capacity", width=8))
    name: Mapped[str] = mapped_column(String(80), info=field("名称", "Name", width=26))
    organisation_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("单位", "Organisation", Kind.LINK, width=22, link="organisation"),
    )
    signatory: Mapped[str | None] = mapped_column(String(36), info=field("签署人", "Signatory"))
    signed_on: Mapped[date | None] = mapped_column(info=field("签署日期", "Signed on", Kind.DATE, rule="date"))


class TechRight(Record):
    """A right the contract is about or its work brings."""

    __tablename__ = "tech_right"
    __table_args__ = (UniqueConstraint("contract_id", "seq"),)
    LABEL: ClassVar[Label] = Label("知识产权", "Right")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("contract_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("title",)
    PART_OF: ClassVar[str] = "contract_id"

    contract_id: Mapped[str] = mapped_column(
        refers("tech_contract.id"), index=True, info=field("合同", "Contract", Kind.LINK, link="tech_contract")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    kind: Mapped[RightKind] = mapped_column(info=field("类别", "Kind", width=12))
    title: Mapped[str] = mapped_column(String(120), info=field("名称", "Title", width=28))
    number: Mapped[str | None] = mapped_column(String(40), info=field("权利编号", "Number", Kind.IDENTIFIER, width=18))
    applicant: Mapped[str | None] = mapped_column(String(80), info=field("申请人", "Applicant", width=16))
    owner: Mapped[str | None] = mapped_column(String(80), info=field("权利人", "Owner", width=16))
    applied_on: Mapped[date | None] = mapped_column(info=field("申请日期", "Applied on", Kind.DATE, rule="date"))
    granted_on: Mapped[date | None] = mapped_column(info=field("授权日期", "Granted on", Kind.DATE, rule="date"))
    expires_on: Mapped[date | None] = mapped_column(info=field("届满日期", "Expires on", Kind.DATE, rule="date"))
    legal_status: Mapped[str | None] = mapped_column(String(40), info=field("法律状态", "Legal status", width=12))


class ContractPayment(Record):
    """One instalment: planned, invoiced, received."""

    __tablename__ = "contract_payment"
    __table_args__ = (
        UniqueConstraint("contract_id", "seq"),
        CheckConstraint("planned >= 0", name="planned"),
        CheckConstraint("received IS NULL OR received >= 0", name="received"),
    )
    LABEL: ClassVar[Label] = Label("合同付款", "Payment")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("contract_id", "seq")
    CHIPS: ClassVar[str] = "status"
    PART_OF: ClassVar[str] = "contract_id"
    BY_STEPS: ClassVar[bool] = True

    contract_id: Mapped[str] = mapped_column(
        refers("tech_contract.id"),
        index=True,
        info=field("合同", "Contract", Kind.LINK, width=24, link="tech_contract"),
    )
    seq: Mapped[int] = mapped_column(info=field("期次", "No.", Kind.NUMBER, width=6))
    planned_on: Mapped[date] = mapped_column(
        info=field("计划日期", "Planned on", Kind.DATE, rule="date", due=Label("合同付款到期", "Payment due"))
    )
    planned: Mapped[int] = mapped_column(
        BigInteger, info=field("计划金额（元）", "Planned (yuan)", Kind.MONEY, width=12)
    )
    status: Mapped[PaymentStatus] = mapped_column(default=PaymentStatus.PLANNED, info=field("状态", "Status", width=10))
    invoiced_on: Mapped[date | None] = mapped_column(info=field("开票日期", "Invoiced on", Kind.DATE, rule="date"))
    invoice_no: Mapped[str | None] = mapped_column(
        String(30), info=field("发票号码", "Invoice no.", Kind.IDENTIFIER, width=16)
    )
    received_on: Mapped[date | None] = mapped_column(info=field("到账日期", "Received on", Kind.DATE, rule="date"))
    received: Mapped[int | None] = mapped_column(
        BigInteger, info=field("到账金额（元）", "Received (yuan)", Kind.MONEY, width=12)
    )

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] is PaymentStatus.RECEIVED
