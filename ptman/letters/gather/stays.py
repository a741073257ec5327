"""Placements as documents state them: the student, the post, the base, the dates, both supervisors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label, Lang
from ptman.letters import records
from ptman.letters.gather import named, pairs
from ptman.letters.pending import Trip
from ptman.letters.value_words import Value
from ptman.models import DegreeCategory, DegreeField, Organisation, Person, Placement, Student, TrainingBase
from ptman.models.choices import StudentStatus
from ptman.rules.months import Segment

AWAY = (StudentStatus.GRADUATED, StudentStatus.COMPLETED, StudentStatus.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Stay:
    """One placement with what stands around it; `host` is the name valid on the day."""

    placement: Placement
    student: Student
    person: Person
    base: TrainingBase
    host: Organisation
    host_name: Label
    trip: Trip
    category: Label
    field: Label

    @property
    def leads(self) -> bool:
        """Whether it still leads to the practice: neither cancelled nor is the student gone."""
        return self.student.status not in AWAY and self.placement.retired_on is None


def found(session: Session, ids: Sequence[str], today: date) -> tuple[Stay, ...]:
    """The placements of these ids that still exist, by host and student number."""
    rows = records.rows(session, Placement.id.in_(ids))
    names = records.host_names(session, today)
    hosts = {one.id: one for one in session.scalars(select(Organisation))}
    categories = {one.code: one for one in session.scalars(select(DegreeCategory))}
    fields = {one.code: one for one in session.scalars(select(DegreeField))}
    made = []
    for row, trip in zip(rows, records.trips(session, rows), strict=True):
        placement, student, person, base = row[0], row[1], row[2], row[3]
        host = hosts[base.host_organisation_id]
        category = named.subject(categories.get(student.category_code))
        field = named.subject(fields.get(student.field_code or ""))
        name = named.organisation(host, names[host.id])
        made.append(Stay(placement, student, person, base, host, name, trip, category, field if field.zh else category))
    return tuple(made)


def values(stay: Stay, lang: Lang, guides: pairs.Guides) -> dict[str, Value]:
    """What the blanks of one stay hold."""
    pair = guides.of(stay.student.id)
    return {
        **student(stay.person, stay.student, lang),
        "category": stay.category.text(lang),
        "field": stay.field.text(lang),
        "post": stay.trip.post,
        "base": stay.base.name,
        "starts_on": stay.placement.starts_on,
        "ends_on": stay.placement.ends_on,
        "period": Segment(stay.placement.starts_on, stay.placement.ends_on),
        "academic": pair.academic.name.text(lang),
        "industry": pair.industry.name.text(lang),
    }


def student(person: Person, student: Student, lang: Lang) -> dict[str, Value]:
    """Name, gender, number; never an identity number."""
    return {
        "name": named.person(person).text(lang),
        "gender": named.gender(person, lang),
        "student_no": student.student_no,
    }
