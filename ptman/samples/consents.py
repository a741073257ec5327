"""Invents who has agreed that their data goes to hosts for placement: most of the students, not all."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.models import Consent, Student
from ptman.rules.disclosing import Purpose

ONE_LACKS_IN = 12


def fill(session: Session, today: date) -> None:
    """Every twelfth student has not handed in the paper yet."""
    numbers = session.scalars(select(Student.id).order_by(Student.student_no)).all()
    agreed = [key for at, key in enumerate(numbers, 1) if at % ONE_LACKS_IN]
    given = today - timedelta(days=30)
    session.add_all(
        Consent(student_id=key, purpose=Purpose.PLACEMENT, given_on=given, notice_version="2026-1") for key in agreed
    )
    journal.say(session, f"登记 {len(agreed)} 份同意书", f"Record {len(agreed)} consents")
