"""Bases go from visit to approval to use, agreements are signed by all and renewed: what holds each step back."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.errors import PtmanError
from ptman.models import Agreement, AgreementAmendment, AgreementParty, SiteVisit, TrainingBase
from ptman.models.choices import AgreementKind, BaseStatus, PartyKind
from ptman.models.choices_bases import AgreementStatus, AmendmentKind, VisitConclusion
from ptman.register import cards, moving
from tests import makers

TODAY = date(2026, 12, 20)


def go(office: db.Database, noun: str, key: str, step: str, reason: str = "") -> None:
    office.write(moving.move, office.read(cards.card, noun, key).ref, step, TODAY, reason)


def off(office: db.Database, noun: str, key: str, step: str) -> str:
    found = next(one for one in office.read(moving.moves, noun, key, TODAY) if one.key == step)
    return found.off.zh if found.off else ""


def proposed(session: Session) -> str:
    return makers.base(session, status=BaseStatus.PROPOSED).id


def visit(session: Session, base: str, conclusion: VisitConclusion, day: date) -> None:
    session.add(SiteVisit(base_id=base, visited_on=day, visitors="林景明", conclusion=conclusion))


def test_a_base_is_visited_recommended_approved_and_used(office: db.Database) -> None:
    key = office.write(proposed)
    go(office, "training_base", key, "record_visit")
    assert "考察" in off(office, "training_base", key, "submit_review")
    office.write(visit, key, VisitConclusion.DECLINE, date(2026, 11, 1))
    go(office, "training_base", key, "submit_review")
    assert "推荐" in off(office, "training_base", key, "approve")
    office.write(visit, key, VisitConclusion.RECOMMEND, date(2026, 12, 1))
    go(office, "training_base", key, "approve")
    assert office.read(lambda s: s.get_one(TrainingBase, key).approved_on) == TODAY
    assert "协议" in off(office, "training_base", key, "operate")
    office.write(lambda s: makers.agreement(s, s.get_one(TrainingBase, key), status=AgreementStatus.SIGNING).id)
    with pytest.raises(PtmanError) as told:
        go(office, "training_base", key, "operate")
    assert told.value.code == "move-guarded"
    office.write(lambda s: makers.agreement(s, s.get_one(TrainingBase, key), "XY-002").id)
    go(office, "training_base", key, "operate")
    go(office, "training_base", key, "close", "合作结束")
    assert office.read(lambda s: s.get_one(TrainingBase, key).closed_on) == TODAY


def drafted(session: Session, kind: AgreementKind = AgreementKind.BASE) -> str:
    one = makers.agreement(session, makers.base(session), kind=kind, status=AgreementStatus.SIGNING)
    for seq, name in enumerate(("工程师学院", "星河通信有限公司"), 1):
        session.add(AgreementParty(agreement_id=one.id, seq=seq, party_kind=PartyKind.ORGANISATION, name_snapshot=name))
    return one.id


def sign(session: Session, names: set[str], day: date) -> None:
    for one in session.scalars(select(AgreementParty)):
        one.signed_on = day if one.name_snapshot in names else one.signed_on


def test_an_agreement_is_signed_when_every_party_has(office: db.Database) -> None:
    key = office.write(drafted)
    office.write(sign, {"工程师学院"}, date(2026, 12, 1))
    assert off(office, "agreement", key, "sign_last") == "尚未签署：星河通信有限公司。"
    office.write(sign, {"星河通信有限公司"}, date(2026, 12, 8))
    go(office, "agreement", key, "sign_last")
    assert office.read(lambda s: s.get_one(Agreement, key).signed_on) == date(2026, 12, 8)


def test_a_placement_agreement_needs_three_parties(office: db.Database) -> None:
    key = office.write(drafted, AgreementKind.PLACEMENT)
    office.write(sign, {"工程师学院", "星河通信有限公司"}, TODAY)
    assert "至少 3 方" in off(office, "agreement", key, "sign_last")


def test_a_renewal_begins_as_a_draft_of_the_same_parties(office: db.Database) -> None:
    key = office.write(drafted)
    office.write(sign, {"工程师学院", "星河通信有限公司"}, TODAY)
    go(office, "agreement", key, "sign_last")
    for expected in ("XY-001-续1", "XY-001-续2"):
        go(office, "agreement", key, "renew")
        made = office.read(
            lambda s, no=expected: s.scalars(select(Agreement).where(Agreement.agreement_no == no)).one()
        )
        assert (made.status, made.renewal_of_id) == (AgreementStatus.DRAFTING, key)
        assert (made.valid_from, made.valid_to) == (date(2029, 9, 1), date(2032, 8, 31))
        parties = office.read(
            lambda s, of=made.id: s.scalars(select(AgreementParty).where(AgreementParty.agreement_id == of)).all()
        )
        assert {one.name_snapshot for one in parties} == {"工程师学院", "星河通信有限公司"}
        assert {one.signed_on for one in parties} == {None}


def test_an_amendment_moves_the_end(office: db.Database) -> None:
    key = office.write(lambda s: makers.agreement(s, makers.base(s)).id)
    values = {"agreement_id": key, "seq": 1, "kind": AmendmentKind.PERIOD, "after": "延长一年"}
    more = {"effective_on": date(2026, 12, 1), "new_end": date(2030, 8, 31)}
    office.write(lambda s: s.add(AgreementAmendment(**values, **more)))
    go(office, "agreement", key, "amend", "补充协议一")
    assert office.read(lambda s: s.get_one(Agreement, key).valid_to) == date(2030, 8, 31)
