"""The lists of bases, placements, letters, agreements and of any noun."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ptman import db
from ptman.listing import Listing, Load, Value
from ptman.models import BaseSeats, Preference
from ptman.models.choices import BaseStatus, DocumentStatus, PlacementStatus
from ptman.models.core import nouns
from ptman.register import lists
from tests import makers


def column(listing: Listing, key: str) -> list[Value]:
    at = listing.index(key)
    return [row.cells[at] for row in listing.rows]


def situation(session: Session) -> None:
    """Two periods; a full base with an agreement about to end, one without seats set and without agreement."""
    soon = makers.period(session, "第一批", starts_on=date(2026, 12, 30), ends_on=date(2027, 6, 30))
    later = makers.period(session, "第二批", starts_on=date(2027, 9, 1))
    full = makers.base(session, "JD001", "星河基地", capacity_per_batch=2)
    makers.agreement(session, full, valid_to=date(2027, 1, 31))
    makers.base(session, "JD002", "云帆基地", capacity_per_batch=None)
    makers.base(session, "JD003", "旧基地", status=BaseStatus.CLOSED)
    makers.added(session, BaseSeats(base_id=full.id, period_id=later.id, seats=0))
    students = [makers.student(session, f"2266000{i}", name) for i, name in enumerate(("张雨桐", "王浩然", "周子涵"))]
    makers.placement(session, students[0], full, soon)
    makers.placement(session, students[1], full, soon)
    makers.placement(session, students[2], full, soon, status=PlacementStatus.CANCELLED)
    makers.letter(session, full, soon, students[:1])
    makers.letter(session, full, soon, students[:2], seq=2, status=DocumentStatus.VOID, void_reason="有误")
    makers.added(session, Preference(student_id=students[1].id, rank=1, training_base_id=full.id))


def test_bases_show_seats_by_period(office: db.Database, today: date) -> None:
    office.write(situation)
    found = office.read(lists.bases, today)
    assert column(found, "load") == [Load(2, 2), Load(0, 10), Load(0, 0)]
    assert column(found, "load.2026.第一批") == [Load(2, 2), Load(0, 5), Load(0, 0)]
    assert column(found, "load.2026.第二批") == [Load(0, 0), Load(0, 5), Load(0, 0)]
    assert [row.tags - {"current"} for row in found.rows] == [
        {"full", "agreement-ending"},
        {"seats-left", "no-agreement"},
        set(),
    ]
    assert column(found, "valid_to") == [date(2027, 1, 31), None, None]


def one_base(session: Session) -> None:
    makers.base(session)


def test_without_periods_a_base_shows_its_own_capacity(office: db.Database, today: date) -> None:
    office.write(one_base)
    assert column(office.read(lists.bases, today, 2026), "load") == [Load(0, 5)]


def test_placements_show_letter_agreement_and_months(office: db.Database, today: date) -> None:
    office.write(situation)
    found = office.read(lists.placements, today, 2026)
    assert column(found, "letter") == ["工院函〔2026〕1号", None]
    assert column(found, "months") == [6, 6]
    assert column(found, "agreement_no") == ["XY-001", "XY-001"]
    assert [row.tags - {"current"} for row in found.rows] == [
        {"letter-issued", "starts-soon", "insurance-due"},
        {"no-letter", "starts-soon", "letter-due", "insurance-due"},
    ]
    everything = office.read(lists.placements, today, retired=True)
    assert column(everything.tagged("cancelled"), "name") == ["周子涵"]


def test_void_letters_stay_on_the_register(office: db.Database, today: date) -> None:
    office.write(situation)
    found = office.read(lists.letters, today, 2026)
    assert [(str(row.cells[0]), set(row.tags - {"current"})) for row in found.rows] == [
        ("工院函〔2026〕2号", {"void"}),
        ("工院函〔2026〕1号", {"issued"}),
    ]
    assert len(found.searched("xinghe 1号").rows) == 1
    assert office.read(lists.letters, today, 2025).rows == ()


def test_agreements_and_preferences(office: db.Database, today: date) -> None:
    office.write(situation)
    papers = office.read(lists.agreements, today)
    assert column(papers, "base") == ["星河基地"]
    assert papers.rows[0].tags == {"in-force", "ending", "current"}
    wishes = office.read(lists.preferences, 2026)
    assert (column(wishes, "student"), column(wishes, "training_base")) == (["王浩然"], ["星河基地"])
    assert office.read(lists.preferences, 2025).rows == ()


@pytest.mark.parametrize("noun", sorted(nouns()))
def test_any_noun_has_a_list_drawn_from_its_fields(office: db.Database, noun: str) -> None:
    office.write(situation)
    found = office.read(lists.any_noun, noun)
    assert found.noun == noun
    assert all(len(row.cells) == len(found.columns) for row in found.rows)


def test_links_are_shown_by_what_they_are_called(office: db.Database) -> None:
    office.write(situation)
    found = office.read(lists.any_noun, "placement")
    assert set(column(found, "student")) == {"张雨桐", "王浩然", "周子涵"}
    assert column(found.searched("whr"), "student") == ["王浩然"]
    assert column(found, "period") == ["2026 第一批"] * 3
