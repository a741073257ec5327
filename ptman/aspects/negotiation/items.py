"""Gathers action items and commitments as rows, with how late an item is on a day."""

from collections import Counter
from datetime import date

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from ptman.aspects.negotiation.rows import ActionRow, PromiseRow
from ptman.models import ActionItem, Commitment, CommitmentEffect, Meeting, Organisation, TrainingBase
from ptman.register.cards import Ref
from ptman.rules import negotiation


def actions(session: Session, today: date, *conditions: ColumnElement[bool]) -> tuple[ActionRow, ...]:
    """Action items that are not retired, by number, with how late they are on that day."""
    query = select(ActionItem, Meeting.planned_on, Meeting.meeting_no).join(
        Meeting, ActionItem.meeting_id == Meeting.id
    )
    query = query.where(ActionItem.retired_on.is_(None), *conditions).order_by(ActionItem.action_no)
    units = names(session, select(Organisation.id, Organisation.name))
    return tuple(_action(one, (day, number), units, today) for one, day, number in session.execute(query))


def promises(session: Session, *conditions: ColumnElement[bool]) -> tuple[PromiseRow, ...]:
    """Commitments that are not retired, by number."""
    query = select(Commitment, Meeting.meeting_no).join(Meeting, Commitment.meeting_id == Meeting.id)
    query = query.where(Commitment.retired_on.is_(None), *conditions).order_by(Commitment.commitment_no)
    units = names(session, select(Organisation.id, Organisation.name))
    bases = names(session, select(TrainingBase.id, TrainingBase.name))
    applied = Counter(session.scalars(select(CommitmentEffect.commitment_id)))
    return tuple(
        PromiseRow(
            ref=Ref("commitment", one.id, one.version),
            number=one.commitment_no,
            content=one.content,
            kind=one.kind,
            partner_id=one.partner_id,
            partner=units[one.partner_id],
            meeting=one.meeting_id,
            source=number,
            topic=one.topic_id or "",
            amount=one.amount,
            unit=one.unit or "",
            delivered=one.delivered,
            base_id=one.base_id or "",
            base=bases.get(one.base_id or "", ""),
            from_on=one.from_on,
            until_on=one.until_on,
            status=one.status,
            applied=applied[one.id],
        )
        for one, number in session.execute(query)
    )


def names(session: Session, query: Select[str, str]) -> dict[str, str]:
    return {key: name for key, name in session.execute(query)}  # noqa: C416 dict() would take the result for a mapping


def _action(one: ActionItem, raised: tuple[date, str], units: dict[str, str], today: date) -> ActionRow:
    day, number = raised
    item = negotiation.Item(one.id, one.status.value, one.due_on, day, one.priority)
    return ActionRow(
        ref=Ref("action_item", one.id, one.version),
        number=one.action_no,
        content=one.content,
        meeting=one.meeting_id,
        source=number,
        raised_on=day,
        topic=one.topic_id or "",
        lead_id=one.lead_organisation_id or "",
        lead=units.get(one.lead_organisation_id or "", ""),
        owner=one.owner or "",
        co_units=one.co_units or "",
        due_on=one.due_on,
        priority=one.priority,
        progress=one.progress,
        status=one.status,
        evidence=one.evidence or "",
        postponed_times=one.postponed_times,
        closed_on=one.closed_on,
        days_late=negotiation.days_late(item, today),
    )
