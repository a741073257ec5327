"""The way of a placement: what must be there before it is ready, what interrupts and ends it, what calling off does."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.errors import PtmanError
from ptman.models import (
    InsurancePolicy,
    Placement,
    PlacementInterruption,
    SafetyAttendance,
    SafetyTraining,
    StateLog,
    TrainingBase,
)
from ptman.models.choices import PlacementStatus
from ptman.models.choices_bases import CoverageKind, Insured, PolicyStatus
from ptman.models.choices_placements import TrainingResult
from ptman.register import calling_off, cards, moving
from tests import makers

TODAY = date(2027, 10, 1)


def placed(session: Session, status: PlacementStatus = PlacementStatus.OFFICE_APPROVED) -> str:
    """September 2027 to August 2028."""
    who, base, period = makers.student(session), makers.base(session), makers.period(session)
    return makers.placement(session, who, base, period, status=status).id


def policy(session: Session, key: str, insured: Insured, days: tuple[date, date], status: PolicyStatus) -> None:
    of = session.get_one(Placement, key)
    one = InsurancePolicy(policy_no=f"BX{insured}", insurer="某保险公司", insured=insured, status=status)
    one.coverage_kind, (one.effective_date, one.expiry_date) = CoverageKind.PRACTICE_LIABILITY, days
    one.base_id = of.base_id if insured is Insured.BASE else None
    one.period_id = of.period_id if insured is Insured.PERIOD else None
    session.add(one)


def trained(session: Session, key: str, *, signed: bool) -> None:
    of = session.get_one(Placement, key)
    one = makers.added(session, SafetyTraining(training_no="AQ-1", name="安全教育", held_on=date(2027, 6, 1)))
    session.add(
        SafetyAttendance(training_id=one.id, student_id=of.student_id, result=TrainingResult.PASS, signed=signed)
    )


def change(session: Session, key: str, **values: object) -> None:
    record = session.get_one(Placement, key)
    for name, value in values.items():
        setattr(record, name, value)


def agree(session: Session, key: str) -> None:
    makers.agreement(session, session.get_one(TrainingBase, session.get_one(Placement, key).base_id))


def off(office: db.Database, key: str, step: str) -> str:
    found = next(one for one in office.read(moving.moves, "placement", key, TODAY) if one.key == step)
    return found.off.zh if found.off else ""


def go(office: db.Database, key: str, step: str, day: date = TODAY, reason: str = "") -> None:
    office.write(moving.move, office.read(cards.card, "placement", key).ref, step, day, reason)


def test_ready_needs_agreement_insurance_training_and_contact(office: db.Database) -> None:
    key = office.write(placed)
    assert "协议" in off(office, key, "make_ready")
    office.write(agree, key)
    assert "投保" in off(office, key, "make_ready")
    half = (date(2027, 9, 1), date(2028, 2, 29)), (date(2028, 3, 1), date(2028, 8, 31))
    office.write(policy, key, Insured.BASE, half[0], PolicyStatus.VERIFIED)
    assert "2028-03-01 至 2028-08-31" in off(office, key, "make_ready")
    office.write(policy, key, Insured.PERIOD, half[1], PolicyStatus.SUBMITTED)
    assert "核验" in off(office, key, "make_ready")
    office.write(policy, key, Insured.EVERYBODY, half[1], PolicyStatus.VERIFIED)
    assert "安全教育" in off(office, key, "make_ready")
    office.write(trained, key, signed=True)
    assert "紧急联系人" in off(office, key, "make_ready")
    office.write(change, key, emergency_name="张父", emergency_phone="13800000000")
    go(office, key, "make_ready")
    assert "派遣函" in off(office, key, "dispatch")


def test_a_training_without_the_undertaking_is_none(office: db.Database) -> None:
    key = office.write(placed)
    office.write(agree, key)
    office.write(policy, key, Insured.EVERYBODY, (date(2027, 1, 1), date(2028, 12, 31)), PolicyStatus.VERIFIED)
    office.write(trained, key, signed=False)
    assert "承诺书" in off(office, key, "make_ready")


def pauses(office: db.Database) -> list[tuple[date, date | None]]:
    rows = office.read(lambda s: s.scalars(select(PlacementInterruption)).all())
    return [(one.starts_on, one.ends_on) for one in rows]


def test_an_interruption_lasts_until_the_day_before_it_is_resumed(office: db.Database) -> None:
    key = office.write(placed, PlacementStatus.IN_PROGRESS)
    go(office, key, "interrupt", date(2027, 10, 1), "生病")
    assert pauses(office) == [(date(2027, 10, 1), None)]
    go(office, key, "resume", date(2027, 10, 15))
    assert pauses(office) == [(date(2027, 10, 1), date(2027, 10, 14))]
    go(office, key, "interrupt", date(2027, 11, 1), "误登")
    go(office, key, "resume", date(2027, 11, 1))
    assert pauses(office) == [(date(2027, 10, 1), date(2027, 10, 14))]


def test_finishing_early_keeps_the_plan_and_the_last_day(office: db.Database) -> None:
    key = office.write(placed, PlacementStatus.IN_PROGRESS)
    go(office, key, "finish", date(2028, 5, 31))
    look = office.read(lambda s: s.get_one(Placement, key))
    assert (look.ends_on, look.left_on) == (date(2028, 8, 31), date(2028, 5, 31))
    assert "考核" in off(office, key, "assess")
    go(office, key, "back_to_in_progress", date(2028, 6, 1), "还没有结束")
    assert office.read(lambda s: s.get_one(Placement, key).left_on) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PlacementStatus.PLANNED, PlacementStatus.CANCELLED),
        (PlacementStatus.READY, PlacementStatus.CANCELLED),
        (PlacementStatus.DISPATCHED, PlacementStatus.TERMINATED),
        (PlacementStatus.INTERRUPTED, PlacementStatus.TERMINATED),
    ],
)
def test_calling_off_frees_the_seat_and_the_period(
    office: db.Database, before: PlacementStatus, after: PlacementStatus
) -> None:
    key = office.write(placed, before)
    office.write(calling_off.call_off, office.read(cards.card, "placement", key).ref, TODAY, "换单位")
    look = office.read(lambda s: s.get_one(Placement, key))
    assert (look.status, look.reason) == (after, "换单位")
    assert [one.reason for one in office.read(lambda s: s.scalars(select(StateLog)).all())] == ["换单位"]
    office.write(again, key)


def again(session: Session, key: str) -> None:
    """Another placement of the same student in the same period, which only one that is over allows."""
    old = session.get_one(Placement, key)
    session.add(
        Placement(
            placement_no="SJ-2",
            student_id=old.student_id,
            base_id=old.base_id,
            period_id=old.period_id,
            starts_on=old.starts_on,
            ends_on=old.ends_on,
            origin=old.origin,
        )
    )


def test_what_is_over_cannot_be_called_off(office: db.Database) -> None:
    key = office.write(placed, PlacementStatus.ARCHIVED)
    with pytest.raises(PtmanError) as told:
        office.write(calling_off.call_off, office.read(cards.card, "placement", key).ref, TODAY, "换单位")
    assert told.value.code == "move-refused"
