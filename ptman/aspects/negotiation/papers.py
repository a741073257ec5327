"""The papers and calendars of regular negotiation as bytes with the name their file should bear."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from ptman.aspects.negotiation import brief, brief_paper, calendars, follow_up, items, ledger, minutes, notice, reading
from ptman.aspects.negotiation.brief import UNSETTLED
from ptman.labels import Lang
from ptman.letters import papers
from ptman.models import ActionItem
from ptman.register import titles
from ptman.register.sender import Sender, sender
from ptman.reports.paper_files import File
from ptman.reports.report import Report


def notice_of(session: Session, meeting_id: str, today: date, lang: Lang) -> Report:
    """PtmanError `no-record`, `no-parameter`."""
    return notice.report(reading.agenda(session, meeting_id), sender(session, today, lang), today)


def minutes_of(session: Session, meeting_id: str, today: date, lang: Lang) -> Report:
    """PtmanError `no-record`, `no-parameter`, `nothing-minuted`."""
    return minutes.report(reading.agenda(session, meeting_id), sender(session, today, lang), today)


def follow_up_of(session: Session, action_id: str, today: date, lang: Lang) -> Report:
    """PtmanError `no-record`, `no-parameter`."""
    found = items.actions(session, today, ActionItem.id == action_id)
    if not found:
        raise titles.gone("action_item")
    return follow_up.report(found[0], ledger.notes(session, action_id), sender(session, today, lang), today)


def brief_of(session: Session, partner_id: str, today: date, lang: Lang) -> Report:
    """PtmanError `no-record`, `no-parameter`."""
    by: Sender = sender(session, today, lang)
    return brief_paper.report(brief.gather(session, partner_id, today), by)


def invitation_of(session: Session, meeting_id: str, stamped: datetime) -> File:
    """The meeting for a calendar. PtmanError `no-record`."""
    agenda = reading.agenda(session, meeting_id)
    stem = papers.name(agenda.meeting.number, agenda.meeting.title).removesuffix(".pdf")
    return File(f"{stem}.ics", calendars.invitation(agenda, stamped))


def due_days_of(session: Session, today: date, stamped: datetime) -> File:
    """Every open action item for a calendar."""
    found = items.actions(session, today, ActionItem.status.in_(UNSETTLED))
    return File("action-items.ics", calendars.due_days(found, stamped))
