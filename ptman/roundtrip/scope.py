"""Which records a recipient may choose from: their own, and what belongs to nobody; no other unit's people or bases."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, false, select, true
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import naming
from ptman.models.core import Record, nouns
from ptman.roundtrip.rights import Right
from ptman.roundtrip.shape import Offer

OWNERS = {
    "agreement": "base_id",
    "appointment": "industry_supervisor_id",
    "industry_supervisor": "organisation_id",
    "instructor": "unit_id",
    "teaching_resource": "owner_id",
    "tech_project": "partner_id",
    "training_base": "host_organisation_id",
}
"""By noun the link that leads to the unit whose records they are."""
DEPARTMENTS = {"academic_supervisor": "department"}
"""By noun the column with the name of the college."""
SHARED = frozenset({"coop_aspect", "degree_category", "degree_field", "period", "programme", "title_rule_set"})
"""What belongs to nobody."""
# Every other noun is never offered: its titles name students, who may not have agreed, or the office's own matters.
NONE_OWN = Label("对方名下没有可选的", "nothing of theirs to choose from")
OFFICE_ONLY = Label("只由办公室填写", "filled in by the office alone")


@dataclass(frozen=True, slots=True)
class Recipient:
    """The unit on file, and the name of a college of our own; empty where there is none."""

    organisation: str = ""
    college: str = ""


def offers(session: Session, right: Right, to: Recipient) -> tuple[Offer, ...]:
    """The records that this recipient may choose in the column of a link."""
    if right.target is None:
        return ()
    noun, by = right.target
    cls = nouns()[noun]
    columns = cls.__mapper__.columns
    query = select(columns[by]).where(columns["retired_on"].is_(None), _belonging(cls, to))
    keys = [str(one) for one in session.scalars(query)]
    titles = naming.shown(session, noun, keys, by)
    numbers = _numbers(session, cls, by)
    often, is_person = Counter(titles[key] for key in keys), "person_id" in columns
    made = []
    for key in keys:
        names = tuple(filter(None, (titles[key], numbers.get(key, ""))))
        made.append(Offer(key, " ".join(names if is_person or often[titles[key]] > 1 else names[:1]), names))
    return tuple(sorted(made, key=lambda one: (one.word, one.value)))


def closed(session: Session, rights: Iterable[Right], to: Recipient) -> dict[str, Label]:
    """By right why this recipient cannot be asked to fill it in."""
    return {one.key: _why(one) for one in rights if one.target and not offers(session, one, to)}


def _why(right: Right) -> Label:
    known = {"organisation", *OWNERS, *DEPARTMENTS, *SHARED}
    return NONE_OWN if right.target and right.target[0] in known else OFFICE_ONLY


def _belonging(cls: type[Record], to: Recipient) -> ColumnElement[bool]:
    noun, columns = str(cls.__tablename__), cls.__mapper__.columns
    if noun in SHARED:
        return true()
    if noun == "organisation" and to.organisation:
        return columns["id"] == to.organisation
    if noun in DEPARTMENTS and to.college:
        return columns[DEPARTMENTS[noun]] == to.college
    towards = naming.target(cls, OWNERS[noun]) if noun in OWNERS else None
    if towards is None:
        return false()
    owner = nouns()[towards[0]]
    return columns[OWNERS[noun]].in_(select(owner.__mapper__.columns[towards[1]]).where(_belonging(owner, to)))


def _numbers(session: Session, cls: type[Record], by: str) -> dict[str, str]:
    """What tells namesakes apart, where it is no part of the title already."""
    own = [key for key in cls.NATURAL_KEY if key not in naming.parts(cls)]
    if len(cls.NATURAL_KEY) != 1 or not own:
        return {}
    columns = cls.__mapper__.columns
    found = session.execute(select(columns[by], columns[own[0]]).where(columns[own[0]].is_not(None)))
    return {str(key): str(number) for key, number in found}
