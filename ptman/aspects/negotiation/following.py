"""Follows action items up: raised at a meeting, noted on, put off to another day."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.listing import Value
from ptman.models import ActionItem, ActionProgress, Commitment, Meeting, MeetingTopic
from ptman.models.resolutions import WHOLE
from ptman.register import cards, edit, moving, staleness
from ptman.register.cards import Ref


def raised(session: Session, meeting_id: str, values: Mapping[str, Value], today: date) -> str:
    """A new action item of that meeting under its next number; its id. Raises `Refused` with every fault."""
    meeting = session.get_one(Meeting, meeting_id)
    number = _number(session, meeting.meeting_no, ActionItem)
    return edit.add(session, "action_item", {"action_no": number, "meeting_id": meeting_id, **values}, today)


def promised(session: Session, meeting_id: str, values: Mapping[str, Value], today: date) -> str:
    """A new commitment of that meeting under its next number; its id. Raises `Refused` with every fault."""
    meeting = session.get_one(Meeting, meeting_id)
    number = _number(session, f"{meeting.meeting_no}-CN", Commitment)
    return edit.add(session, "commitment", {"commitment_no": number, "meeting_id": meeting_id, **values}, today)


def numbers(session: Session, meeting_id: str) -> dict[str, str]:
    """The next number of each noun that a meeting raises, for the forms of new ones."""
    head = session.get_one(Meeting, meeting_id).meeting_no
    last = session.scalar(select(func.max(MeetingTopic.seq)).where(MeetingTopic.meeting_id == meeting_id)) or 0
    return {
        "action_item": _number(session, head, ActionItem),
        "commitment": _number(session, f"{head}-CN", Commitment),
        "meeting_topic": str(last + 1),
    }


def note(session: Session, ref: Ref, progress: int, words: str, today: date) -> None:
    """Note how far an item has come. PtmanError `note-empty`, `progress-bad`; `Stale` where it has changed."""
    staleness.refuse_other_version(session, ref)
    if not words.strip():
        raise PtmanError("note-empty", "请写明进展情况。未作任何改动。", "Say what was done. Nothing was changed.")
    if not 0 <= progress <= WHOLE:
        raise PtmanError(
            "progress-bad",
            f"进度应为 0–100，不能是 {progress}。未作任何改动。",
            f"Progress is 0–100, not {progress}. Nothing was changed.",
        )
    item = session.get_one(ActionItem, ref.id)
    session.add(ActionProgress(action_id=ref.id, noted_on=today, progress=progress, note=words.strip()))
    item.progress = progress
    journal.say(
        session, f"{item.action_no} 进展 {progress}%：{words.strip()}", f"{item.action_no} {progress}%: {words.strip()}"
    )


def put_off(session: Session, ref: Ref, due_on: date, today: date, reason: str) -> None:
    """Postpone an item to a later day, with the reason. PtmanError `day-not-later` and those of a step."""
    staleness.refuse_other_version(session, ref)
    item = session.get_one(ActionItem, ref.id)
    before = item.due_on
    if due_on <= max(before or today, today):
        raise PtmanError(
            "day-not-later",
            f"新的完成时限应晚于 {max(before or today, today).isoformat()}。未作任何改动。",
            f"The new day must be after {max(before or today, today).isoformat()}. Nothing was changed.",
        )
    item.due_on = due_on
    session.flush()  # the step below compares versions
    moving.move(session, cards.card(session, "action_item", ref.id).ref, "postpone", today, reason)
    zh, en = (before.isoformat(), before.isoformat()) if before else ("未定", "no day")
    journal.say(
        session,
        f"{item.action_no} 延期：{zh} → {due_on.isoformat()}，{reason.strip()}",
        f"Postpone {item.action_no}: {en} → {due_on.isoformat()}, {reason.strip()}",
    )


def _number(session: Session, head: str, noun: type[ActionItem] | type[Commitment]) -> str:
    column = ActionItem.action_no if noun is ActionItem else Commitment.commitment_no
    taken = set(session.scalars(select(column).where(column.startswith(f"{head}-"))))
    return next(text for at in range(1, len(taken) + 2) if (text := f"{head}-{at:02d}") not in taken)
