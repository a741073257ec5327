"""Who data may be given to: the organisations on file, and under which agreements."""

from dataclasses import dataclass, replace

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ptman.export.giving.wish import Recipient
from ptman.models import (
    AcademicSupervisor,
    Agreement,
    Contact,
    IndustrySupervisor,
    Organisation,
    Person,
    TrainingBase,
)

PERSON = "person"
"""The kind of a recipient who is a person; the others are kinds of organisations."""


@dataclass(frozen=True, slots=True)
class Ids:
    """The records of a recipient, empty where there is none."""

    organisation: str = ""
    contact: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation on file, with the numbers and titles of the agreements made with it."""

    recipient: Recipient
    agreements: tuple[str, ...]


def known(session: Session) -> tuple[Known, ...]:
    """Every organisation by name."""
    made = _agreements(session)
    query = select(Organisation).where(Organisation.retired_on.is_(None)).order_by(Organisation.name)
    return tuple(Known(_recipient(one), tuple(made.get(one.id, ()))) for one in session.scalars(query))


def people(session: Session) -> tuple[Known, ...]:
    """The supervisors of both sides by name, each with the number that tells namesakes apart; nobody else is one."""
    found: list[Known] = []
    for role, number in ((AcademicSupervisor, "staff_no"), (IndustrySupervisor, "supervisor_no")):
        query = select(Person.name, getattr(role, number), Person.id).join(role, role.person_id == Person.id)
        rows = session.execute(query.where(role.retired_on.is_(None)).order_by(Person.name))
        found += [Known(Recipient(f"{name}（{no}）" if no else name, key, PERSON), ()) for name, no, key in rows]
    return tuple(found)


def named(session: Session, name: str, *, inside: bool = False) -> Recipient:
    """The organisation of that name, short name or credit code; else only the name."""
    one = Organisation
    query = select(one).where(or_(one.name == name, one.short_name == name, one.uscc == name)).limit(1)
    found = session.scalars(query).first()
    if found is None:
        return Recipient(name.strip(), inside=inside)
    return Recipient(found.name, found.id, found.org_type.value if found.org_type else "", inside)


def behind(session: Session, name: str, ids: Ids, *, inside: bool = False) -> Recipient:
    """Under that name the organisation, or that of the contact or of the industry supervisor; else only the name."""
    where = (
        select(Organisation.id).where(Organisation.id == ids.organisation),
        select(Contact.organisation_id).where(Contact.id == ids.contact),
        select(IndustrySupervisor.organisation_id).where(IndustrySupervisor.person_id == ids.person),
    )
    found = next((key for query in where if (key := session.scalars(query).first())), None)
    one = session.get(Organisation, found) if found else None
    return replace(_recipient(one), name=name, inside=inside) if one is not None else Recipient(name, inside=inside)


def _recipient(one: Organisation) -> Recipient:
    return Recipient(one.name, one.id, one.org_type.value if one.org_type else "")


def _agreements(session: Session) -> dict[str, list[str]]:
    """By host the agreements of its bases that have not been retired."""
    query = (
        select(TrainingBase.host_organisation_id, Agreement.agreement_no, Agreement.title)
        .join(TrainingBase, Agreement.base_id == TrainingBase.id)
        .where(Agreement.retired_on.is_(None))
        .order_by(Agreement.valid_from.desc())
    )
    found: dict[str, list[str]] = {}
    for host, number, title in session.execute(query).all():
        found.setdefault(host, []).append(f"{number} {title}".strip())
    return found
