"""Agreements with partners, who is party to them and how they were amended (domain §3.6)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import AgreementKind, PartyKind
from ptman.models.choices_bases import AgreementStatus, AmendmentKind
from ptman.models.core import Record, field, refers


class Agreement(Record):
    """An agreement, in force between its days once all have signed; a base's placements need one in force."""

    __tablename__ = "agreement"
    __table_args__ = (CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),)
    LABEL: ClassVar[Label] = Label("协议", "Agreement")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("agreement_no",)
    TERM: ClassVar[tuple[str, str] | None] = ("valid_from", "valid_to")
    LATEST_OF: ClassVar[tuple[str, ...]] = ("base_id", "kind")
    BY_STEPS: ClassVar[bool] = True

    agreement_no: Mapped[str] = mapped_column(
        String(40),
        unique=True,
        info=field("协议编号", "Agreement no.", Kind.IDENTIFIER, width=16, aliases=("合同编号",)),
    )
    kind: Mapped[AgreementKind] = mapped_column(info=field("协议类别", "Kind"))
    title: Mapped[str] = mapped_column(String(120), info=field("协议名称", "Title", width=30))
    base_id: Mapped[str | None] = mapped_column(
        refers("training_base.id"), index=True, info=field("基地", "Base", Kind.LINK, width=24, link="training_base")
    )
    signed_on: Mapped[date | None] = mapped_column(
        info=field("协议签订日期", "Signed on", Kind.DATE, rule="date", aliases=("签订日期",))
    )
    valid_from: Mapped[date] = mapped_column(
        info=field("协议起", "From", Kind.DATE, rule="date", aliases=("协议开始", "协议起始日期", "协议书起"))
    )
    valid_to: Mapped[date | None] = mapped_column(
        info=field(
            "协议止",
            "To",
            Kind.DATE,
            rule="date",
            aliases=("协议结束", "协议终止日期", "协议书止"),
            due=Label("协议到期", "Agreement ends"),
        )
    )
    auto_renew: Mapped[bool] = mapped_column(default=False, info=field("自动续期", "Renews itself", Kind.FLAG, width=8))
    copies: Mapped[int | None] = mapped_column(info=field("份数", "Copies", Kind.NUMBER, width=6, rule="count"))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))
    # What an office enters or imports has as a rule been signed; drafts are begun as such.
    status: Mapped[AgreementStatus] = mapped_column(
        default=AgreementStatus.SIGNED, info=field("状态", "Status", width=10)
    )
    renewal_of_id: Mapped[str | None] = mapped_column(
        refers("agreement.id"), index=True, info=field("续签自", "Renewal of", Kind.LINK, width=16, link="agreement")
    )
    safety_clause: Mapped[bool] = mapped_column(
        default=False, info=field("安全条款", "Safety clause", Kind.FLAG, width=8)
    )
    insurance_clause: Mapped[bool] = mapped_column(
        default=False, info=field("保险条款", "Insurance clause", Kind.FLAG, width=8)
    )
    ip_clause: Mapped[bool] = mapped_column(
        default=False, info=field("知识产权条款", "Clause on rights", Kind.FLAG, width=8)
    )
    secrecy_clause: Mapped[bool] = mapped_column(
        default=False, info=field("保密条款", "Confidentiality clause", Kind.FLAG, width=8)
    )

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return bool(values["auto_renew"]) or values["status"] is not AgreementStatus.SIGNED


class AgreementParty(Record):
    """One party, with the name it bore when it signed."""

    __tablename__ = "agreement_party"
    __table_args__ = (UniqueConstraint("agreement_id", "seq"),)
    LABEL: ClassVar[Label] = Label("协议方", "Party")
    PART_OF: ClassVar[str] = "agreement_id"

    agreement_id: Mapped[str] = mapped_column(
        refers("agreement.id"), index=True, info=field("协议", "Agreement", Kind.LINK, link="agreement")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    party_kind: Mapped[PartyKind] = mapped_column(info=field("协议方类型", "Kind"))
    name_snapshot: Mapped[str] = mapped_column(String(80), info=field("名称", "Name", width=24))
    signatory: Mapped[str | None] = mapped_column(String(36), info=field("签署人", "Signatory"))
    signed_on: Mapped[date | None] = mapped_column(info=field("签署日期", "Signed on", Kind.DATE, rule="date"))
    organisation_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("单位", "Organisation", Kind.LINK, width=24, link="organisation"),
    )
    student_id: Mapped[str | None] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    signatory_post: Mapped[str | None] = mapped_column(String(40), info=field("签署人职务", "Signatory's post"))
    sealed: Mapped[bool] = mapped_column(default=False, info=field("已盖章", "Sealed", Kind.FLAG, width=6))


class AgreementAmendment(Record):
    """A supplementary agreement: what of an agreement it changes, and from when."""

    __tablename__ = "agreement_amendment"
    __table_args__ = (UniqueConstraint("agreement_id", "seq"),)
    LABEL: ClassVar[Label] = Label("补充协议", "Amendment")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("agreement_id", "seq")
    PART_OF: ClassVar[str] = "agreement_id"

    agreement_id: Mapped[str] = mapped_column(
        refers("agreement.id"), index=True, info=field("协议", "Agreement", Kind.LINK, link="agreement")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    kind: Mapped[AmendmentKind] = mapped_column(info=field("变更内容", "What changes", width=10))
    before: Mapped[str | None] = mapped_column(String(200), info=field("原约定", "Before", width=24))
    after: Mapped[str] = mapped_column(String(200), info=field("新约定", "After", width=24))
    reason: Mapped[str | None] = mapped_column(info=field("原因", "Reason", Kind.LONG, width=24))
    effective_on: Mapped[date] = mapped_column(info=field("生效日期", "In force from", Kind.DATE, rule="date"))
    signed_on: Mapped[date | None] = mapped_column(info=field("签订日期", "Signed on", Kind.DATE, rule="date"))
    new_end: Mapped[date | None] = mapped_column(info=field("新的协议止", "New end", Kind.DATE, rule="date"))
