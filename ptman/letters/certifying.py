"""What issuing a certificate does to its appointment: it is kept with it, and one that was approved comes in force."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import states
from ptman.models import Appointment
from ptman.models.choices import AppointmentStatus
from ptman.rules.machines.people import APPOINTMENT

CERTIFIABLE = (AppointmentStatus.APPROVED, AppointmentStatus.ACTIVE)


def certify(session: Session, key: str, document: str, today: date) -> None:
    one = session.get_one(Appointment, key)
    one.certificate_id = document
    if one.status is AppointmentStatus.APPROVED:
        states.write(session, one, APPOINTMENT.move("issue_certificate"), today)
