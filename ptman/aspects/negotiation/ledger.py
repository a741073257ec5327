"""The ledger of action items: every item with its meeting, its days late, its last note, as a list."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.negotiation import items
from ptman.aspects.negotiation.follow_up import Note
from ptman.aspects.negotiation.rows import ActionRow
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Value
from ptman.models import ActionItem, ActionProgress
from ptman.models.choices_negotiation import ActionStatus
from ptman.register import columns, rows

SETTLED = frozenset({ActionStatus.CLOSED, ActionStatus.CANCELLED})
OURS = Label("本院", "Us")
LEDGER = rows.blank(
    "action-ledger",
    "action_item",
    Label("会议行动项台账", "Action items"),
    (
        *columns.of(ActionItem, "action_no", "content", "status", "due_on"),
        columns.number("days_late", "逾期天数", "Days late"),
        *columns.of(ActionItem, "lead_organisation_id", "owner", "co_units", "priority", "progress"),
        columns.number("postponed_times", "延期次数", "Times postponed"),
        Column("source", Label("来源会议", "Raised at"), Kind.TEXT, 14),
        Column("raised_on", Label("会议日期", "On"), Kind.DATE),
        Column("last_note", Label("最近进展", "Last note"), Kind.LONG, 30),
        *columns.of(ActionItem, "evidence", "closed_on"),
    ),
)


def ledger(session: Session, today: date) -> Listing:
    """Every action item by number; the tags are `open`, `late`, `settled` and the status."""
    one = ActionProgress
    noted = select(one.action_id, one.note).where(one.retired_on.is_(None)).order_by(one.noted_on, one.id)
    last = {key: words for key, words in session.execute(noted)}  # noqa: C416 dict() would take it for a mapping
    return rows.listing(LEDGER, (_entry(item, last.get(item.ref.id, "")) for item in items.actions(session, today)))


def notes(session: Session, action_id: str) -> tuple[Note, ...]:
    """What was noted on one item, oldest first."""
    one = ActionProgress
    query = select(one.noted_on, one.progress, one.note).where(one.action_id == action_id, one.retired_on.is_(None))
    return tuple(
        (day, progress, words) for day, progress, words in session.execute(query.order_by(one.noted_on, one.id))
    )


def _entry(one: ActionRow, last: str) -> rows.Entry:
    settled = one.status in SETTLED
    cells: dict[str, Value] = {
        "action_no": one.number,
        "content": one.content,
        "status": one.status.label,
        "due_on": one.due_on,
        "days_late": one.days_late or None,
        "lead_organisation": one.lead or OURS,
        "owner": one.owner,
        "co_units": one.co_units,
        "priority": one.priority,
        "progress": one.progress,
        "postponed_times": one.postponed_times,
        "source": one.source,
        "raised_on": one.raised_on,
        "last_note": last,
        "evidence": one.evidence,
        "closed_on": one.closed_on,
    }
    tags = rows.tagged(open=not settled, settled=settled, late=one.days_late > 0)
    return rows.Entry(one.ref.id, cells, rows.sounds_of_unit(one.owner), tags | {one.status.value})
