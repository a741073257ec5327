"""Objections while a result is publicised: raised with their step, looked into, settled with the step they lead to."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.models import TitleApplication, TitleObjection
from ptman.models.choices_titles import ObjectionResult, TitleApplicationStatus
from ptman.register import cards, moving, staleness, titles
from ptman.register.cards import Ref


def object_to(session: Session, ref: Ref, content: str, by: str, today: date) -> str:
    """Enter an objection to a publicised application, which goes to “objected to”; the objection's id."""
    staleness.refuse_other_version(session, ref)
    said = content.strip()
    if not said:
        raise _empty("异议内容", "the objection")
    last = select(func.max(TitleObjection.seq)).where(TitleObjection.application_id == ref.id)
    one = TitleObjection(application_id=ref.id, seq=(session.scalar(last) or 0) + 1, raised_on=today, content=said)
    one.raised_by = by.strip() or None
    session.add(one)
    session.flush()  # the guard of the step reads it
    if session.get_one(TitleApplication, ref.id).status is TitleApplicationStatus.PUBLICITY:
        moving.move(session, cards.card(session, ref.noun, ref.id).ref, "object", today, said)
    title = titles.one(session, ref.noun, ref.id)
    journal.say(session, f"登记公示异议：{title}", f"Record an objection: {title}")
    return one.id


def settle(session: Session, ref: Ref, opinion: str, today: date, *, upheld: bool) -> None:
    """Answer every objection of the application that is pending, and take the step it leads to."""
    staleness.refuse_other_version(session, ref)
    said = opinion.strip()
    if not said:
        raise _empty("核查说明", "the finding")
    one = TitleObjection
    pending = select(one).where(one.application_id == ref.id, one.result == ObjectionResult.PENDING)
    for each in session.scalars(pending):
        each.result = ObjectionResult.UPHELD if upheld else ObjectionResult.DISMISSED
        each.opinion, each.settled_on = said, today
    session.flush()  # the guard of the step reads them
    step = "uphold" if upheld else "dismiss_objection"
    moving.move(session, cards.card(session, ref.noun, ref.id).ref, step, today, said)


def _empty(zh: str, en: str) -> PtmanError:
    return PtmanError("words-missing", f"请填写{zh}。未作任何改动。", f"Enter {en}. Nothing was changed.")
