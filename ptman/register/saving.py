"""Puts read values into rows, with what follows from them: pinyin of a new name, the former name of a unit."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.listing import Value
from ptman.models import Appointment, Organisation, OrganisationName, Person
from ptman.models.choices import AppointmentStatus
from ptman.models.core import Record
from ptman.register import cards
from ptman.rules import pinyin

OVER = frozenset({AppointmentStatus.ENDED, AppointmentStatus.REJECTED})
"""States of an appointment that hold no time any more."""


def put(record: Record, values: Mapping[str, Value]) -> None:
    """Only what differs is written, so that nothing is journalled that did not change."""
    for key, value in values.items():
        if getattr(record, key) != value:
            setattr(record, key, value)


def parted(values: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, Value]]:
    """The row's own values, and the person's without their prefix."""
    before = cards.OF_PERSON
    own = {key: value for key, value in values.items() if not key.startswith(before)}
    return own, {key.removeprefix(before): value for key, value in values.items() if key.startswith(before)}


def with_sound(values: Mapping[str, Value], before: Mapping[str, Value]) -> dict[str, Value]:
    """A person's values with pinyin and initials of a new name, unless a pinyin was written by hand."""
    name = values.get("name", before.get("name"))
    renamed = name != before.get("name")
    by_hand = values.get("name_pinyin") and values.get("name_pinyin") != before.get("name_pinyin")
    found = dict(values)
    if not renamed and not ("name_pinyin" in values and not values["name_pinyin"]):
        return found
    if not by_hand:
        found["name_pinyin"] = pinyin.full(str(name))
    return found | {"initials": pinyin.initials(str(name))}


def keep_former_name(session: Session, unit: Organisation, new: Value, today: date) -> None:
    """The name that ends today goes to the history; it began when the one before it ended."""
    if new is None or new == unit.name:
        return
    former = OrganisationName.valid_to
    last = session.scalar(select(func.max(former)).where(OrganisationName.organisation_id == unit.id))
    since = min(last + timedelta(days=1), today) if last else None
    session.add(OrganisationName(organisation_id=unit.id, name=unit.name, valid_from=since, valid_to=today))


def overlap(session: Session, values: Mapping[str, Value], own: str) -> dict[str, Label]:
    """Terms of one supervisor for one category may not overlap, unless one was ended or refused (domain §2.4)."""
    start, end, who = values["term_start"], values["term_end"], values["industry_supervisor_id"]
    if not isinstance(start, date) or not isinstance(end, date) or values["status"] in OVER:
        return {}
    category = values["category_code"]
    query = select(Appointment.term_start, Appointment.term_end, Appointment.category_code).where(
        Appointment.industry_supervisor_id == who,
        Appointment.id != own,
        Appointment.status.not_in(OVER),
        Appointment.retired_on.is_(None),
        Appointment.term_start <= end,
        Appointment.term_end >= start,
    )
    for first, last, other in session.execute(query.order_by(Appointment.term_start)):
        if None in {category, other} or category == other:
            term = f"{first.isoformat()}–{last.isoformat()}"
            return {"term_start": Label(f"与聘期 {term} 不重叠的日期", f"a date outside the term {term}")}
    return {}


def new_person(session: Session, values: Mapping[str, Value]) -> Person:
    person = Person(**with_sound(values, {}))
    session.add(person)
    session.flush()  # the role needs the person's id
    return person
