"""The list of any noun, drawn from the declarations of its fields alone, and the list of preferences."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Listing, Value
from ptman.models import Preference, Student
from ptman.models.core import fields_of
from ptman.register import columns, rows, titles

Within = tuple[str, str]


def any_noun(
    session: Session, noun: str, *, unmasked: bool = False, retired: bool = False, within: Within | None = None
) -> Listing:
    """Every record of a noun with its fields; links are shown by what they point to.

    `within` keeps those whose link of that key holds that value: the parts of one whole.
    """
    cls = titles.noun_class(noun)
    fields = fields_of(cls)
    links = {field.key: target for field in fields if (target := titles.target(cls, field.key))}
    named = {key: titles.shown(session, target, by=by) for key, (target, by) in links.items()}
    blank = rows.blank(noun, noun, cls.LABEL, columns.of(cls, *(field.key for field in fields)))
    table = cls.__mapper__.columns
    order = [table[key] for key in (*cls.NATURAL_KEY, "id")]
    query = select(table["id"], table["retired_on"], *(table[field.key] for field in fields)).order_by(*order)
    if within is not None:
        query = query.where(table[within[0]] == within[1])
    sounding = [field.key for field in fields if field.kind in {Kind.TEXT, Kind.NAME, Kind.LINK}]
    entries = []
    for row in session.execute(query):
        said: dict[str, Value] = {
            field.key: named[field.key].get(value, value) if field.key in named else value
            for field, value in zip(fields, row[2:], strict=True)
        }
        cells = {columns.plain(field): said[field.key] for field in fields}
        find = tuple(sound for key in sounding for sound in _sounds(said[key]))
        entries.append(rows.Entry(row[0], cells, find, rows.tagged(retired=row[1] is not None)))
    return rows.listing(blank, entries, rows.View(unmasked=unmasked, retired=retired))


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
