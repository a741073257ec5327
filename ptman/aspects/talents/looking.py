"""What each part of the page of the way shows at one moment."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.talents import audit_list, auditing, certifying, reading, reported
from ptman.aspects.talents.certifying import Tally
from ptman.aspects.talents.reading import Matrix
from ptman.listing import Listing
from ptman.models import Student
from ptman.register import lists

EVERY = "all"


@dataclass(frozen=True, slots=True)
class Look:
    """The cohorts there are, and the matrix of the one in front."""

    cohorts: tuple[int, ...]
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Certified:
    listing: Listing
    tallies: tuple[Tally, ...]


def look(session: Session, wanted: str, today: date) -> Look:
    """The cohort wanted last (a year, or all); where there is none such, the newest."""
    cohorts = tuple(lists.cohorts(session))
    return Look(cohorts, reading.matrix(session, _cohort(cohorts, wanted), today))


def cohort_of(session: Session, student_id: str) -> int | None:
    """The cohort of a student; None where nobody has that id."""
    found = session.get(Student, student_id)
    return found.cohort_year if found is not None else None


def reports(session: Session, wanted: str, today: date) -> Listing:
    return reported.listing(reported.reports(session, _cohort(tuple(lists.cohorts(session)), wanted), today))


def audits(session: Session, wanted: str, today: date) -> Listing:
    return audit_list.listing(auditing.audits(session, _cohort(tuple(lists.cohorts(session)), wanted), today))


def certified(session: Session, today: date) -> Certified:
    found = certifying.certificates(session, today)
    return Certified(certifying.listing(found), certifying.tallies(session, found))


def _cohort(cohorts: tuple[int, ...], wanted: str) -> int | None:
    if wanted == EVERY or not cohorts:
        return None
    return next((one for one in cohorts if str(one) == wanted), cohorts[0])
