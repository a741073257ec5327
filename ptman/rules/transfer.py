"""What a technology contract must hold before it is signed and registered (domain §7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ptman.labels import Label
from ptman.rules.findings import Finding, Standing

REWARDED = frozenset({"transfer", "licence"})
REWARD_BP = 5000
CIVIL_CODE, TRANSFER_LAW = "《民法典》第八百四十六条", "《促进科技成果转化法》第十八条"
REWARD_LAW = "《促进科技成果转化法》第四十五条"


@dataclass(frozen=True, slots=True)
class Contract:
    """What is known of one contract; amounts in cents, the reward in basis points, None for what is not known."""

    contract_type: str
    amount_cents: int | None
    tech_amount_cents: int | None
    payment_mode: str | None = None
    royalty_note: str = ""
    price_method: str | None = None
    publicity_from: date | None = None
    publicity_to: date | None = None
    licence_kind: str | None = None
    registration_no: str = ""
    reward_ratio_bp: int | None = None
    planned_cents: tuple[int, ...] = ()


def judge(one: Contract, reward_bp: int = REWARD_BP) -> tuple[Finding, ...]:
    """Every test that this kind of contract falls under; the inventors' share is at least `reward_bp`."""
    return tuple(_tests(one, reward_bp))


def _tests(one: Contract, reward_bp: int) -> Iterator[Finding]:
    yield _tech_amount(one)
    if (one.payment_mode or "").startswith("royalty"):
        label, cure = Label("提成约定", "Royalty note"), Label("写明提成约定", "Note how royalties are reckoned")
        yield _told("tech.royalty_note", label, cure, CIVIL_CODE, met=bool(one.royalty_note.strip()))
    if one.price_method == "negotiated":
        yield _publicity(one)
    if one.contract_type == "licence":
        label, cure = Label("许可方式", "Kind of licence"), Label("写明许可方式", "Enter the kind of licence")
        yield _told("tech.licence_kind", label, cure, met=bool(one.licence_kind))
    if one.registration_no:
        yield _registration(one.registration_no)
    if one.contract_type in REWARDED:
        yield _reward(one, reward_bp)
    if one.planned_cents:
        yield _payments(one)


def _told(code: str, label: Label, cure: Label, basis: str = "", *, met: bool) -> Finding:
    standing = Standing.MET if met else Standing.NOT_YET
    return Finding(code, label, standing, cure=None if met else cure, basis=basis)


def _tech_amount(one: Contract) -> Finding:
    code, label = "tech.amount", Label("技术交易额", "Technology amount")
    if one.amount_cents is None or one.tech_amount_cents is None:
        return Finding(code, label, Standing.UNKNOWN, cure=Label("补录合同金额", "Enter the amounts"))
    value, most = _yuan(one.tech_amount_cents), _yuan(one.amount_cents)
    over = one.tech_amount_cents - one.amount_cents
    if over <= 0:
        return Finding(code, label, Standing.MET, value, most)
    cure = Label("技术交易额不应超过合同成交总额", "It may not exceed the contract's amount")
    return Finding(code, label, Standing.NOT_YET, value, most, _yuan(over), cure=cure)


def _publicity(one: Contract) -> Finding:
    label = Label("协议定价公示", "Publicity of a negotiated price")
    cure = Label("公示成果名称和拟交易价格", "Publicise the name and the price")
    met = one.publicity_from is not None and one.publicity_to is not None and one.publicity_from <= one.publicity_to
    return _told("tech.publicity", label, cure, TRANSFER_LAW, met=met)


def _registration(number: str) -> Finding:
    label = Label("认定登记编号", "Registration number")
    good = re.fullmatch(r"[0-9]{14}|[0-9]{16}", number) is not None
    value, asked = Label(number, number), Label("14 或 16 位数字", "14 or 16 digits")
    return Finding("tech.registration_no", label, _met(good=good), value, asked, severity="warn")


def _reward(one: Contract, least_bp: int) -> Finding:
    code, label = "tech.reward_ratio", Label("奖励比例", "Share of the inventors")
    least = _share(least_bp)
    if one.reward_ratio_bp is None:
        cure = Label("补录奖励比例", "Enter the share")
        return Finding(code, label, Standing.UNKNOWN, None, least, cure=cure, severity="warn", basis=REWARD_LAW)
    value, met = _share(one.reward_ratio_bp), one.reward_ratio_bp >= least_bp
    return Finding(code, label, _met(good=met), value, least, severity="warn", basis=REWARD_LAW)


def _payments(one: Contract) -> Finding:
    code, label = "tech.payments", Label("付款计划合计", "Planned payments")
    planned = sum(one.planned_cents)
    if one.amount_cents is None:
        return Finding(code, label, Standing.UNKNOWN, _yuan(planned), severity="warn")
    off = abs(planned - one.amount_cents)
    gap = _yuan(off) if off else None
    cure = Label("使付款计划合计等于合同金额", "Let the payments make the contract's amount") if off else None
    value, asked = _yuan(planned), _yuan(one.amount_cents)
    return Finding(code, label, _met(good=not off), value, asked, gap, cure=cure, severity="warn")


def _met(*, good: bool) -> Standing:
    return Standing.MET if good else Standing.NOT_YET


def _share(basis_points: int) -> Label:
    whole, rest = divmod(basis_points, 100)
    said = f"{whole}.{rest:02d}" if rest else str(whole)
    return Label(f"{said}%", f"{said} %")


def _yuan(cents: int) -> Label:
    said = f"{cents // 100:,}.{cents % 100:02d}"
    return Label(f"{said} 元", f"CNY {said}")
