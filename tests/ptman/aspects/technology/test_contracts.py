"""Technology contracts: money by instalment, checks before signing, students of the project, papers."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ptman import db
from ptman.aspects.technology import ledger, publicity, reading
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.models import TechContract
from ptman.models.choices_technology import (
    ContractStatus,
    ContractType,
    LicenceKind,
    PaymentMode,
    PaymentStatus,
    PriceMethod,
)
from ptman.register import cards, moving, tech_guards
from ptman.reports import pages
from tests.ptman.aspects.technology import contracts_office
from tests.ptman.aspects.technology.contracts_office import TODAY


def pay(session: Session, contract: str) -> None:
    for one in tech_guards.payments(session, contract):
        one.status, one.received, one.received_on = PaymentStatus.RECEIVED, one.planned, TODAY


def off(office: db.Database, key: str, step: str) -> str:
    found = next(one for one in office.read(moving.moves, "tech_contract", key, TODAY) if one.key == step)
    return found.off.zh if found.off else ""


def test_money_students_and_what_is_overdue(office: db.Database) -> None:
    office.write(contracts_office.make)
    (one,) = office.read(reading.contracts, TODAY)
    assert (one.money.planned, one.money.received, one.money.overdue) == (100_000, 0, 50_000)
    assert [name for _, name in one.students] == ["张雨桐"]
    listing = office.read(ledger.ledger, TODAY)
    assert {"overdue", "running"} <= listing.rows[0].tags


def test_nothing_is_owed_before_the_contract_is_signed(office: db.Database) -> None:
    office.write(contracts_office.make, ContractStatus.NEGOTIATING)
    (one,) = office.read(reading.contracts, TODAY)
    assert one.money.overdue == 0


def test_a_licence_is_signed_after_its_checks_and_its_publicity(office: db.Database) -> None:
    more = {"contract_type": ContractType.LICENCE, "price_method": PriceMethod.NEGOTIATED}
    key = office.write(contracts_office.make, ContractStatus.CONTRACT_REVIEW, **more, payment_mode=PaymentMode.ROYALTY)
    assert "提成约定" in off(office, key, "sign")

    def fill(session: Session, until: date) -> None:
        one = session.get_one(TechContract, key)
        one.royalty_note, one.licence_kind = "净收入的 5%", LicenceKind.SOLE
        one.publicity_from, one.publicity_to = date(2027, 2, 10), until

    office.write(fill, TODAY)
    assert "公示" in off(office, key, "sign")
    office.write(fill, date(2027, 2, 26))
    assert off(office, key, "sign") == ""
    office.write(moving.move, office.read(cards.card, "tech_contract", key).ref, "sign", TODAY)
    assert office.read(lambda s: s.get_one(TechContract, key).signed_on) == TODAY


def test_a_contract_is_settled_when_all_has_come(office: db.Database) -> None:
    key = office.write(contracts_office.make, ContractStatus.ACCEPTED)
    assert off(office, key, "settle") == "尚未到账：第1期、第2期。"
    office.write(pay, key)
    assert off(office, key, "settle") == ""


def test_a_payment_received_in_full_brings_what_was_planned(office: db.Database) -> None:
    key = office.write(contracts_office.make)
    (one,) = office.read(reading.contracts, TODAY)
    first = one.instalments[0].id
    for step in ("invoice", "receive"):
        office.write(moving.move, office.read(cards.card, "contract_payment", first).ref, step, TODAY)
    (after,) = office.read(reading.contracts, TODAY)
    assert (after.money.received, after.money.overdue) == (50_000, 0)
    assert key == after.id


@pytest.mark.parametrize("lang", list(Lang))
def test_ledger_and_publicity_are_papers(office: db.Database, lang: Lang) -> None:
    key = office.write(contracts_office.make)
    assert pages.pdf(office.read(ledger.report_of, TODAY, lang)).startswith(b"%PDF")
    with pytest.raises(PtmanError) as told:
        office.read(publicity.notice_of, key, TODAY, lang)
    assert told.value.code == "not-negotiated"
    days = {"price_method": PriceMethod.NEGOTIATED, "publicity_from": TODAY, "publicity_to": date(2027, 3, 15)}

    def fill(session: Session) -> None:
        for name, value in days.items():
            setattr(session.get_one(TechContract, key), name, value)

    office.write(fill)
    assert pages.pdf(office.read(publicity.notice_of, key, TODAY, lang)).startswith(b"%PDF")
