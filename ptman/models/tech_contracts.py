"""Technology contracts: kinds, parties, money, rights, registration and acceptance (domain §7)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_technology import (
    AcceptanceResult,
    ContractStatus,
    ContractType,
    LicenceKind,
    Ownership,
    PaymentMode,
    PriceMethod,
)
from ptman.models.core import Record, Rule, field, refers

OVER = frozenset({ContractStatus.CLOSED, ContractStatus.TERMINATED, ContractStatus.SETTLED})


def _amounts(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], tuple[str, Label]]]:
    amount, part = values["amount"], values["tech_amount"]
    if isinstance(amount, int) and isinstance(part, int) and part > amount:
        yield ("amount", "tech_amount"), ("tech_amount", Label("不超过合同成交总额", "at most the contract's amount"))


class TechContract(Record):
    """One contract. A party left blank is the institute itself; amounts are in cents, ratios in hundredths."""

    __tablename__ = "tech_contract"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from", name="dates"),
        CheckConstraint("amount IS NULL OR amount >= 0", name="amount"),
        CheckConstraint("tech_amount IS NULL OR amount IS NULL OR tech_amount <= amount", name="tech_amount"),
        CheckConstraint("reward_ratio IS NULL OR reward_ratio BETWEEN 0 AND 10000", name="reward_ratio"),
    )
    LABEL: ClassVar[Label] = Label("技术合同", "Technology contract")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("contract_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("contract_no", "name")
    CHIPS: ClassVar[str] = "status"
    TERM: ClassVar[tuple[str, str] | None] = ("valid_from", "valid_to")
    RULES: ClassVar[tuple[Rule, ...]] = (_amounts,)
    BY_STEPS: ClassVar[bool] = True

    contract_no: Mapped[str] = mapped_column(
        String(40), unique=True, info=field("合同编号", "Contract no.", Kind.IDENTIFIER, width=16)
    )
    name: Mapped[str] = mapped_column(String(120), info=field("合同名称", "Contract", width=30))
    contract_type: Mapped[ContractType] = mapped_column(info=field("合同类型", "Kind", width=10))
    project_id: Mapped[str | None] = mapped_column(
        refers("tech_project.id"),
        index=True,
        info=field("技术项目", "Project", Kind.LINK, width=20, link="tech_project"),
    )
    buyer_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("买方（空白为本院）", "Buyer (blank: us)", Kind.LINK, width=22, link="organisation"),
    )
    seller_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("卖方（空白为本院）", "Seller (blank: us)", Kind.LINK, width=22, link="organisation"),
    )
    status: Mapped[ContractStatus] = mapped_column(default=ContractStatus.LEAD, info=field("状态", "Status", width=10))
    signed_on: Mapped[date | None] = mapped_column(info=field("签订日期", "Signed on", Kind.DATE, rule="date"))
    valid_from: Mapped[date | None] = mapped_column(info=field("有效期起", "From", Kind.DATE, rule="date"))
    valid_to: Mapped[date | None] = mapped_column(
        info=field("有效期止", "To", Kind.DATE, rule="date", due=Label("技术合同到期", "Technology contract ends"))
    )
    amount: Mapped[int | None] = mapped_column(
        BigInteger, info=field("成交总额（元）", "Amount (yuan)", Kind.MONEY, width=12)
    )
    tech_amount: Mapped[int | None] = mapped_column(
        BigInteger, info=field("技术交易额（元）", "Technology amount (yuan)", Kind.MONEY, width=12)
    )
    payment_mode: Mapped[PaymentMode | None] = mapped_column(info=field("支付方式", "Payment", width=10))
    royalty_note: Mapped[str | None] = mapped_column(info=field("提成约定", "Royalties", Kind.LONG, width=20))
    price_method: Mapped[PriceMethod | None] = mapped_column(info=field("定价方式", "Pricing", width=10))
    publicity_from: Mapped[date | None] = mapped_column(info=field("公示起", "Publicised from", Kind.DATE, rule="date"))
    publicity_to: Mapped[date | None] = mapped_column(info=field("公示止", "Publicised to", Kind.DATE, rule="date"))
    licence_kind: Mapped[LicenceKind | None] = mapped_column(info=field("许可方式", "Kind of licence", width=10))
    ownership: Mapped[Ownership | None] = mapped_column(info=field("成果归属", "Results belong to", width=10))
    reward_ratio: Mapped[int | None] = mapped_column(
        info=field("奖励比例（%）", "Inventors' share (%)", Kind.PERCENT, width=10)
    )
    registration_no: Mapped[str | None] = mapped_column(
        String(20), info=field("认定登记编号", "Registration no.", Kind.IDENTIFIER, width=18)
    )
    registered_on: Mapped[date | None] = mapped_column(info=field("登记日期", "Registered on", Kind.DATE, rule="date"))
    registered_by: Mapped[str | None] = mapped_column(String(80), info=field("登记机构", "Registered by", width=18))
    secret_until: Mapped[date | None] = mapped_column(
        info=field("保密至", "Confidential until", Kind.DATE, rule="date")
    )
    accepted_on: Mapped[date | None] = mapped_column(info=field("验收日期", "Accepted on", Kind.DATE, rule="date"))
    acceptance: Mapped[AcceptanceResult | None] = mapped_column(info=field("验收结果", "Acceptance", width=10))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] in OVER
