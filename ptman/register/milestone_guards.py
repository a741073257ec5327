"""What milestones and training classes ask for before a step, and what those steps change besides."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.models import Milestone, Student, TrainingClass, TrainingTrainee
from ptman.models.choices_talents import MilestoneStatus, TraineeResult, TrainingKind
from ptman.models.core import Record
from ptman.rules import months

NO_NEW_DAY = Label("先把“应完成日期”改为今天以后的日期。", "First set “Due” to a day after today.")
NO_TRAINEES = Label("还没有学员。", "There are no trainees yet.")
NO_RESULTS = Label("有学员还没有填写结果。", "Some trainees have no result yet.")
PREFIXES = {
    TrainingKind.TOP: "GD",
    TrainingKind.ENTERPRISE: "QY",
    TrainingKind.CERTIFICATION: "RZ",
    TrainingKind.SUPERVISOR: "YX",
    TrainingKind.OTHER: "QT",
}
"""Certificates are numbered on and on by kind, whatever the class or the year."""


def _due_ahead(session: Session, record: Record, today: date) -> Label | None:
    del session
    due = _milestone(record).due_on
    return None if due is not None and due > today else NO_NEW_DAY


def _submit(session: Session, record: Record, today: date) -> None:
    del session
    one = _milestone(record)
    one.submitted_on = one.submitted_on or today


def _hold(session: Session, record: Record, today: date) -> None:
    del session
    one = _milestone(record)
    one.held_on = one.held_on or today


def _extend(session: Session, record: Record, today: date) -> None:
    del session, today
    _milestone(record).delay_count += 1


def _retry(session: Session, record: Record, today: date) -> None:
    """The next attempt, due so many months from now as the office has it."""
    one = _milestone(record)
    cohort = session.get_one(Student, one.student_id).cohort_year
    due = months.add_months(today, parameters.number(session, "milestone.retry_months", cohort))
    session.add(
        Milestone(
            student_id=one.student_id,
            def_code=one.def_code,
            attempt_no=one.attempt_no + 1,
            due_on=due,
            status=MilestoneStatus.OPEN,
        )
    )


def _results_entered(session: Session, record: Record, today: date) -> Label | None:
    del today
    mine = select(TrainingTrainee.result).where(TrainingTrainee.class_id == record.id)
    results = session.scalars(mine).all()
    if not results:
        return NO_TRAINEES
    return NO_RESULTS if None in results else None


def _certify(session: Session, record: Record, today: date) -> None:
    """A number for each who completed and has none, in the order of the roster."""
    if not isinstance(record, TrainingClass):
        raise TypeError(f"{record} is no training class")
    head = f"PX-{PREFIXES[record.kind]}-"
    given = session.scalars(select(TrainingTrainee.cert_no).where(TrainingTrainee.cert_no.startswith(head)))
    tails = ((said or "").removeprefix(head) for said in given)
    last = max((int(tail) for tail in tails if tail.isdecimal()), default=0)
    done = select(TrainingTrainee).where(
        TrainingTrainee.class_id == record.id,
        TrainingTrainee.result == TraineeResult.COMPLETED,
        TrainingTrainee.cert_no.is_(None),
    )
    for number, one in enumerate(session.scalars(done.order_by(TrainingTrainee.seq)), last + 1):
        one.cert_no, one.cert_on = f"{head}{number:05d}", today


def _milestone(record: Record) -> Milestone:
    if not isinstance(record, Milestone):
        raise TypeError(f"{record} is no milestone")
    return record


MILESTONE_GUARDS = {"due_ahead": _due_ahead}
MILESTONE_EFFECTS = {
    "submit": _submit,
    "pass": _hold,
    "pass_conditionally": _hold,
    "fail": _hold,
    "extend": _extend,
    "retry": _retry,
}
CLASS_GUARDS = {"results_entered": _results_entered}
CLASS_EFFECTS = {"issue_certificates": _certify}
