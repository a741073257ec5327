"""The list of any noun, drawn from the declarations of its fields alone, and the list of preferences."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Column, UnaryExpression, select
from sqlalchemy.orm import Session

from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Listing, Value
from ptman.models import Preference, Student
from ptman.models.core import Record, fields_of
from ptman.register import columns, noun_tags, rows, titles

Within = tuple[str, str]


def any_noun(
    session: Session, noun: str, today: date | None = None, *, retired: bool = False, within: Within | None = None
) -> Listing:
    """Every record of a noun with its fields; links are shown by what they point to.

    The tags of terms and due days are there only where `today` is given. `within` keeps those whose link of that key
    holds that value: the parts of one whole.
    """
    cls = titles.noun_class(noun)
    fields = fields_of(cls)
    links = {field.key: target for field in fields if (target := titles.target(cls, field.key))}
    named = {key: titles.shown(session, target, by=by) for key, (target, by) in links.items()}
    tags = noun_tags.of(session, cls, today)
    table = cls.__mapper__.columns
    query = select(table["id"], table["retired_on"], *(table[field.key] for field in fields)).order_by(*_order(cls))
    if within is not None:
        query = query.where(table[within[0]] == within[1])
    sounding = [field.key for field in fields if field.kind in {Kind.TEXT, Kind.NAME, Kind.LINK}]
    entries = []
    for row in session.execute(query):
        held = {field.key: value for field, value in zip(fields, row[2:], strict=True)}
        said: dict[str, Value] = {key: _title(named.get(key), value) for key, value in held.items()}
        cells = {columns.plain(field): said[field.key] for field in fields}
        find = tuple(sound for key in sounding for sound in _sounds(said[key]))
        worn = tags(held) | rows.tagged(retired=row[1] is not None)
        entries.append(rows.Entry(row[0], cells, find, worn))
    return rows.listing(blank(noun), entries, rows.View(retired=retired))


def blank(noun: str) -> Listing:
    """The list without rows: what a record is called first, long texts last, the others as declared."""
    cls = titles.noun_class(noun)
    declared = {field.key: field for field in fields_of(cls)}
    # A number that every record has stands before its name; one that some lack, behind.
    numbers = [key for key in cls.NATURAL_KEY if key in declared and declared[key].required]
    lead = [key for key in (*numbers, *titles.parts(noun), *cls.NATURAL_KEY) if key in declared]
    ordered = [*dict.fromkeys((*lead, *declared))]
    ordered.sort(key=lambda key: declared[key].kind is Kind.LONG)
    return rows.blank(noun, noun, cls.LABEL, columns.of(cls, *ordered))


def _order(cls: type[Record]) -> Iterator[UnaryExpression[Any] | Column[Any]]:
    table = cls.__mapper__.columns
    for key in (*(cls.SORT or cls.NATURAL_KEY), "id"):
        yield table[key[1:]].desc().nulls_last() if key.startswith("-") else table[key]


def _title(linked: Mapping[str, str] | None, value: Any) -> Value:  # noqa: ANN401 a column's value
    """What a link is called; any other value as it is."""
    found: Value = value if linked is None else linked.get(value, value)
    return found


def _sounds(said: Value) -> tuple[str, ...]:
    return rows.sounds_of_unit(said) if isinstance(said, str) and not said.isascii() else ()


def preferences(session: Session, cohort: int | None = None) -> Listing:
    """Every ranked choice by student and rank, of a cohort or of all."""
    query = select(Preference.id, Student.student_no, Preference.chosen_by, Preference.rank).join(
        Student, Preference.student_id == Student.id
    )
    if cohort is not None:
        query = query.where(Student.cohort_year == cohort)
    wanted = query.order_by(Student.student_no, Preference.chosen_by, Preference.rank, Preference.id)
    ids = list(session.scalars(wanted))
    listing = any_noun(session, "preference")
    by_id = {row.id: row for row in listing.rows}
    found = tuple(by_id[key] for key in ids if key in by_id)
    return replace(listing, key="preferences", title=Label("志愿汇总表", "Preferences"), rows=found)
