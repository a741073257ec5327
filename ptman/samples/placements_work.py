"""Invents what happens around placements: a safety training, interruptions, a break-off, a change, an incident."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import (
    Incident,
    Placement,
    PlacementChange,
    PlacementInterruption,
    SafetyAttendance,
    SafetyTraining,
)
from ptman.models.choices import PlacementStatus
from ptman.models.choices_placements import (
    ChangeKind,
    IncidentKind,
    IncidentSeverity,
    Lodging,
    PayCycle,
    ProjectSource,
    TrainingResult,
)

TRAINED = 30


def add(session: Session, today: date) -> None:
    going = session.scalars(select(Placement).where(Placement.ends_on >= today).order_by(Placement.placement_no)).all()
    past = session.scalars(select(Placement).where(Placement.ends_on < today).order_by(Placement.placement_no)).all()
    _training(session, going, today)
    for at, one in enumerate(going[:TRAINED]):
        one.emergency_name, one.emergency_relation = f"{'王李张刘陈'[at % 5]}先生", "父亲"
        one.emergency_phone = f"1380000{at:04d}"
        one.weekly_hours, one.stipend, one.pay_cycle = 40, 300_000, PayCycle.MONTHLY
        one.lodging, one.project_source = Lodging.HOST, ProjectSource.ENTERPRISE
    _past(session, past, today)
    if going:
        _change(session, going[0], today)


def _training(session: Session, going: Sequence[Placement], today: date) -> None:
    made = SafetyTraining(training_no=f"AQ-{today.year}-01", name="专业实践行前安全教育", hours=40, trainer="陆安")
    made.held_on = today - timedelta(days=20)
    made.on_rights = made.on_secrecy = True
    session.add(made)
    session.flush()  # those who came need its id
    students = list(dict.fromkeys(one.student_id for one in going))[:TRAINED]
    for at, student in enumerate(students):
        result = TrainingResult.ABSENT if at == 0 else TrainingResult.PASS
        signed = result is TrainingResult.PASS and at != 1
        session.add(SafetyAttendance(training_id=made.id, student_id=student, result=result, signed=signed))


def _past(session: Session, past: Sequence[Placement], today: date) -> None:
    """The first was interrupted; the last broke off and left a gap."""
    if not past:
        return
    first, last = past[0], past[-1]
    start = first.starts_on + timedelta(days=60)
    session.add(
        PlacementInterruption(
            placement_id=first.id, starts_on=start, ends_on=start + timedelta(days=20), reason="病假，已返岗"
        )
    )
    if first is not last and (last.ends_on - last.starts_on).days > TRAINED:
        last.status = PlacementStatus.TERMINATED
        last.left_on, last.reason = last.ends_on - timedelta(days=TRAINED), "单位业务调整，提前结束"
    one = Incident(
        incident_no=f"SJ-{today.year}-01",
        occurred_on=start,
        placement_id=first.id,
        base_id=first.base_id,
        kind=IncidentKind.ILLNESS,
        severity=IncidentSeverity.MINOR,
        description="上班途中身体不适，送医观察后返岗。",
    )
    one.school_told_on, one.insurer_told_on = start, start + timedelta(days=1)
    one.handling, one.closed_on = "联系家长并完成理赔。", start + timedelta(days=30)
    session.add(one)


def _change(session: Session, going: Placement, today: date) -> None:
    one = PlacementChange(placement_id=going.id, seq=1, kind=ChangeKind.EXTEND, reason="课题验收推迟一个月")
    one.asked_on, one.effective_on = today - timedelta(days=5), going.ends_on
    one.new_end = going.ends_on + timedelta(days=30)
    one.supervisor_agreed = one.host_agreed = True
    one.supervisor_on, one.host_on = today - timedelta(days=4), today - timedelta(days=2)
    session.add(one)
