"""Gathers what a wished-for document states, whatever its family."""

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from ptman.letters.families.family import Subject
from ptman.letters.families.gathered import Gathered
from ptman.letters.gather import (
    agreements,
    appointments,
    hosted,
    one_stay,
    organisations,
    students,
    title_holders,
    trainees,
)
from ptman.letters.wish import Wish

_OF: Mapping[Subject, Callable[[Session, Wish, date], Gathered]] = {
    Subject.PLACEMENTS: hosted.gather,
    Subject.PLACEMENT: one_stay.gather,
    Subject.STUDENTS: students.gather,
    Subject.STUDENT: students.gather,
    Subject.APPOINTMENT: appointments.gather,
    Subject.AGREEMENT: agreements.gather,
    Subject.ORGANISATION: organisations.gather,
    Subject.TRAINEE: trainees.gather,
    Subject.TITLE: title_holders.gather,
}


def gather(session: Session, wish: Wish, today: date) -> Gathered:
    """Raises PtmanError `nothing-chosen`, `no-series`, `no-parameter`."""
    return _OF[wish.what.subject](session, wish, today)
