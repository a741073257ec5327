"""The ledger of technology contracts as a list for screen and workbook, and as a printed page."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.technology import reading
from ptman.aspects.technology.reading import Contract, Instalment
from ptman.fields import Kind
from ptman.labels import Label, Lang
from ptman.listing import Column, Listing, Value
from ptman.models import ContractPayment, TechContract
from ptman.models.choices_technology import ContractStatus
from ptman.register import columns, rows
from ptman.register.sender import sender
from ptman.reports.report import Align, Block, Format, Heading, Report, Table
from ptman.rules import measures

LEDGER = rows.blank(
    "technology-ledger",
    "tech_contract",
    Label("技术合同台账", "Technology contracts"),
    (
        *columns.of(TechContract, "contract_no", "name", "contract_type", "status", "buyer_id", "seller_id", "amount"),
        Column("received", Label("已到账（元）", "Received (yuan)"), Kind.MONEY, 12),
        Column("overdue", Label("逾期未到（元）", "Overdue (yuan)"), Kind.MONEY, 12),
        *columns.of(TechContract, "tech_amount", "signed_on", "valid_to", "registration_no"),
        Column("project", Label("技术项目", "Project"), Kind.TEXT, 24),
        Column("students", Label("参加学生", "Students"), Kind.TEXT, 18),
        Column("checks", Label("待补正", "To be put right"), Kind.LONG, 28),
    ),
)
INSTALMENTS = rows.blank(
    "contract-payments",
    "contract_payment",
    Label("合同付款", "Payments"),
    (
        *columns.of(ContractPayment, "seq", "planned_on", "planned", "status", "invoiced_on"),
        *columns.of(ContractPayment, "received_on", "received"),
    ),
)
TOTAL, OVERDUE = Label("合计", "In all"), Label("逾期付款", "Overdue payments")
_BEFORE = frozenset({ContractStatus.LEAD, ContractStatus.NEGOTIATING, ContractStatus.CONTRACT_REVIEW})
_OVER = frozenset({ContractStatus.SETTLED, ContractStatus.CLOSED, ContractStatus.TERMINATED})


def ledger(session: Session, today: date) -> Listing:
    """Every contract; tags `making`, `running`, `over`, `overdue`, `open-checks`."""
    return listed(reading.contracts(session, today))


def listed(found: Iterable[Contract]) -> Listing:
    return rows.listing(LEDGER, (_entry(one) for one in found))


def instalments(found: Sequence[Instalment]) -> Listing:
    """The payments of one contract; those that are late have the tag `late`."""
    return rows.listing(
        INSTALMENTS,
        (
            rows.Entry(
                one.id,
                {
                    "seq": one.seq,
                    "planned_on": one.planned_on,
                    "planned": one.planned,
                    "status": one.status,
                    "invoiced_on": one.invoiced_on,
                    "received_on": one.received_on,
                    "received": one.received or None,
                },
                tags=rows.tagged(late=one.late),
            )
            for one in found
        ),
    )


def _entry(one: Contract) -> rows.Entry:
    zh, en = "；".join(check.label.zh for check in one.open_checks), "; ".join(c.label.en for c in one.open_checks)
    cells: dict[str, Value] = {
        "contract_no": one.number,
        "name": one.name,
        "contract_type": one.kind,
        "status": one.status.label.plus(one.seen, " · ") if one.seen else one.status,
        "buyer": one.buyer,
        "seller": one.seller,
        "amount": one.amount,
        "received": one.money.received or None,
        "overdue": one.money.overdue or None,
        "tech_amount": one.tech_amount,
        "signed_on": one.signed_on,
        "valid_to": one.valid_to,
        "registration_no": one.registration_no or None,
        "project": one.project or None,
        "students": "、".join(name for _, name in one.students) or None,
        "checks": Label(zh, en) if zh else None,
    }
    tags = rows.tagged(
        making=one.status in _BEFORE,
        running=one.status not in _BEFORE | _OVER,
        over=one.status in _OVER,
        overdue=one.money.overdue > 0,
        open_checks=bool(one.open_checks),
    )
    return rows.Entry(one.id, cells, (*rows.sounds_of_unit(one.name), *rows.sounds_of_unit(one.buyer.zh)), tags)


def report_of(session: Session, today: date, lang: Lang) -> Report:
    """Landscape: the contracts with their sums, then what is overdue. PtmanError `no-parameter`."""
    found, by = reading.contracts(session, today), sender(session, today, lang)
    heads = (
        Label("合同编号", "No."),
        Label("合同名称", "Contract"),
        Label("类型", "Kind"),
        Label("状态", "Status"),
        Label("买方", "Buyer"),
        Label("成交总额（元）", "Amount (yuan)"),
        Label("已到账（元）", "Received (yuan)"),
        Label("参加学生", "Students"),
    )
    body = tuple(_row(one, lang) for one in found)
    amount, received = sum(one.amount or 0 for one in found), sum(one.money.received for one in found)
    table = Table(
        tuple(one.text(lang) for one in heads),
        body,
        widths=(14, 26, 10, 10, 20, 14, 14, 14),
        aligns=(*[Align.LEFT] * 5, Align.RIGHT, Align.RIGHT, Align.LEFT),
        empty=Label("还没有技术合同。", "No technology contracts yet.").text(lang),
        last=("", TOTAL.text(lang), "", "", "", measures.yuan(amount), measures.yuan(received), "") if body else (),
    )
    blocks: list[Block] = [table, *_overdue(found, lang)]
    return Report(LEDGER.title.text(lang), tuple(blocks), today, lang, issuer=by.name, format=Format.LANDSCAPE)


def _row(one: Contract, lang: Lang) -> tuple[str, ...]:
    return (
        one.number,
        one.name,
        one.kind.label.text(lang),
        one.status.label.text(lang),
        one.buyer.text(lang),
        measures.yuan(one.amount) if one.amount is not None else "",
        measures.yuan(one.money.received),
        "、".join(name for _, name in one.students),
    )


def _overdue(found: Sequence[Contract], lang: Lang) -> list[Block]:
    rows_ = tuple(
        (one.number, str(pay.seq), pay.planned_on.isoformat(), measures.yuan(pay.planned), measures.yuan(pay.received))
        for one in found
        for pay in one.instalments
        if pay.late
    )
    if not rows_:
        return []
    heads = (
        Label("合同编号", "No."),
        Label("期次", "Instalment"),
        Label("计划日期", "Planned on"),
        Label("计划金额（元）", "Planned (yuan)"),
        Label("已到账（元）", "Received (yuan)"),
    )
    aligns = (Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT, Align.RIGHT)
    table = Table(tuple(one.text(lang) for one in heads), rows_, (16, 10, 16, 18, 18), aligns)
    return [Heading(OVERDUE.text(lang), 2), table]
