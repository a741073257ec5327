"""Money of a technology contract as it moves: an instalment is invoiced, then received in part or in full."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.fields import Kind
from ptman.models import ContractPayment
from ptman.register import moving, titles
from ptman.register.cards import Ref
from ptman.rules import measures


def invoice(session: Session, ref: Ref, number: str, on: date, today: date) -> None:
    """PtmanError `move-refused` where it is invoiced already; `Stale`."""
    moving.move(session, ref, "invoice", today)
    payment = session.get_one(ContractPayment, ref.id)
    payment.invoiced_on, payment.invoice_no = on, number.strip() or payment.invoice_no


def receive(session: Session, ref: Ref, cents: int, on: date, today: date) -> None:
    """What came this time; with what came before it settles the instalment or a part of it.

    PtmanError `amount-bad`, `move-refused` where nothing was invoiced; `Stale`.
    """
    payment = session.get_one(ContractPayment, ref.id)
    if cents <= 0:
        raise PtmanError(
            "amount-bad",
            "到账金额应大于零。未作任何改动。",
            "The amount received must be more than nothing. Nothing was changed.",
        )
    whole = (payment.received or 0) + cents
    moving.move(session, ref, "receive" if whole >= payment.planned else "receive_part", today)
    payment.received, payment.received_on = whole, on
    said = measures.said(Kind.MONEY, cents)
    title = titles.one(session, "contract_payment", ref.id)
    journal.say(session, f"到账 {said} 元：{title}", f"Received {said} yuan: {title}")


def cents(said: str) -> int:
    """An amount as a form brings it; PtmanError `amount-bad`."""
    found = measures.read(Kind.MONEY, said).value
    if not isinstance(found, int):
        raise PtmanError(
            "amount-bad", f"“{said}”不是金额。未作任何改动。", f"“{said}” is no amount. Nothing was changed."
        )
    return found
