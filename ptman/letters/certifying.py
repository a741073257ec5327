"""What issuing a certificate does to its record: it is kept with it, and an approved appointment comes in force."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import states
from ptman.letters.families.family import Subject
from ptman.models import Appointment, IssuedDocument, TitleApplication, TrainingTrainee
from ptman.models.choices import AppointmentStatus
from ptman.models.documents import LIVE
from ptman.rules.machines.people import APPOINTMENT

CERTIFIABLE = (AppointmentStatus.APPROVED, AppointmentStatus.ACTIVE)


def certify(session: Session, subject: Subject, key: str, issued: tuple[str, date]) -> None:
    """`issued` is the document, and the day."""
    document, today = issued
    one = _record(session, subject, key)
    one.certificate_id = document
    if isinstance(one, Appointment) and one.status is AppointmentStatus.APPROVED:
        states.write(session, one, APPOINTMENT.move("issue_certificate"), today)


def _record(session: Session, subject: Subject, key: str) -> Appointment | TrainingTrainee | TitleApplication:
    if subject is Subject.TRAINEE:
        return session.get_one(TrainingTrainee, key)
    if subject is Subject.TITLE:
        return session.get_one(TitleApplication, key)
    return session.get_one(Appointment, key)


def standing(session: Session, certificates: Iterable[str | None]) -> Mapping[str, str]:
    """The numbers of those of these documents that stand, neither void nor superseded, by id."""
    one = IssuedDocument
    wanted = [key for key in certificates if key]
    rows = session.execute(select(one.id, one.doc_no).where(one.id.in_(wanted), one.status.in_(LIVE)))
    return {key: number for key, number in rows}  # noqa: C416 dict() would take it for a mapping
