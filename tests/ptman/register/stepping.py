"""Machines for tests on nouns that have none of their own: appointments and students go by steps for a while."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import Appointment, Student
from ptman.models.core import Record
from ptman.register import guards
from ptman.rules.machine import Machine, Move, State, of
from ptman.rules.machines.every import MACHINES

APPOINTMENT = Machine(
    noun="appointment",
    label=Label("聘任", "appointment"),
    states=(
        State("draft", Label("草稿", "Draft")),
        State("active", Label("在聘", "In force")),
        State("ended", Label("已结束", "Ended"), final=True),
    ),
    start="draft",
    moves=(
        Move("appoint", Label("聘任", "Appoint"), of("draft"), "active"),
        Move("renew", Label("续聘", "Renew"), of("active"), "active", guards=("near_the_end",)),
        Move("dismiss", Label("解聘", "Dismiss"), of("active"), "ended", reason=True),
        Move("back_to_draft", Label("退回草稿", "Back to draft"), of("active"), "draft", reason=True, back=True),
    ),
)
STUDENT = Machine(
    noun="student",
    label=Label("学籍", "enrolment"),
    states=(
        State("enrolled", Label("在读", "Enrolled")),
        State("suspended", Label("休学", "Suspended")),
        State("extended", Label("延期", "Extended")),
        State("graduated", Label("毕业", "Graduated"), final=True),
        State("completed", Label("结业", "Completed"), final=True),
        State("withdrawn", Label("退学", "Withdrawn"), final=True),
    ),
    start="enrolled",
    moves=(
        Move("suspend", Label("休学", "Suspend"), of("enrolled", "extended"), "suspended", reason=True),
        Move("resume", Label("复学", "Resume"), of("suspended"), "enrolled"),
        Move("extend", Label("延期", "Extend"), of("enrolled"), "extended"),
        Move("graduate", Label("毕业", "Graduate"), of("enrolled", "extended"), "graduated"),
        Move("complete", Label("结业", "Complete"), of("enrolled", "extended"), "completed"),
        Move("withdraw", Label("退学", "Withdraw"), of("enrolled", "suspended", "extended"), "withdrawn", reason=True),
    ),
)
NOT_YET = Label("离聘期结束还早。", "The term does not end soon.")
NEAR = 90


def near_the_end(_session: Session, record: Record, today: date) -> Label | None:
    assert isinstance(record, Appointment)
    return None if (record.term_end - today).days <= NEAR else NOT_YET


def longer(_session: Session, record: Record, _today: date) -> None:
    """What a renewal does besides."""
    assert isinstance(record, Appointment)
    record.term_end = record.term_end.replace(year=record.term_end.year + 3)


@contextmanager
def governed() -> Iterator[None]:
    """Both nouns by steps; afterwards everything as it was."""
    kept, by_steps = dict(MACHINES), Appointment.BY_STEPS
    MACHINES.update(appointment=APPOINTMENT, student=STUDENT)
    tables = ((guards.GUARDS, {"near_the_end": near_the_end}), (guards.EFFECTS, {"renew": longer}))
    before = [dict(table) for table, _ in tables]
    guards.GUARDS["appointment"], guards.EFFECTS["appointment"] = {"near_the_end": near_the_end}, {"renew": longer}
    Appointment.BY_STEPS = Student.BY_STEPS = True
    try:
        yield
    finally:
        Appointment.BY_STEPS, Student.BY_STEPS = by_steps, False
        MACHINES.clear()
        MACHINES.update(kept)
        for (table, _), old in zip(tables, before, strict=True):
            table.clear()
            table.update(old)
