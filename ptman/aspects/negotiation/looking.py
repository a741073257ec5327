"""Everything the page of meetings shows at one moment: the meetings, one of them whole, what is open and promised."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.negotiation import brief, calling, following, items, keeping_word, reading, tables
from ptman.aspects.negotiation.calling import SeriesRow
from ptman.aspects.negotiation.keeping_word import KeptRow
from ptman.aspects.negotiation.rows import Agenda, MeetingRow
from ptman.listing import Listing
from ptman.models import ActionItem


@dataclass(frozen=True, slots=True)
class Look:
    """`agenda` is None where there is no meeting; `tables` are its lists by noun, carried items by `carried`."""

    series: tuple[SeriesRow, ...]
    meetings: tuple[MeetingRow, ...]
    agenda: Agenda | None
    tables: dict[str, Listing]
    numbers: dict[str, str]
    open: Listing
    kept: tuple[KeptRow, ...]
    partners: tuple[tuple[str, str], ...]


def look(session: Session, wanted: str, today: date) -> Look:
    """The wanted meeting, where it is gone or none the one to come next, else the last."""
    meetings = reading.meetings(session)
    key = _chosen(meetings, wanted, today)
    agenda = reading.agenda(session, key) if key else None
    unsettled = items.actions(session, today, ActionItem.status.in_(brief.UNSETTLED))
    return Look(
        series=calling.series(session, today),
        meetings=meetings,
        agenda=agenda,
        tables=tables.of(agenda) if agenda else {},
        numbers=following.numbers(session, key) if key else {},
        open=tables.actions(
            "open-items", tuple(sorted(unsettled, key=lambda one: (-one.days_late, one.due_on or date.max, one.number)))
        ),
        kept=keeping_word.kept(session, today),
        partners=brief.partners(session),
    )


def _chosen(meetings: tuple[MeetingRow, ...], wanted: str, today: date) -> str:
    known = {one.ref.id for one in meetings}
    if wanted in known:
        return wanted
    coming = [one for one in meetings if one.on >= today]
    return coming[-1].ref.id if coming else meetings[0].ref.id if meetings else ""
