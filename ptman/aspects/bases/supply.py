"""Reads what each base in use offers from when to when: seats, agreements, supervisors in appointment, insurance."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.models import (
    Agreement,
    Appointment,
    BasePost,
    BaseSeats,
    IndustrySupervisor,
    Period,
    Placement,
    TrainingBase,
)
from ptman.models.choices import AgreementKind, AppointmentStatus, BaseStatus
from ptman.models.choices_bases import AgreementStatus, Insured
from ptman.models.placements import GONE
from ptman.register import insured
from ptman.rules.coverage import Base, Span
from ptman.rules.coverage_sharing import Host


@dataclass(frozen=True, slots=True)
class Site:
    """A base in use, and what the map asks of it; `agreement` is the one that ends last, empty where there is none."""

    id: str
    number: str
    name: str
    agreement: str
    offer: Base
    students: tuple[Span, ...]
    host: str


def hosts(session: Session, found: Sequence[Site], today: date) -> tuple[Host, ...]:
    """These bases by their host, with the supervisors of the host who belong to none of its bases."""
    pools = _pools(session, today)
    of_host: dict[str, list[Site]] = defaultdict(list)
    for site in found:
        of_host[site.host].append(site)
    return tuple(
        Host(tuple(one.offer for one in here), tuple(pools[key]), {one.id: one.students for one in here})
        for key, here in of_host.items()
    )


def sites(session: Session, today: date) -> tuple[Site, ...]:
    """Every base in use, by its number."""
    one = TrainingBase
    found = session.scalars(
        select(one).where(one.status == BaseStatus.ACTIVE, one.retired_on.is_(None)).order_by(one.base_no)
    ).all()
    seats = _seats(session, found, today)
    agreements, latest = _agreements(session)
    guides = _own(session, today)
    covers = _insurance(session, found, today)
    students = _students(session)
    return tuple(
        Site(
            base.id,
            base.base_no,
            base.name,
            latest.get(base.id, ""),
            Base(
                base.id,
                tuple(seats[base.id]),
                tuple(agreements[base.id]),
                tuple(guides[base.id]),
                tuple(covers[base.id]) if covers is not None else None,
            ),
            tuple(students[base.id]),
            base.host_organisation_id,
        )
        for base in found
    )


def _seats(session: Session, bases: Sequence[TrainingBase], today: date) -> dict[str, list[Span]]:
    """In each period the seats set for it, else those of its posts, else the base's own."""
    default = parameters.number(session, "base.seats_default", today.year)
    periods = session.scalars(select(Period).where(Period.retired_on.is_(None))).all()
    given = {
        (one.base_id, one.period_id): one.seats
        for one in session.scalars(select(BaseSeats).where(BaseSeats.retired_on.is_(None)))
    }
    posts: Counter[tuple[str, str]] = Counter()
    for post in session.scalars(select(BasePost).where(BasePost.retired_on.is_(None))):
        posts[post.base_id, post.period_id] += post.seats
    found: dict[str, list[Span]] = defaultdict(list)
    for base in bases:
        own = default if base.capacity_per_batch is None else base.capacity_per_batch
        for period in periods:
            key = base.id, period.id
            count = given.get(key, posts.get(key, own))
            if count:
                found[base.id].append(Span(period.starts_on, period.ends_on, count))
    return found


def _agreements(session: Session) -> tuple[dict[str, list[Span]], dict[str, str]]:
    """Signed agreements on bases, and of each base the one that ends last."""
    one = Agreement
    rows = session.scalars(
        select(one)
        .where(one.kind == AgreementKind.BASE, one.base_id.is_not(None), one.retired_on.is_(None))
        .where(one.status == AgreementStatus.SIGNED)
        .order_by(func.coalesce(one.valid_to, date.max), one.agreement_no)
    )
    found: dict[str, list[Span]] = defaultdict(list)
    latest: dict[str, str] = {}
    for row in rows:
        base = row.base_id or ""
        found[base].append(Span(row.valid_from, None if row.auto_renew else row.valid_to))
        latest[base] = row.id
    return found, latest


def _own(session: Session, today: date) -> dict[str, list[Span]]:
    """Terms of those who belong to a base, by that base; each as many as they take."""
    found: dict[str, list[Span]] = defaultdict(list)
    for who, span in _terms(session, today, IndustrySupervisor.source_base_id.is_not(None)):
        found[who.source_base_id or ""].append(span)
    return found


def _pools(session: Session, today: date) -> dict[str, list[Span]]:
    """Terms of those who belong to an organisation and to no base, by the organisation."""
    found: dict[str, list[Span]] = defaultdict(list)
    for who, span in _terms(session, today, IndustrySupervisor.source_base_id.is_(None)):
        found[who.organisation_id].append(span)
    return found


def _terms(session: Session, today: date, of: ColumnElement[bool]) -> Iterator[tuple[IndustrySupervisor, Span]]:
    default = parameters.number(session, "supervisor.industry_max_students", today.year)
    rows = session.execute(
        select(IndustrySupervisor, Appointment.term_start, Appointment.term_end)
        .join(Appointment, Appointment.industry_supervisor_id == IndustrySupervisor.id)
        .where(Appointment.status == AppointmentStatus.ACTIVE, Appointment.retired_on.is_(None))
        .where(IndustrySupervisor.retired_on.is_(None), of)
    )
    for who, start, end in rows:
        yield who, Span(start, end, default if who.max_students is None else who.max_students)


def _insurance(session: Session, bases: Sequence[TrainingBase], today: date) -> dict[str, list[Span]] | None:
    """Verified policies for everybody, for a whole period, or for the base; none where the office does not ask."""
    limit = parameters.limits(session, today.year).get("placement.insurance_required")
    if limit is None or limit.value != 1:
        return None
    found: dict[str, list[Span]] = defaultdict(list)
    for cover in insured.covers(session):
        if not cover.verified or cover.insured is Insured.STUDENT:
            continue
        span = Span(cover.days.start, cover.days.end)
        for key in [cover.of] if cover.insured is Insured.BASE else [one.id for one in bases]:
            found[key].append(span)
    return found


def _students(session: Session) -> Mapping[str, list[Span]]:
    """Placements that are not over, base by base."""
    one = Placement
    rows = session.execute(
        select(one.base_id, one.starts_on, one.ends_on).where(one.retired_on.is_(None), one.status.not_in(GONE))
    )
    found: dict[str, list[Span]] = defaultdict(list)
    for base, start, end in rows:
        found[base].append(Span(start, end))
    return found
