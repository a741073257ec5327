"""An office with one base and one student there, everything in order but for what is lacking."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.models import BaseSeats, InsurancePolicy
from ptman.models.choices import BaseStatus
from ptman.models.choices_bases import AgreementStatus, CoverageKind, Insured, PolicyStatus
from tests import makers

TODAY = date(2027, 9, 15)
YEAR = (date(2027, 1, 1), date(2028, 12, 31))


def make(session: Session, *, lacking: str = "") -> None:
    """One base with five seats from September 2027 to August 2028, everything there but what is lacking."""
    host = makers.organisation(session)
    status = BaseStatus.CLOSED if lacking == "base" else BaseStatus.ACTIVE
    base, period = makers.base(session, host=host, capacity_per_batch=5, status=status), makers.period(session)
    if lacking == "seats":
        session.add(BaseSeats(base_id=base.id, period_id=period.id, seats=0))
    if lacking != "agreement":
        signed = AgreementStatus.SIGNING if lacking == "signature" else AgreementStatus.SIGNED
        makers.agreement(session, base, status=signed)
    most = 2 if lacking == "supervisors" else 8
    makers.appointment(session, makers.industry(session, organisation=host, max_students=most))
    if lacking != "insurance":
        one = InsurancePolicy(policy_no="BX1", insurer="某保险", insured=Insured.EVERYBODY)
        one.coverage_kind, (one.effective_date, one.expiry_date) = CoverageKind.PRACTICE_LIABILITY, YEAR
        one.status = PolicyStatus.VERIFIED
        session.add(one)
    makers.placement(session, makers.student(session), base, period)
