"""What a change brings is said beforehand and taken back; opinions are noted with their day, a refusal ends it."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ptman import db
from ptman.aspects.bases import changing, opinions, rehearsing
from ptman.aspects.bases.opinions import Answer, Opinion
from ptman.aspects.bases.rehearsing import Rehearsal, Rehearsed, Side
from ptman.errors import PtmanError
from ptman.models import Placement, PlacementChange
from ptman.models.choices import PlacementStatus
from ptman.models.choices_placements import PlacementChangeStatus
from ptman.register import moving
from ptman.register.placement_change_guards import Party
from tests import makers

TODAY = date(2028, 3, 1)
YESTERDAY = date(2028, 2, 29)


def make(session: Session, **given: object) -> str:
    """A placement from September 2027 to August 2028 with a change asked for; the placement's id."""
    who, period = makers.student(session), makers.period(session)
    first, second = (
        makers.base(session, capacity_per_batch=3),
        makers.base(session, "JD002", "远山", capacity_per_batch=0),
    )
    makers.agreement(session, first)
    stay = makers.placement(session, who, first, period, status=PlacementStatus.IN_PROGRESS)
    more = {"new_base_id": second.id} if given["kind"] == "transfer" else {}
    changing.begin(session, stay.id, {"reason": "课题调整", "effective_on": TODAY} | more | given, TODAY)
    return stay.id


def say(office: db.Database, stay: str, party: Party, answer: Answer = Answer.AGREES, words: str = "") -> None:
    found = office.read(opinions.standing, stay, TODAY)
    assert found is not None
    office.write(opinions.note, found.ref, Opinion(party, answer, YESTERDAY, words), TODAY)


def rehearsed(office: db.Database, stay: str) -> Rehearsal:
    found = office.read(opinions.standing, stay, TODAY)
    assert found is not None
    with pytest.raises(Rehearsed) as told:
        office.write(rehearsing.rehearse, found.ref, TODAY)
    return told.value.found


def test_each_party_says_on_its_day_and_the_office_last(office: db.Database) -> None:
    stay = office.write(make, kind="transfer")
    found = office.read(opinions.standing, stay, TODAY)
    assert found is not None
    assert found.asked == (Party.SUPERVISOR, Party.HOST, Party.NEW_HOST, Party.OFFICE)
    assert found.off is not None
    assert "新单位、办公室" in found.off.zh
    for party in (Party.SUPERVISOR, Party.HOST, Party.NEW_HOST, Party.OFFICE):
        say(office, stay, party)
    found = office.read(opinions.standing, stay, TODAY)
    assert found is not None
    assert (found.asked, found.off) == ((), None)
    change = office.read(lambda s: s.get_one(PlacementChange, found.ref.id))
    assert (change.host_on, change.office_on) == (YESTERDAY, YESTERDAY)


def test_a_refusal_needs_words_and_ends_the_change(office: db.Database) -> None:
    stay = office.write(make, kind="extend", new_end=date(2028, 9, 30))
    with pytest.raises(PtmanError) as told:
        say(office, stay, Party.HOST, Answer.REFUSES)
    assert told.value.code == "move-needs-reason"
    say(office, stay, Party.HOST, Answer.REFUSES, "岗位不再设立")
    assert office.read(opinions.standing, stay, TODAY) is None
    (change,) = office.read(lambda s: s.query(PlacementChange).all())
    assert (change.status, change.host_on) == (PlacementChangeStatus.REJECTED, YESTERDAY)
    assert office.read(moving.log, "placement_change", change.id)[0].reason == "原单位：岗位不再设立"


def test_a_transfer_is_rehearsed_and_nothing_is_kept(office: db.Database) -> None:
    stay = office.write(make, kind="transfer")
    for party in Party:
        say(office, stay, party)
    found = rehearsed(office, stay)
    by_side = {one.side: [other for other in found.effects if other.side is one.side] for one in found.effects}
    assert [(one.what.zh, one.before.zh, one.after.zh) for one in by_side[Side.SEATS]] == [
        ("星河实践基地", "1/3", "0/3"),
        ("远山", "0/0", "1/0"),
    ]
    assert by_side[Side.SEATS][1].bad
    stays = [(one.before.zh, one.after.zh) for one in by_side[Side.STAYS]]
    assert stays[0] == ("2027-09-01 – 2028-08-31 · 进行中", "2027-09-01 – 2028-02-29 · 已终止")
    assert stays[1][0] == "—"
    assert any("首日无有效协议" in one.after.zh for one in by_side[Side.COVER])
    assert office.read(lambda s: s.get_one(Placement, stay).status) is PlacementStatus.IN_PROGRESS
    assert office.read(lambda s: s.query(Placement).count()) == 1


def test_an_early_end_says_what_the_ledger_loses(office: db.Database) -> None:
    stay = office.write(make, kind="end", new_end=YESTERDAY)
    for party in (Party.SUPERVISOR, Party.HOST, Party.OFFICE):
        say(office, stay, party)
    found = rehearsed(office, stay)
    whole = next(one for one in found.effects if one.side is Side.LEDGER)
    assert (whole.what.en, whole.before.zh, whole.after.zh) == ("In all, plans included", "12 个月", "6 个月")
