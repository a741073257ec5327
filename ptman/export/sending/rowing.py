"""Draws the rows of a workbook that is sent from a list and its records: locked texts masked, open values as stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from ptman import values
from ptman.export import cell_text
from ptman.export.sending.request import Request
from ptman.fields import Kind, Sensitivity
from ptman.labels import Lang
from ptman.listing import Column as Shown
from ptman.listing import Listing, Value, shown
from ptman.models import Person, Placement, Supervision
from ptman.models.choices import Role
from ptman.models.core import Record, nouns
from ptman.roundtrip import rights, scope, shape
from ptman.roundtrip.rights import Right
from ptman.roundtrip.scope import Recipient
from ptman.rules import masking

CHUNK = 500
_NAMING = ("name", "title", "student_no", "staff_no", "supervisor_no", "base_no", "placement_no", "number")


def columns(listing: Listing, request: Request, given: Sequence[Right]) -> tuple[shape.Column, ...]:
    """The shown columns, those that may be filled in in their place; what the list does not show comes last."""
    by_column = {right.column: right for right in given}
    keys = [*request.columns, *(right.column for right in given if right.column not in request.columns)]
    labels = {column.key: column.label for column in listing.columns}
    made: list[shape.Column] = []
    for key in dict.fromkeys(keys):
        right = by_column.get(key)
        label = labels[key] if key in labels else by_column[key].field.label
        header = _single(cell_text.writable(label.text(request.lang))[0], {one.header for one in made})
        made.append(shape.Column(key, header, right.key if right else ""))
    return tuple(made)


def _single(header: str, taken: set[str]) -> str:
    """No two headers alike: what comes back is told by them."""
    tries = (header, *(f"{header} ({count})" for count in range(2, len(taken) + 3)))
    return next(one for one in tries if one not in taken)


def rows(session: Session, listing: Listing, made: Sequence[shape.Column], lang: Lang) -> tuple[shape.Row, ...]:
    """Every record of the list; the order is the list's."""
    cls = nouns()[listing.noun]
    records = _loaded(session, cls, [row.id for row in listing.records])
    persons = _persons(session, records.values())
    mentors = _mentors(session, records.values(), made)
    found = []
    for row in listing.records:
        record = records[row.id]
        person = persons.get(getattr(record, "person_id", ""))
        texts = tuple("" if one.fill else _locked(listing, row.cells, one.key, lang) for one in made)
        open_values = {one.fill: _open(one.fill, record, person, mentors) for one in made if one.fill}
        found.append(
            shape.Row(row.id, _title(listing, row.cells, lang), texts, open_values, person.id if person else "")
        )
    return tuple(found)


def lists(
    session: Session, noun: str, made: Sequence[shape.Column], to: Recipient
) -> dict[str, tuple[shape.Offer, ...]]:
    """By link what its cells may choose from."""
    found = ((one.fill, rights.named(noun, one.fill)) for one in made if one.fill)
    return {key: scope.offers(session, right, to) for key, right in found if right is not None and right.target}


def _loaded(session: Session, cls: type[Record], ids: Sequence[str]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for chunk in _chunks(ids):
        found |= {one.id: one for one in session.scalars(select(cls).where(cls.id.in_(chunk)))}
    return found


def _persons(session: Session, records: Iterable[Record]) -> Mapping[str, Person]:
    found: dict[str, Person] = {}
    for chunk in _chunks(sorted({one.person_id for one in records if hasattr(one, "person_id") and one.person_id})):
        found |= {one.id: one for one in session.scalars(select(Person).where(Person.id.in_(chunk)))}
    return found


def _chunks(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))


def _mentors(session: Session, records: Iterable[Record], made: Sequence[shape.Column]) -> dict[str, str]:
    """By student the industry supervisor; not looked up where nobody may fill that in."""
    students = {one.student_id for one in records if isinstance(one, Placement)}
    found: dict[str, str] = {}
    for chunk in _chunks(sorted(students) if any(one.fill == rights.MENTOR for one in made) else []):
        query = select(Supervision.student_id, Supervision.industry_supervisor_id).where(
            Supervision.student_id.in_(chunk),
            Supervision.role == Role.INDUSTRY,
            Supervision.ends_on.is_(None),
            Supervision.retired_on.is_(None),
        )
        found |= {student: key for student, key in session.execute(query) if key}
    return found


def _open(right: str, record: Record, person: Person | None, mentors: Mapping[str, str]) -> Any:  # noqa: ANN401 as the journal
    if right == rights.MENTOR:
        return mentors.get(getattr(record, "student_id", ""))
    noun, _, key = right.partition(".")
    holder = person if noun == "person" and not isinstance(record, Person) else record
    return values.encode(inspect(holder).dict.get(key)) if holder is not None else None


def _title(listing: Listing, cells: Sequence[Value], lang: Lang) -> str:
    """What the row is called when something is said of it: its name and its number."""
    keys = [key for key in _NAMING if listing.has(key)][:2]
    said = [shown(cells[listing.index(key)], lang) for key in keys]
    return " ".join(filter(None, said)) or shown(cells[0], lang)


def _locked(listing: Listing, cells: Sequence[Value], key: str, lang: Lang) -> str:
    at = listing.index(key)
    text = cell_text.writable(masked(listing.columns[at], shown(cells[at], lang)))[0]
    return text[: cell_text.LONGEST]


def masked(column: Shown, text: str) -> str:
    """What another unit sees of personal data; identity numbers come masked from the list."""
    phone = column.kind is Kind.PHONE or column.key.endswith("mobile")
    if phone and text:
        return masking.mobile(text)
    if column.sensitivity is Sensitivity.OPEN or not text:
        return text
    if column.kind is Kind.EMAIL:
        return masking.email(text)
    return text if column.sensitivity is Sensitivity.GUARDED else text[:1] + "*" * (len(text) - 1)


def narrowed(listing: Listing, ids: Iterable[str] | None) -> Listing:
    """Only these rows; all where nothing is said."""
    wanted = None if ids is None else frozenset(ids)
    kept = tuple(row for row in listing.records if wanted is None or row.id in wanted)
    return replace(listing, rows=kept)
