"""To whom something may be sent: units, contacts and people of the files, found by what they are called."""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ptman.models import Contact, Organisation, Person


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on file: the name with what tells it from others, and the record."""

    name: str
    noun: str
    id: str
    at: str = ""


def parties(session: Session) -> tuple[Party, ...]:
    """Units first, then contacts with their unit; people are found by name only."""
    units = select(Organisation.name, Organisation.id).where(Organisation.retired_on.is_(None))
    calls = (
        select(Contact.name, Contact.id, Organisation.name.label("unit"))
        .join(Organisation, Contact.organisation_id == Organisation.id)
        .where(Contact.retired_on.is_(None))
    )
    found = [Party(row.name, "organisation", row.id) for row in session.execute(units.order_by(Organisation.name))]
    found += [Party(row.name, "contact", row.id, row.unit) for row in session.execute(calls.order_by(Contact.name))]
    return tuple(found)


def named(session: Session, name: str) -> Party:
    """The one unit, contact or person called so; else the bare name, such as that of a college."""
    plain = name.strip()
    tries: tuple[tuple[str, Select[str]], ...] = (
        ("organisation", select(Organisation.id).where(Organisation.name == plain)),
        ("contact", select(Contact.id).where(Contact.name == plain)),
        ("person", select(Person.id).where(Person.name == plain)),
    )
    for noun, query in tries:
        ids = session.scalars(query).all()
        if len(ids) == 1:
            return Party(plain, noun, ids[0])
    return Party(plain, "", "")
