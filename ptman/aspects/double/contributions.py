"""What industry supervisors did in a year besides guiding: lectures and classes, reviews, defences, each by name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.double import naming
from ptman.labels import Label
from ptman.models import (
    AcademicSupervisor,
    DegreeApplication,
    DegreeMember,
    DegreeReview,
    IndustrySupervisor,
    Instructor,
    Milestone,
    MilestoneDef,
    MilestoneMember,
    Person,
    ResourceTeacher,
    ResourceUse,
    Student,
    TeachingResource,
    TrainingClass,
    TrainingCourse,
)
from ptman.models.choices_resources import ResourceKind, UseStatus
from ptman.rules import text as texts

LECTURES, REVIEWS, DEFENCES = "lectures", "thesis_reviews", "defences"
KINDS = (LECTURES, REVIEWS, DEFENCES)
HELD = (UseStatus.IN_USE, UseStatus.RETURNED, UseStatus.EVALUATED)
TAUGHT = (ResourceKind.COURSE, ResourceKind.LECTURE)
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Contribution:
    """One thing done on a day; `kind` is the column of the assessment that it counts in."""

    kind: str
    on: date
    what: str


class Known:
    """Who is meant by a name and a unit; nobody where two could be."""

    def __init__(self, session: Session) -> None:
        self._by_name: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for one in naming.names(session).people.values():
            self._by_name[texts.key(one.name)].append((one.id, texts.key(one.unit)))
        rows = session.execute(select(IndustrySupervisor.person_id, IndustrySupervisor.id))
        self._by_person = {person: key for person, key in rows}  # noqa: C416 rows are no pairs
        campus = set(session.scalars(select(AcademicSupervisor.id)))
        self._industry = {key for found in self._by_name.values() for key, _ in found if key not in campus}

    def person(self, person_id: str | None) -> str:
        return self._by_person.get(person_id or "", "")

    def named(self, name: str | None, unit: str | None) -> str:
        """By name, among people of one name by the unit; the industry supervisor, else nobody."""
        found = self._by_name.get(texts.key(name or ""), [])
        if unit:
            wanted = texts.key(unit)
            found = [one for one in found if wanted in one[1] or one[1] in wanted]
        keys = {key for key, _ in found}
        (only,) = keys if len(keys) == 1 else ("",)
        return only if only in self._industry else ""


def contributions(session: Session, first: date, last: date) -> Mapping[str, tuple[Contribution, ...]]:
    """By the supervisor's id, in order of days; what names nobody for certain counts for nobody."""
    known, span = Known(session), (first, last)
    found: dict[str, set[Contribution]] = defaultdict(set)
    for source in (_uses, _courses, _reviews, _committees, _panels):
        for who, one in source(session, known, span):
            if who:
                found[who].add(one)
    return {who: tuple(sorted(these, key=lambda one: (one.on, one.what))) for who, these in found.items()}


def said(kind: Label, these: Iterable[Contribution]) -> Label:
    """讲座授课 2：2026-10-12 智能制造；2026-11-03 机器视觉."""
    listed = [f"{one.on} {one.what}" for one in these]
    return Label(f"{kind.zh} {len(listed)}：{'；'.join(listed)}", f"{kind.en} {len(listed)}: {'; '.join(listed)}")


def _uses(session: Session, known: Known, span: Span) -> Iterator[tuple[str, Contribution]]:
    """Courses and lectures of the catalogue that were held, by who teaches them."""
    first, last = (datetime.combine(day, time.min) for day in (span[0], span[1] + timedelta(days=1)))
    query = (
        select(ResourceUse.starts_at, TeachingResource.name, ResourceTeacher, Instructor.person_id)
        .join(TeachingResource, TeachingResource.id == ResourceUse.resource_id)
        .join(ResourceTeacher, ResourceTeacher.resource_id == TeachingResource.id)
        .outerjoin(Instructor, Instructor.id == ResourceTeacher.instructor_id)
        .where(TeachingResource.kind.in_(TAUGHT), ResourceUse.status.in_(HELD), ResourceUse.retired_on.is_(None))
        .where(ResourceUse.starts_at >= first, ResourceUse.starts_at < last, ResourceTeacher.retired_on.is_(None))
    )
    for at, name, teacher, person in session.execute(query):
        who = known.person(person) or known.named(teacher.name, teacher.unit)
        yield who, Contribution(LECTURES, at.date(), name)


def _courses(session: Session, known: Known, span: Span) -> Iterator[tuple[str, Contribution]]:
    """Courses of training classes."""
    query = (
        select(TrainingCourse.teacher, TrainingCourse.held_on, TrainingCourse.title, TrainingClass.name)
        .join(TrainingClass, TrainingClass.id == TrainingCourse.class_id)
        .where(TrainingCourse.held_on.between(*span), TrainingCourse.retired_on.is_(None))
    )
    for teacher, on, title, of in session.execute(query):
        if on is not None:
            yield known.named(teacher, None), Contribution(LECTURES, on, f"{of}《{title}》")


def _reviews(session: Session, known: Known, span: Span) -> Iterator[tuple[str, Contribution]]:
    """Reviews of theses that came back."""
    query = (
        select(DegreeReview.reviewer, DegreeReview.unit, DegreeReview.returned_on, DegreeApplication.title)
        .join(DegreeApplication, DegreeApplication.id == DegreeReview.application_id)
        .where(DegreeReview.returned_on.between(*span), DegreeReview.retired_on.is_(None))
    )
    for name, unit, on, title in session.execute(query):
        if on is not None:
            yield known.named(name, unit), Contribution(REVIEWS, on, f"《{title}》")


def _committees(session: Session, known: Known, span: Span) -> Iterator[tuple[str, Contribution]]:
    """Defences of degrees."""
    people = naming.names(session).students
    query = (
        select(DegreeMember.name, DegreeMember.unit, DegreeApplication.defended_on, DegreeApplication.student_id)
        .join(DegreeApplication, DegreeApplication.id == DegreeMember.application_id)
        .where(DegreeApplication.defended_on.between(*span), DegreeMember.retired_on.is_(None))
    )
    for name, unit, on, student in session.execute(query):
        if on is not None:
            yield known.named(name, unit), Contribution(DEFENCES, on, f"{people[student].name} 答辩")


def _panels(session: Session, known: Known, span: Span) -> Iterator[tuple[str, Contribution]]:
    """Panels of milestones; the defence of a student is the same whether entered here or with the degree."""
    query = (
        select(MilestoneMember.name, MilestoneMember.unit, Milestone.held_on, Person.name, MilestoneDef.name)
        .join(Milestone, Milestone.id == MilestoneMember.milestone_id)
        .join(MilestoneDef, MilestoneDef.code == Milestone.def_code)
        .join(Student, Student.id == Milestone.student_id)
        .join(Person, Person.id == Student.person_id)
        .where(Milestone.held_on.between(*span), MilestoneMember.retired_on.is_(None))
    )
    for name, unit, on, student, step in session.execute(query):
        if on is not None:
            yield known.named(name, unit), Contribution(DEFENCES, on, f"{student} {step}")
