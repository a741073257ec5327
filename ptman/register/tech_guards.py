"""What must hold before steps of technology contracts and payments, and what those steps change besides."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.models import ContractPayment, TechContract
from ptman.models.choices_technology import PaymentStatus, PriceMethod
from ptman.models.core import Record
from ptman.rules import transfer
from ptman.rules.findings import Finding
from ptman.rules.transfer import Contract

_REWARD = "tech.reward_ratio_min_bp"
NOT_PUBLIC = Label(
    "协议定价须先公示成果名称和拟交易价格，公示期尚未结束。",
    "A negotiated price must be publicised first, and the publicity is not over.",
)
NO_PAYMENT = Label("还没有付款计划。", "No payments are planned yet.")


def judge(session: Session, contract: TechContract, today: date) -> tuple[Finding, ...]:
    """Every test the contract falls under."""
    planned = tuple(one.planned for one in payments(session, contract.id))
    limit = parameters.limits(session, today.year).get(_REWARD)
    asked = Contract(
        contract_type=str(contract.contract_type),
        amount_cents=contract.amount,
        tech_amount_cents=contract.tech_amount,
        payment_mode=str(contract.payment_mode) if contract.payment_mode else None,
        royalty_note=contract.royalty_note or "",
        price_method=str(contract.price_method) if contract.price_method else None,
        publicity_from=contract.publicity_from,
        publicity_to=contract.publicity_to,
        licence_kind=str(contract.licence_kind) if contract.licence_kind else None,
        registration_no=contract.registration_no or "",
        reward_ratio_bp=contract.reward_ratio,
        planned_cents=planned,
    )
    return transfer.judge(asked, limit.value if limit else transfer.REWARD_BP)


def payments(session: Session, contract: str) -> tuple[ContractPayment, ...]:
    one = ContractPayment
    query = select(one).where(one.contract_id == contract, one.retired_on.is_(None)).order_by(one.seq)
    return tuple(session.scalars(query))


def _checks(session: Session, record: Record, today: date) -> Label | None:
    failing = [one for one in judge(session, _contract(record), today) if one.blocks]
    if not failing:
        return None
    zh = "；".join(f"{one.label.zh}：{one.cure.zh if one.cure else one.standing.label.zh}" for one in failing)
    en = "; ".join(f"{one.label.en}: {one.cure.en if one.cure else one.standing.label.en}" for one in failing)
    return Label(f"{zh}。", f"{en}.")


def _public(session: Session, record: Record, today: date) -> Label | None:
    """The last day of the publicity must be past."""
    del session
    one = _contract(record)
    if one.price_method is not PriceMethod.NEGOTIATED:
        return None
    return None if one.publicity_to is not None and one.publicity_to < today else NOT_PUBLIC


def _received(session: Session, record: Record, today: date) -> Label | None:
    del today
    found = payments(session, record.id)
    if not found:
        return NO_PAYMENT
    open_ = [one for one in found if one.status is not PaymentStatus.RECEIVED]
    if not open_:
        return None
    zh = "、".join(f"第{one.seq}期" for one in open_)
    en = ", ".join(f"no. {one.seq}" for one in open_)
    return Label(f"尚未到账：{zh}。", f"Not received yet: {en}.")


def _sign(session: Session, record: Record, today: date) -> None:
    del session
    one = _contract(record)
    one.signed_on = one.signed_on or today


def _register(session: Session, record: Record, today: date) -> None:
    del session
    one = _contract(record)
    one.registered_on = one.registered_on or today


def _accept(session: Session, record: Record, today: date) -> None:
    del session
    one = _contract(record)
    one.accepted_on = one.accepted_on or today


def _invoice(session: Session, record: Record, today: date) -> None:
    del session
    one = _payment(record)
    one.invoiced_on = one.invoiced_on or today


def _receive(session: Session, record: Record, today: date) -> None:
    """In full: what was planned."""
    del session
    one = _payment(record)
    one.received_on, one.received = one.received_on or today, one.planned


def _contract(record: Record) -> TechContract:
    if not isinstance(record, TechContract):
        raise TypeError(f"{record} is no technology contract")
    return record


def _payment(record: Record) -> ContractPayment:
    if not isinstance(record, ContractPayment):
        raise TypeError(f"{record} is no payment")
    return record


CONTRACT_GUARDS = {"contract_checks_pass": _checks, "price_publicised": _public, "payments_received": _received}
CONTRACT_EFFECTS = {"sign": _sign, "register": _register, "accept": _accept}
PAYMENT_EFFECTS = {"invoice": _invoice, "receive": _receive}
