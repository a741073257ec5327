"""What a partner is to us before a meeting: students, supervisors, seats, expiring papers, open items, minutes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ptman.aspects.negotiation import items, keeping_word, reading
from ptman.aspects.negotiation.keeping_word import KeptRow
from ptman.aspects.negotiation.rows import ActionRow, MeetingRow, TopicRow
from ptman.labels import Label
from ptman.listing import Load
from ptman.models import ActionItem, Agreement, Meeting, MeetingSeriesMember, Organisation
from ptman.models.choices_bases import AgreementStatus
from ptman.models.choices_negotiation import ActionStatus
from ptman.register import names, seats, standing, titles
from ptman.register.lists import industry_supervisors, students
from ptman.register.negotiation_guards import MINUTED

AHEAD = 180
"""Days within which a paper counts as expiring."""
LAST = 3
UNSETTLED = (ActionStatus.OPEN, ActionStatus.IN_PROGRESS, ActionStatus.POSTPONED, ActionStatus.DONE)
AGREEMENT, APPOINTMENT = Label("协议", "Agreement"), Label("聘任", "Appointment")


@dataclass(frozen=True, slots=True)
class Pupil:
    number: str
    name: str
    base: str
    academic: str
    industry: str
    until: date


@dataclass(frozen=True, slots=True)
class Guide:
    """An industry supervisor of the partner: how many are guided of how many, and until when appointed."""

    name: str
    post: str
    load: Load
    until: date | None


@dataclass(frozen=True, slots=True)
class Seated:
    base: str
    period: str
    load: Load


@dataclass(frozen=True, slots=True)
class Paper:
    """Something that ends soon."""

    what: Label
    name: str
    ends_on: date


@dataclass(frozen=True, slots=True)
class Past:
    """One meeting that was held, with the topics that resolved something."""

    meeting: MeetingRow
    topics: tuple[TopicRow, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything two pages say of a partner; `coming` are students who will be there later."""

    partner: str
    today: date
    pupils: tuple[Pupil, ...]
    coming: int
    guides: tuple[Guide, ...]
    seats: tuple[Seated, ...]
    papers: tuple[Paper, ...]
    open: tuple[ActionRow, ...]
    kept: tuple[KeptRow, ...]
    past: tuple[Past, ...]


def partners(session: Session) -> tuple[tuple[str, str], ...]:
    """Every unit that is a member of a series: id and name, by name."""
    query = select(Organisation.id, Organisation.name).join(
        MeetingSeriesMember, MeetingSeriesMember.organisation_id == Organisation.id
    )
    found = session.execute(query.where(Organisation.retired_on.is_(None)).distinct().order_by(Organisation.name))
    return tuple((key, name) for key, name in found)


def gather(session: Session, partner_id: str, today: date) -> Brief:
    """PtmanError `no-record` where the partner is gone."""
    partner = session.get(Organisation, partner_id)
    if partner is None:
        raise titles.gone("organisation")
    bases = {key: base.name for key, base in names.bases(session).items() if base.host_id == partner_id}
    pupils, coming = _pupils(session, bases, today)
    guides = tuple(_guides(session, partner.name, today))
    return Brief(
        partner=partner.name,
        today=today,
        pupils=pupils,
        coming=coming,
        guides=guides,
        seats=_seats(session, bases, today),
        papers=tuple(sorted(_papers(session, bases, guides, today), key=lambda one: (one.ends_on, one.name))),
        open=_open(session, partner_id, today),
        kept=keeping_word.kept(session, today, partner_id),
        past=_past(session, partner_id, today),
    )


def _pupils(session: Session, bases: dict[str, str], today: date) -> tuple[tuple[Pupil, ...], int]:
    """Who is at the partner's bases today, by number; how many will be."""
    listing = students(session, today)
    at = {column.key: place for place, column in enumerate(listing.columns)}
    shown = {row.id: row.cells for row in listing.rows}
    found, coming = [], 0
    for place in standing.placements(session):
        cells = shown.get(place.student)
        if place.base not in bases or cells is None or place.ends_on < today:
            continue
        if place.starts_on > today:
            coming += 1
            continue
        number, name, academic, industry = (
            str(cells[at[key]] or "") for key in ("student_no", "name", "academic", "industry")
        )
        found.append(Pupil(number, name, bases[place.base], academic, industry, place.ends_on))
    return tuple(sorted(found, key=lambda one: (one.base, one.number))), coming


def _guides(session: Session, partner: str, today: date) -> Iterator[Guide]:
    listing = industry_supervisors(session, today)
    at = {column.key: place for place, column in enumerate(listing.columns)}
    for row in listing.rows:
        name, unit, post, load, until = (
            row.cells[at[key]] for key in ("name", "organisation", "post", "load", "term_end")
        )
        if unit == partner and isinstance(load, Load):
            yield Guide(str(name), str(post or ""), load, until if isinstance(until, date) else None)


def _seats(session: Session, bases: dict[str, str], today: date) -> tuple[Seated, ...]:
    found = seats.seats(session, today)
    return tuple(
        Seated(name, f"{period.cohort} {period.name}", found.loads[key, period.id])
        for key, name in sorted(bases.items(), key=lambda one: one[1])
        for period in found.periods
    )


def _papers(session: Session, bases: dict[str, str], guides: tuple[Guide, ...], today: date) -> Iterator[Paper]:
    until = today + timedelta(days=AHEAD)
    mine = select(Agreement).where(
        Agreement.base_id.in_(bases), Agreement.retired_on.is_(None), Agreement.status == AgreementStatus.SIGNED
    )
    for one in session.scalars(mine.where(Agreement.valid_to <= until, Agreement.auto_renew.is_(False))):
        if one.valid_to is not None:
            yield Paper(AGREEMENT, f"{one.agreement_no} {one.title}", one.valid_to)
    for guide in guides:
        if guide.until is not None and guide.until <= until:
            yield Paper(APPOINTMENT, guide.name, guide.until)


def _open(session: Session, partner_id: str, today: date) -> tuple[ActionRow, ...]:
    """What is open of the partner's own and of the series it belongs to: the latest first."""
    member = select(MeetingSeriesMember.series_id).where(MeetingSeriesMember.organisation_id == partner_id)
    raised = select(Meeting.id).where(Meeting.series_id.in_(member))
    mine = or_(ActionItem.lead_organisation_id == partner_id, ActionItem.meeting_id.in_(raised))
    found = items.actions(session, today, mine, ActionItem.status.in_(UNSETTLED))
    return tuple(
        sorted(found, key=lambda one: (one.lead_id != partner_id, -one.days_late, one.due_on or date.max, one.number))
    )


def _past(session: Session, partner_id: str, today: date) -> tuple[Past, ...]:
    """The last meetings of the partner's series that were held."""
    member = select(MeetingSeriesMember.series_id).where(MeetingSeriesMember.organisation_id == partner_id)
    query = select(Meeting.id).where(
        Meeting.series_id.in_(member),
        Meeting.retired_on.is_(None),
        Meeting.planned_on <= today,
        Meeting.status.in_(MINUTED),
    )
    last = session.scalars(query.order_by(Meeting.planned_on.desc(), Meeting.id.desc()).limit(LAST))
    return tuple(
        Past(reading.meeting(session, key), tuple(one for one in reading.topics(session, key) if one.resolution))
        for key in last
    )
