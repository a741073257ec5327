"""What must hold before each step of an application for a title (domain §5.8)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import DegreeApplication, TitleObjection
from ptman.models.choices_titles import ObjectionResult
from ptman.models.core import Record
from ptman.register import title_cases, title_committee, title_evidence, title_records
from ptman.rules.findings import Finding

NO_RULES = Label("申报截止日没有施行中的职称规则。", "No title rules are in force on the last day of the batch.")
GONE = Label("学生不在读，也无法核验。", "The student no longer studies and cannot be judged.")
NOT_AWARDED = Label("学位尚未授予（登记册“学位申请”的授予日期）。", "The degree has not been awarded yet.")
NO_NUMBER = Label("先填写证书编号。", "First enter the number of the certificate.")
NOT_PLANNED = Label("先在批次中登记公示起止日期。", "First enter the days of publicity in the batch.")
NO_OBJECTION = Label("先登记一条核查中的公示异议。", "First enter an objection that is being looked into.")
PENDING = Label("还有公示异议没有核查结论。", "An objection has no result yet.")
NONE_UPHELD = Label("没有结论为“成立”的异议。", "No objection was upheld.")
SOME_UPHELD = Label("有异议已认定成立。", "An objection was upheld.")
VOTED_FOR = Label("同意票已达到通过比例。", "The votes suffice to pass.")


def _open(session: Session, record: Record, today: date) -> Label | None:
    batch = title_records.batch(session, record)
    if batch.apply_open is not None and today < batch.apply_open:
        day = batch.apply_open
        return Label(f"批次自 {day} 起受理申报。", f"The batch opens on {day}.")
    day = batch.apply_close
    return Label(f"批次已于 {day} 截止。", f"The batch closed on {day}.") if today > day else None


def _eligible(session: Session, record: Record, today: date) -> Label | None:
    """The first test that blocks."""
    one = title_records.application(record)
    case = title_cases.case(session, one.student_id, one.batch_id, today)
    if case is None or case.question is None:
        return GONE if case is None else NO_RULES
    return next((said(found) for found in case.judge(today) if found.blocks), None)


def said(found: Finding) -> Label:
    """A test that is not met, in a sentence."""
    cure = found.cure or Label("", "")
    zh = f"：{cure.zh}" if cure.zh else ""
    en = f": {cure.en}" if cure.en else ""
    state = found.standing.label
    return Label(f"{found.label.zh}{state.zh}{zh}。", f"{found.label.en} – {state.en.lower()}{en}.")


def _evidence(session: Session, record: Record, today: date) -> Label | None:
    missing = title_evidence.lacking(title_evidence.of(session, title_records.application(record), today))
    if not missing:
        return None
    zh, en = "、".join(one.zh for one in missing), ", ".join(one.en for one in missing)
    return Label(f"未核验：{zh}。", f"Not verified: {en}.")


def _passes(session: Session, record: Record, today: date) -> Label | None:
    """The committee may decide, and the votes suffice."""
    del today
    off = next((one for one in title_committee.sits(session, title_records.batch(session, record)) if one.blocks), None)
    if off is not None:
        return said(off)
    vote = title_committee.vote(session, title_records.application(record))
    return None if vote.met else _not_enough(vote)


def _fails(session: Session, record: Record, today: date) -> Label | None:
    """A review fails only by votes that were cast."""
    del today
    vote = title_committee.vote(session, title_records.application(record))
    if vote.met:
        return VOTED_FOR
    return said(vote) if vote.cure is not None else None


def _not_enough(vote: Finding) -> Label:
    if vote.cure is not None or vote.value is None or vote.threshold is None:
        return said(vote)
    value, least = vote.value, vote.threshold
    return Label(f"{value.zh}，未达到{least.zh}。", f"{value.en}; it takes {least.en}.")


def _planned(session: Session, record: Record, today: date) -> Label | None:
    batch = title_records.batch(session, record)
    found = title_committee.publicised(session, batch, today)
    if batch.publicity_from is None or batch.publicity_to is None:
        return NOT_PLANNED
    return said(found) if found.gap is not None else None


def _over(session: Session, record: Record, today: date) -> Label | None:
    found = title_committee.publicised(session, title_records.batch(session, record), today)
    if not found.met:
        return said(found)
    return PENDING if _objections(session, record, ObjectionResult.PENDING) else None


def _recorded(session: Session, record: Record, today: date) -> Label | None:
    del today
    return None if _objections(session, record, ObjectionResult.PENDING) else NO_OBJECTION


def _dismissed(session: Session, record: Record, today: date) -> Label | None:
    del today
    if _objections(session, record, ObjectionResult.PENDING):
        return PENDING
    return SOME_UPHELD if _objections(session, record, ObjectionResult.UPHELD) else None


def _upheld(session: Session, record: Record, today: date) -> Label | None:
    del today
    return None if _objections(session, record, ObjectionResult.UPHELD) else NONE_UPHELD


def _awarded(session: Session, record: Record, today: date) -> Label | None:
    one = DegreeApplication
    days = select(one.awarded_on).where(
        one.student_id == title_records.application(record).student_id, one.awarded_on <= today
    )
    return None if session.scalars(days.limit(1)).first() is not None else NOT_AWARDED


def _numbered(session: Session, record: Record, today: date) -> Label | None:
    del session, today
    return None if (title_records.application(record).cert_no or "").strip() else NO_NUMBER


def _objections(session: Session, record: Record, result: ObjectionResult) -> int:
    one = TitleObjection
    query = select(one.id).where(one.application_id == record.id, one.result == result, one.retired_on.is_(None))
    return len(session.scalars(query).all())


GUARDS = {
    "batch_open": _open,
    "eligible": _eligible,
    "evidence_complete": _evidence,
    "vote_passes": _passes,
    "vote_fails": _fails,
    "publicity_planned": _planned,
    "publicity_over": _over,
    "objection_recorded": _recorded,
    "objections_dismissed": _dismissed,
    "objection_upheld": _upheld,
    "degree_awarded": _awarded,
    "certificate_numbered": _numbered,
}
