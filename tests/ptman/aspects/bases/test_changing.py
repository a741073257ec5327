"""Changes of placements: asked about, agreed to, carried out once; what each does to the placement and its ledger."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, ledgers
from ptman.aspects.bases import changing, practice_list, practice_paper
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.models import Placement, PlacementChange, PlacementInterruption, Student
from ptman.models.choices import PlacementStatus
from ptman.models.choices_placements import ChangeKind, PlacementChangeStatus
from ptman.register import cards, moving
from ptman.reports import pages
from tests import makers

TODAY = date(2028, 3, 1)
AGREES = ("supervisor_agree", "host_agree", "new_host_agree", "office_agree")


def make(session: Session, kind: ChangeKind, **more: object) -> tuple[str, str]:
    """Placement and change; the placement lasts from September 2027 to August 2028."""
    who, base, period = makers.student(session), makers.base(session), makers.period(session)
    stay = makers.placement(session, who, base, period, status=PlacementStatus.IN_PROGRESS)
    if kind is ChangeKind.TRANSFER:
        more["new_base_id"] = makers.base(session, "JD002", "远山实践基地").id
    given = {"kind": kind.value, "reason": "课题调整", "effective_on": TODAY} | more
    return stay.id, changing.begin(session, stay.id, given, TODAY)


def step(office: db.Database, key: str, move: str, reason: str = "") -> None:
    office.write(moving.move, office.read(cards.card, "placement_change", key).ref, move, TODAY, reason)


def agree(office: db.Database, key: str, *but: str) -> None:
    for move in AGREES:
        if move not in but:
            step(office, key, move)


def go(office: db.Database, key: str) -> str:
    return office.write(changing.carry_out, office.read(cards.card, "placement_change", key).ref, TODAY)


def placed(office: db.Database, key: str) -> Placement:
    return office.read(lambda session: session.get_one(Placement, key))


def refused(office: db.Database, key: str, move: str) -> PtmanError:
    with pytest.raises(PtmanError) as told:
        step(office, key, move)
    return told.value


def test_nothing_changes_until_everybody_agrees(office: db.Database) -> None:
    stay, key = office.write(make, ChangeKind.EXTEND, new_end=date(2028, 9, 30))
    assert refused(office, key, "carry_out").code == "move-refused"
    assert "导师、原单位" in refused(office, key, "office_agree").sentence.zh
    assert "转到其他基地" in refused(office, key, "new_host_agree").sentence.zh
    agree(office, key, "new_host_agree")
    found = office.read(lambda s: s.get_one(PlacementChange, key))
    assert (found.supervisor_on, found.host_on, found.new_host_on, found.office_on) == (TODAY, TODAY, None, TODAY)
    assert go(office, key) == stay
    assert placed(office, stay).ends_on == date(2028, 9, 30)
    assert refused(office, key, "carry_out").code == "move-refused"
    with pytest.raises(PtmanError) as told:
        office.read(changing.next_of, stay)
    assert told.value.code == "no-change"


def test_a_transfer_splits_the_placement_and_both_count(office: db.Database) -> None:
    stay, key = office.write(make, ChangeKind.TRANSFER)
    step(office, key, "supervisor_agree")
    step(office, key, "host_agree")
    assert "新单位" in refused(office, key, "office_agree").sentence.zh
    agree(office, key, "supervisor_agree", "host_agree")
    going = go(office, key)
    old, new = placed(office, stay), placed(office, going)
    assert (old.status, old.left_on) == (PlacementStatus.TERMINATED, date(2028, 2, 29))
    assert (new.status, new.starts_on, new.ends_on) == (PlacementStatus.PLANNED, TODAY, date(2028, 8, 31))
    assert new.placement_no != old.placement_no
    office.write(lambda s: setattr(s.get_one(Placement, going), "status", PlacementStatus.DISPATCHED))
    found = office.read(ledgers.ledger, old.student_id, date(2028, 9, 1))
    assert (tuple(found.length()), found.ledger.overlaps, found.ledger.gaps) == ((12, 0), (), ())


def test_a_split_leaves_a_gap_and_stays_at_the_base(office: db.Database) -> None:
    """The first part ends in February by an early end; here the second begins in April."""
    stay, key = office.write(make, ChangeKind.SPLIT, effective_on=date(2028, 4, 1), new_post="测试工程师")
    agree(office, key, "new_host_agree")
    going = go(office, key)
    old, new = placed(office, stay), placed(office, going)
    assert (new.base_id, new.post_name, new.starts_on) == (old.base_id, "测试工程师", date(2028, 4, 1))
    assert old.left_on == date(2028, 3, 31)


def test_an_interruption_waits_to_be_resumed(office: db.Database) -> None:
    stay, key = office.write(make, ChangeKind.INTERRUPT, effective_on=date(2028, 2, 1))
    agree(office, key, "new_host_agree")
    go(office, key)
    assert placed(office, stay).status is PlacementStatus.INTERRUPTED
    resume = {"kind": "resume", "reason": "返岗", "effective_on": TODAY}
    second = office.write(changing.begin, stay, resume, TODAY)
    agree(office, second, "new_host_agree")
    go(office, second)
    assert placed(office, stay).status is PlacementStatus.IN_PROGRESS
    (pause,) = office.read(lambda s: s.scalars(select(PlacementInterruption)).all())
    assert (pause.starts_on, pause.ends_on) == (date(2028, 2, 1), date(2028, 2, 29))


def test_an_interruption_that_is_over_is_only_entered(office: db.Database) -> None:
    days = {"effective_on": date(2028, 1, 3), "new_end": date(2028, 1, 20)}
    stay, key = office.write(make, ChangeKind.INTERRUPT, **days)
    agree(office, key, "new_host_agree")
    go(office, key)
    assert placed(office, stay).status is PlacementStatus.IN_PROGRESS
    (pause,) = office.read(lambda s: s.scalars(select(PlacementInterruption)).all())
    assert (pause.starts_on, pause.ends_on) == (date(2028, 1, 3), date(2028, 1, 20))


def test_an_early_end_is_kept_with_its_day_and_reason(office: db.Database) -> None:
    stay, key = office.write(make, ChangeKind.END, new_end=date(2028, 2, 20))
    agree(office, key, "new_host_agree")
    go(office, key)
    found = placed(office, stay)
    assert (found.status, found.left_on, found.reason) == (
        PlacementStatus.TERMINATED,
        date(2028, 2, 20),
        "课题调整",
    )


def test_what_no_longer_fits_is_refused_and_a_refusal_is_logged(office: db.Database) -> None:
    _, key = office.write(make, ChangeKind.TRANSFER, effective_on=date(2027, 9, 1))
    agree(office, key)
    assert refused(office, key, "carry_out").code == "move-guarded"
    step(office, key, "back_to_asked", "日期有误")
    assert office.read(lambda s: s.get_one(PlacementChange, key).office_agreed) is False
    step(office, key, "reject", "新单位不同意")
    assert office.read(lambda s: s.get_one(PlacementChange, key).status) is PlacementChangeStatus.REJECTED
    assert office.read(moving.log, "placement_change", key)[0].reason == "新单位不同意"


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
