"""Agreements with partners and who is party to them (domain §3.6)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import AgreementKind, PartyKind
from ptman.models.core import Record, field, refers


class Agreement(Record):
    """A signed agreement; a base's placements need one in force."""

    __tablename__ = "agreement"
    __table_args__ = (CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),)
    LABEL: ClassVar[Label] = Label("协议", "Agreement")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("agreement_no",)
    TERM: ClassVar[tuple[str, str] | None] = ("valid_from", "valid_to")
    LATEST_OF: ClassVar[tuple[str, ...]] = ("base_id", "kind")

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

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return bool(values["auto_renew"])


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
