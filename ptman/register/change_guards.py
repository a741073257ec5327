"""What must hold before steps of a change of supervisor, and what those steps change besides (domain §5.3)."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import SupervisorChange
from ptman.models.choices import Role
from ptman.models.choices_double import Opinion
from ptman.models.core import Record
from ptman.register import handover

NOT_AGREED = Label("新导师还没有同意；先填写“新导师意见”。", "The new supervisor has not agreed; enter their opinion.")
NOT_LOOKED_INTO = Label(
    "原导师不同意或未答复，须先填写“调查结论”。", "The present supervisor refused or is silent: enter what was found."
)


def _agreed(session: Session, record: Record, today: date) -> Label | None:
    del session, today
    return None if _change(record).new_opinion is Opinion.AGREE else NOT_AGREED


def _looked_into(session: Session, record: Record, today: date) -> Label | None:
    del session, today
    one = _change(record)
    return NOT_LOOKED_INTO if one.investigate and not (one.investigation or "").strip() else None


def _qualified(session: Session, record: Record, today: date) -> Label | None:
    """The first rule that blocks; those that only warn are shown beside."""
    found = handover.verdict(session, _change(record), today).findings
    one = next((finding for finding in found if finding.blocks), None)
    if one is None:
        return None
    zh = "：".join(part.zh for part in (one.label, one.cure or one.standing.label))
    en = ": ".join(part.en for part in (one.label, one.cure or one.standing.label))
    return Label(f"{zh}。", f"{en}.")


def _possible(session: Session, record: Record, today: date) -> Label | None:
    return handover.against(session, _change(record), today)


def _submit(session: Session, record: Record, today: date) -> None:
    """The present supervisor is whoever guides the student in that role on the day."""
    del today
    one = _change(record)
    now = handover.standing(session, one)
    if now is not None and one.role is Role.INDUSTRY:
        one.old_industry_id = now.industry_supervisor_id
    elif now is not None:
        one.old_academic_id = now.academic_supervisor_id


def _original_agrees(session: Session, record: Record, today: date) -> None:
    del session
    one = _change(record)
    one.original_opinion, one.original_on = Opinion.AGREE, one.original_on or today


def _original_refuses(session: Session, record: Record, today: date) -> None:
    """Silence is entered before the step; else it was a refusal."""
    del session
    one = _change(record)
    silent = one.original_opinion is Opinion.ABSENT
    one.original_opinion = Opinion.ABSENT if silent else Opinion.DISAGREE
    one.original_on, one.investigate = one.original_on or today, True


def _new_agrees(session: Session, record: Record, today: date) -> None:
    del session
    one = _change(record)
    one.new_opinion, one.new_on = Opinion.AGREE, one.new_on or today


def _new_refuses(session: Session, record: Record, today: date) -> None:
    del session
    one = _change(record)
    one.new_opinion, one.new_on = Opinion.DISAGREE, one.new_on or today


def _faculty_approves(session: Session, record: Record, today: date) -> None:
    del session
    one = _change(record)
    one.faculty_opinion, one.faculty_on = Opinion.AGREE, one.faculty_on or today


def _office_approves(session: Session, record: Record, today: date) -> None:
    one = _change(record)
    one.office_opinion, one.office_on = Opinion.AGREE, one.office_on or today
    one.effective_on = one.effective_on or today
    handover.hand_over(session, one, today)


def _reject(session: Session, record: Record, today: date) -> None:
    """Whoever had it before them has refused."""
    del session
    one = _change(record)
    if one.faculty_opinion is Opinion.AGREE:
        one.office_opinion, one.office_on = Opinion.DISAGREE, one.office_on or today
    else:
        one.faculty_opinion, one.faculty_on = Opinion.DISAGREE, one.faculty_on or today


def _change(record: Record) -> SupervisorChange:
    if not isinstance(record, SupervisorChange):
        raise TypeError(f"{record} is no change of supervisor")
    return record


GUARDS = {
    "new_supervisor_agreed": _agreed,
    "investigated_if_refused": _looked_into,
    "new_supervisor_qualified": _qualified,
    "handover_possible": _possible,
}
EFFECTS = {
    "submit": _submit,
    "original_agrees": _original_agrees,
    "original_refuses": _original_refuses,
    "new_agrees": _new_agrees,
    "new_refuses": _new_refuses,
    "faculty_approves": _faculty_approves,
    "office_approves": _office_approves,
    "reject": _reject,
}
