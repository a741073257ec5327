"""Measures of technology transfer: contracts signed in the year, and what they are worth."""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ptman.aspects.scoreboard.spans import Counted, Span, number
from ptman.labels import Label
from ptman.models import TechContract
from ptman.models.choices_cooperation import Measure
from ptman.models.choices_technology import ContractStatus
from ptman.rules.targets import TENTHS

NOT_SIGNED = (ContractStatus.LEAD, ContractStatus.NEGOTIATING, ContractStatus.CONTRACT_REVIEW)
CENTS_A_WAN = 1_000_000
"""10,000 yuan in cents."""


def _signed(span: Span) -> tuple[ColumnElement[bool], ...]:
    return (
        TechContract.retired_on.is_(None),
        TechContract.signed_on.between(span.first, span.last),
        TechContract.status.not_in(NOT_SIGNED),
    )


def contracts(session: Session, span: Span) -> int:
    return session.scalar(select(func.count(TechContract.id)).where(*_signed(span))) or 0


def amount(session: Session, span: Span) -> int:
    """In tenths of 10,000 yuan, rounded down: what is reported is never more than what was signed."""
    cents = session.scalar(select(func.sum(TechContract.amount)).where(*_signed(span))) or 0
    return cents * TENTHS // CENTS_A_WAN


COUNTED = {
    Measure.CONTRACTS: Counted(Label("份", "contracts"), number(contracts), "registers", "registers/tech_contract"),
    Measure.AMOUNT: Counted(Label("万元", "wan yuan"), amount, "registers", "registers/tech_contract"),
}
