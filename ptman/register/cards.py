"""One record as a form shows it: its fields, its values, and what its links are called."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from ptman import states
from ptman.fields import Field, Kind
from ptman.labels import Label
from ptman.listing import Value
from ptman.models import Person
from ptman.models.core import Record, fields_of
from ptman.register import titles

OF_PERSON = "person."
ROLES = ("student", "academic_supervisor", "industry_supervisor")
_BITS = 32


@dataclass(frozen=True, slots=True)
class Ref:
    """One record as it was when it was opened: `version` is compared when it is saved, and means nothing else."""

    noun: str
    id: str
    version: int


@dataclass(frozen=True, slots=True)
class Card:
    """One record. `values` and `shown` go by field key; `shown` names what the links point to.

    `fixed` are the fields that no form changes, as steps do.
    """

    noun: str
    id: str
    version: int
    title: str
    values: Mapping[str, Value]
    shown: Mapping[str, str]
    fields: tuple[Field, ...]
    retired: bool
    fixed: frozenset[str] = frozenset()

    @property
    def ref(self) -> Ref:
        return Ref(self.noun, self.id, self.version)


def describe(noun: str) -> tuple[Field, ...]:
    """The fields of a noun's form; a role's are its own and, with `person.` before their keys, the person's."""
    own = fields_of(titles.noun_class(noun))
    if noun not in ROLES:
        return own
    own = tuple(field for field in own if field.key != "person_id")
    persons = tuple(replace(field, key=OF_PERSON + field.key) for field in fields_of(Person))
    return (own[0], *persons[:-1], *own[1:], persons[-1])


def labels(noun: str) -> dict[str, Label]:
    return {"person_id": Person.LABEL} | {field.key: field.label for field in describe(noun)}


def card(session: Session, noun: str, id: str) -> Card:  # noqa: A002 a record's id is called id everywhere
    """The record to be looked at and edited; PtmanError `no-record` where it is gone."""
    record, person = load(session, noun, id)
    fields = describe(noun)
    values = values_of(record, person, fields)
    return Card(
        noun=noun,
        id=id,
        version=stamp(record, person),
        title=titles.one(session, noun, id),
        values=values,
        shown=_shown(session, noun, fields, values),
        fields=fields,
        retired=record.retired_on is not None,
        fixed=_fixed(noun),
    )


def _fixed(noun: str) -> frozenset[str]:
    """What steps change, and everything of what the program writes by itself."""
    by_hand = titles.noun_class(noun).BY_HAND
    return states.fixed(noun) if by_hand else frozenset(field.key for field in describe(noun))


def load(session: Session, noun: str, key: str) -> tuple[Record, Person | None]:
    """The row, and of a role the person's."""
    record = session.get(titles.noun_class(noun), key)
    if record is None:
        raise titles.gone(noun)
    person = session.get_one(Person, getattr(record, "person_id")) if noun in ROLES else None  # noqa: B009 known by ROLES
    return record, person


def stamp(record: Record, person: Person | None) -> int:
    """Equal stamps mean equal content of the row and of its person's."""
    return record.version if person is None else record.version << _BITS | person.version


def unstamped(noun: str, version: int) -> tuple[int, int]:
    """The versions of the row and of its person's (0 for none)."""
    return divmod(version, 1 << _BITS) if noun in ROLES else (version, 0)


def values_of(record: Record, person: Person | None, fields: tuple[Field, ...]) -> dict[str, Value]:
    found = {}
    for field in fields:
        owner = person if field.key.startswith(OF_PERSON) else record
        found[field.key] = getattr(owner, field.key.removeprefix(OF_PERSON))
    return found


def _shown(session: Session, noun: str, fields: tuple[Field, ...], values: Mapping[str, Value]) -> dict[str, str]:
    links = {field.key: str(values[field.key]) for field in fields if field.kind is Kind.LINK and values[field.key]}
    return {key: link_title(session, noun, key, value) for key, value in links.items()}


def link_title(session: Session, noun: str, key: str, value: str) -> str:
    """What a link column's value is called; the value itself where the record is gone."""
    towards = titles.target(titles.noun_class(noun), key)
    return value if towards is None else titles.shown(session, towards[0], [value], towards[1]).get(value, value)
