"""What must hold before a placement's steps, and what those steps change besides (domain §5.6)."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.models import (
    IssuedDocument,
    Placement,
    PlacementInterruption,
    PracticeAssessment,
    SafetyAttendance,
    SafetyTraining,
    Student,
)
from ptman.models.choices import DocumentStatus
from ptman.models.choices_placements import TrainingResult
from ptman.models.choices_talents import AssessmentStatus
from ptman.models.core import Record
from ptman.models.documents import LIVE
from ptman.register import agreed, insured

_DAY = timedelta(days=1)
_BACK = (DocumentStatus.RETURNED, DocumentStatus.FILED)
NO_AGREEMENT = Label(
    "实践开始那天没有有效的协议：先签订基地协议或实践协议。",
    "No agreement is in force on its first day: sign one on the base or on this placement first.",
)
NO_TRAINING = Label(
    "没有安全教育合格并签承诺书的记录。", "No safety training is recorded as passed with the undertaking signed."
)
NO_CONTACT = Label("紧急联系人或电话还没有填写。", "The emergency contact or phone is missing.")
NO_LETTER = Label(
    "还没有有效的派遣函。在文书页签发派遣函，状态会随之改变。",
    "No letter is in force. Issue it on the letters page; the state follows.",
)
NOT_BACK = Label("派遣函的回执还没有登记收回。", "The letter's receipt has not been logged as returned.")
NOT_PASSED = Label("这名学生的实践考核还没有合格。", "The student's practice assessment has not been passed.")


def _agreement(session: Session, record: Record, today: date) -> Label | None:
    del today
    one = _placement(record)
    if not _asked(session, one, "placement.no_agreement_no_placement"):
        return None
    return None if agreed.of_placement(session, one) else NO_AGREEMENT


def _insurance(session: Session, record: Record, today: date) -> Label | None:
    del today
    one = _placement(record)
    if not _asked(session, one, "placement.insurance_required"):
        return None
    found = insured.judge(one, insured.covers(session))
    if found.met or found.cure is None:
        return None
    return Label(f"保险没有覆盖实践全程。{found.cure.zh}。", f"Insurance does not cover it all. {found.cure.en}.")


def _training(session: Session, record: Record, today: date) -> Label | None:
    query = (
        select(SafetyAttendance.id)
        .join(SafetyTraining, SafetyTraining.id == SafetyAttendance.training_id)
        .where(
            SafetyAttendance.student_id == _placement(record).student_id,
            SafetyAttendance.result == TrainingResult.PASS,
            SafetyAttendance.signed,
            SafetyAttendance.retired_on.is_(None),
            SafetyTraining.held_on <= today,
        )
    )
    return None if session.scalars(query.limit(1)).first() else NO_TRAINING


def _contact(session: Session, record: Record, today: date) -> Label | None:
    del session, today
    one = _placement(record)
    return None if one.emergency_name and one.emergency_phone else NO_CONTACT


def _letter(session: Session, record: Record, today: date) -> Label | None:
    del today
    letter = session.get(IssuedDocument, _placement(record).letter_id or "")
    return None if letter is not None and letter.status in LIVE else NO_LETTER


def _receipt(session: Session, record: Record, today: date) -> Label | None:
    del today
    letter = session.get(IssuedDocument, _placement(record).letter_id or "")
    return None if letter is not None and letter.status in _BACK else NOT_BACK


def _assessed(session: Session, record: Record, today: date) -> Label | None:
    """Any attempt that was passed."""
    del today
    one = PracticeAssessment
    query = select(one.id).where(
        one.student_id == _placement(record).student_id,
        one.status == AssessmentStatus.PASSED,
        one.retired_on.is_(None),
    )
    return None if session.scalars(query.limit(1)).first() else NOT_PASSED


def _interrupt(session: Session, record: Record, today: date) -> None:
    """The days from today on do not count until it is resumed."""
    open_ = _open(session, record)
    if open_ is None:
        session.add(PlacementInterruption(placement_id=record.id, starts_on=today))


def _resume(session: Session, record: Record, today: date) -> None:
    """Today counts again; an interruption that began today never was one."""
    open_ = _open(session, record)
    if open_ is None:
        return
    if open_.starts_on >= today:
        session.delete(open_)
    else:
        open_.ends_on = today - _DAY


def _end(session: Session, record: Record, today: date) -> None:
    """What ends before its time ends today."""
    del session
    one = _placement(record)
    if today < one.ends_on:
        one.left_on = today


def _go_on(session: Session, record: Record, today: date) -> None:
    del session, today
    _placement(record).left_on = None


def _recall(session: Session, record: Record, today: date) -> None:
    """The letter no longer speaks for it, which the letters page shows."""
    del session, today
    _placement(record).letter_id = None


def _open(session: Session, record: Record) -> PlacementInterruption | None:
    one = PlacementInterruption
    query = select(one).where(one.placement_id == record.id, one.ends_on.is_(None), one.retired_on.is_(None))
    return session.scalars(query.order_by(one.starts_on.desc())).first()


def _asked(session: Session, one: Placement, code: str) -> bool:
    """Whether the office asks for it of this cohort."""
    cohort = session.get_one(Student, one.student_id).cohort_year
    limit = parameters.limits(session, cohort).get(code)
    return limit is not None and limit.value == 1


def _placement(record: Record) -> Placement:
    if not isinstance(record, Placement):
        raise TypeError(f"{record} is no placement")
    return record


GUARDS = {
    "agreement_in_force": _agreement,
    "insurance_covers": _insurance,
    "safety_training_done": _training,
    "emergency_contact": _contact,
    "letter_issued": _letter,
    "receipt_returned": _receipt,
    "assessment_passed": _assessed,
}
EFFECTS = {
    "interrupt": _interrupt,
    "resume": _resume,
    "finish": _end,
    "terminate": _end,
    "back_to_in_progress": _go_on,
    "recall": _recall,
}
