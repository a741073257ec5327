"""The papers and calendars of regular negotiation as bytes with the name their file should bear."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from ptman.aspects.negotiation import brief, brief_paper, calendars, follow_up, items, ledger, minutes, notice, reading
from ptman.aspects.negotiation.brief import UNSETTLED
from ptman.aspects.negotiation.sender import Sender, sender
from ptman.labels import Lang
from ptman.letters import papers
from ptman.models import ActionItem
from ptman.register import titles
from ptman.reports.report import Report


class Form(StrEnum):
    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class File:
    """One file to be saved or shown; `name` has its ending."""

    name: str
    content: bytes


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


def set_as(report: Report, form: Form) -> File:
    """The report as PDF or as Word."""
    from ptman.reports import pages, word

    made = pages.pdf(report) if form is Form.PDF else word.docx(report)
    return File(name(report, form), made)


def name(report: Report, form: Form) -> str:
    """What the report's file should be called."""
    return papers.name(report.title, report.number).removesuffix(".pdf") + f".{form.value}"


def invitation_of(session: Session, meeting_id: str, stamped: datetime) -> File:
    """The meeting for a calendar. PtmanError `no-record`."""
    agenda = reading.agenda(session, meeting_id)
    stem = papers.name(agenda.meeting.number, agenda.meeting.title).removesuffix(".pdf")
    return File(f"{stem}.ics", calendars.invitation(agenda, stamped))


def due_days_of(session: Session, today: date, stamped: datetime) -> File:
    """Every open action item for a calendar."""
    found = items.actions(session, today, ActionItem.status.in_(UNSETTLED))
    return File("action-items.ics", calendars.due_days(found, stamped))
