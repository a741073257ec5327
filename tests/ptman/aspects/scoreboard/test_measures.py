"""Each measure counts what it says and nothing beside it: of the year, in force, passed."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ptman import db
from ptman.aspects.scoreboard import measures
from ptman.aspects.scoreboard.spans import Span
from ptman.models import (
    ActionItem,
    CertificateResult,
    Meeting,
    TechContract,
    TrainingClass,
    TrainingTrainee,
)
from ptman.models.choices_cooperation import Measure
from ptman.models.choices_negotiation import ActionStatus, MeetingStatus
from ptman.models.choices_talents import CertificateLevel, TrainingKind, TrainingStatus
from ptman.models.choices_technology import ContractStatus, ContractType
from ptman.samples import aspects
from tests import makers
from tests.ptman.aspects.scoreboard.scoreboard_office import TODAY

DAYS = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 11, 23), date(2026, 11, 24))
"""Before the year, its first day, today, tomorrow."""


def certificates(session: Session) -> None:
    student = makers.student(session)
    for at, day in enumerate(DAYS):
        values = {"certificate": f"HCIA-{at}", "level": CertificateLevel.HCIA, "acquired_on": day}
        makers.added(session, CertificateResult(student_id=student.id, **values))
    failed = {"certificate": "HCIP", "level": CertificateLevel.HCIP, "acquired_on": DAYS[2], "passed": False}
    makers.added(session, CertificateResult(student_id=student.id, **failed))


def meetings(session: Session) -> None:
    for at, day in enumerate(DAYS):
        for status in (MeetingStatus.HELD, MeetingStatus.PLANNED, MeetingStatus.CANCELLED):
            made = Meeting(meeting_no=f"{at}-{status}", title="会商", planned_on=day, status=status)
            makers.added(session, made)


def actions(session: Session) -> None:
    """Of three that fell due one is settled; one was cancelled, one falls due tomorrow."""
    meeting = makers.added(session, Meeting(meeting_no="1", title="会商", planned_on=DAYS[1]))
    states = (ActionStatus.CLOSED, ActionStatus.OPEN, ActionStatus.POSTPONED, ActionStatus.CANCELLED)
    for at, status in enumerate(states):
        values = {"content": "办理", "due_on": DAYS[2], "status": status, "closed_on": DAYS[2] if at == 0 else None}
        makers.added(session, ActionItem(action_no=f"1-{at}", meeting_id=meeting.id, **values))
    late = {"content": "办理", "due_on": DAYS[3]}
    makers.added(session, ActionItem(action_no="1-9", meeting_id=meeting.id, **late))


def trainees(session: Session) -> None:
    for at, (day, status) in enumerate(((DAYS[0], "completed"), (DAYS[1], "running"), (DAYS[2], "cancelled"))):
        values = {"kind": TrainingKind.TOP, "status": TrainingStatus(status), "starts_on": day, "ends_on": day}
        one = makers.added(session, TrainingClass(class_no=f"{at}", name=f"班{at}", **values))
        for seq in (1, 2, 3):
            makers.added(session, TrainingTrainee(class_id=one.id, seq=seq, name=f"学员{seq}"))


def contracts(session: Session) -> None:
    """Two signed in the year so far, for 100,000 and 25,500 yuan; one signed before, one not yet."""
    units = [makers.organisation(session, name) for name in ("甲公司", "乙大学")]
    for at, (day, status) in enumerate(((DAYS[0], "signed"), (DAYS[1], "signed"), (DAYS[2], "performing"))):
        values = {"signed_on": day, "status": ContractStatus(status), "amount": (1, 10_000_000, 2_550_000)[at]}
        makers.added(session, contract(f"{at}", [one.id for one in units], **values))
    makers.added(session, contract("9", [one.id for one in units], status=ContractStatus.LEAD))


def contract(number: str, units: list[str], **more: object) -> TechContract:
    buyer, seller = units
    values = {"contract_type": ContractType.SERVICE, "buyer_id": buyer, "seller_id": seller} | more
    return TechContract(contract_no=f"JS-{number}", name=f"技术服务{number}", **values)


@pytest.mark.parametrize(
    ("fill", "measure", "found"),
    [
        (certificates, Measure.CERTIFICATIONS, 20),
        (meetings, Measure.MEETINGS, 20),
        (actions, Measure.ACTIONS, 333),
        (trainees, Measure.TRAINEES, 30),
        (contracts, Measure.CONTRACTS, 20),
        (contracts, Measure.AMOUNT, 125),
    ],
)
def test_what_is_counted(office: db.Database, fill: object, measure: Measure, found: int) -> None:
    assert callable(fill)
    office.write(fill)
    assert office.read(measures.counted, Span(2026, TODAY))[measure] == found


def test_in_the_sample_office_every_measure_has_a_figure(office: db.Database) -> None:
    """Whatever an aspect invents, its measures can count."""

    def some(session: Session) -> None:
        bases = [makers.base(session, f"JD00{at}", f"第{at}基地") for at in range(6)]
        base, period = bases[0], makers.period(session)
        makers.agreement(session, base)
        for at in range(12):
            student = makers.student(session, f"226600{at:02d}", f"学生{at}")
            makers.placement(session, student, base, period)
            makers.supervision(session, student, makers.academic(session, f"01000{at:02d}", f"老师{at}"))
            makers.supervision(session, student, makers.appointed(session, f"QY0{at:02d}", f"导师{at}"))

    office.write(some)
    for fill in aspects.FILLS:
        office.write(fill, TODAY)
    found = office.read(measures.counted, Span(2026, TODAY))
    assert set(found) == set(Measure)
    assert {key for key, value in found.items() if value is None} == set()
