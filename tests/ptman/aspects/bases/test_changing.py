"""Changes of placements: carried out once all agree; a transfer splits the placement and the ledger counts both."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, ledgers
from ptman.aspects.bases import changing, practice_list, practice_paper
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.models import Placement, PlacementChange, Student
from ptman.models.choices import PlacementStatus
from ptman.models.choices_placements import ChangeKind
from ptman.register import cards
from ptman.reports import pages
from tests import makers

TODAY = date(2028, 3, 1)


def make(session: Session, kind: ChangeKind, **more: object) -> tuple[str, str]:
    """Placement and change; the placement lasts from September 2027 to August 2028."""
    who, base, period = makers.student(session), makers.base(session), makers.period(session)
    stay = makers.placement(session, who, base, period, status=PlacementStatus.IN_PROGRESS)
    if kind is ChangeKind.TRANSFER:
        more["new_base_id"] = makers.base(session, "JD002", "远山实践基地").id
    one = PlacementChange(placement_id=stay.id, seq=1, kind=kind, reason="课题调整", asked_on=TODAY)
    one.effective_on = date(2028, 3, 1)
    for key, value in more.items():
        setattr(one, key, value)
    return stay.id, makers.added(session, one).id


def agree(session: Session, key: str, *, new_host: bool = True) -> None:
    one = session.get_one(PlacementChange, key)
    one.supervisor_agreed = one.host_agreed = one.office_agreed = True
    one.new_host_agreed = new_host


def go(office: db.Database, key: str) -> str:
    return office.write(changing.carry_out, office.read(cards.card, "placement_change", key).ref, TODAY)


def refused(office: db.Database, key: str) -> str:
    with pytest.raises(PtmanError) as told:
        go(office, key)
    return told.value.code


def test_nothing_changes_until_everybody_agrees(office: db.Database) -> None:
    stay, key = office.write(make, ChangeKind.EXTEND, new_end=date(2028, 9, 30))
    assert refused(office, key) == "change-not-agreed"
    office.write(agree, key, new_host=False)  # no new host is asked for an extension
    assert go(office, key) == stay
    assert office.read(lambda s: s.get_one(Placement, stay).ends_on) == date(2028, 9, 30)
    assert refused(office, key) == "change-done"


def test_a_transfer_splits_the_placement_and_both_count(office: db.Database) -> None:
    stay, key = office.write(make, ChangeKind.TRANSFER)
    office.write(agree, key, new_host=False)
    assert refused(office, key) == "change-not-agreed"
    office.write(agree, key)
    going = go(office, key)
    old, new = (office.read(lambda s, one=one: s.get_one(Placement, one)) for one in (stay, going))
    assert (old.status, old.left_on) == (PlacementStatus.TERMINATED, date(2028, 2, 29))
    assert (new.status, new.starts_on, new.ends_on) == (PlacementStatus.PLANNED, TODAY, date(2028, 8, 31))
    assert new.placement_no != old.placement_no
    office.write(lambda s: setattr(s.get_one(Placement, going), "status", PlacementStatus.DISPATCHED))
    found = office.read(ledgers.ledger, old.student_id, date(2028, 9, 1))
    assert (tuple(found.length()), found.ledger.overlaps, found.ledger.gaps) == ((12, 0), (), ())


def test_a_transfer_before_its_first_day_is_refused(office: db.Database) -> None:
    _, key = office.write(make, ChangeKind.TRANSFER, effective_on=date(2027, 9, 1))
    office.write(agree, key)
    assert refused(office, key) == "change-dates"


def test_the_ledgers_of_a_cohort_are_a_list_and_each_a_paper(office: db.Database) -> None:
    office.write(make, ChangeKind.POST, new_post="测试工程师")
    listing = office.read(practice_list.practice_ledger, TODAY, 2026)
    cells = {column.key: cell for column, cell in zip(listing.columns, listing.rows[0].cells, strict=True)}
    assert cells["done"].zh == "6 个月 1 天"  # type: ignore[union-attr]  # a label
    assert cells["placements"] == 1
    assert office.read(practice_list.practice_ledger, TODAY, 2020).rows == ()
    who = office.read(lambda s: s.scalars(select(Student.id)).one())
    for lang in Lang:
        assert pages.pdf(office.read(practice_paper.report_of, who, TODAY, lang)).startswith(b"%PDF")
