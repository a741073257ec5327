"""Finds anything by part of a name, its pinyin, its initials or a number: people, organisations, bases, letters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ptman.labels import Label
from ptman.models import AcademicSupervisor, IndustrySupervisor, IssuedDocument, Organisation, Person, Student
from ptman.models.core import nouns
from ptman.register import lookup, names

# Nouns with a source of their own, those that only ever stand under one, and what the program itself keeps.
SOURCED = frozenset(
    {
        *("student", "academic_supervisor", "industry_supervisor", "training_base", "organisation", "person"),
        *("issued_document", "issued_document_step", "imported_file", "source_column", "state_log"),
        *("preference", "supervision"),
        # The office's settings, whose codes would answer to almost any sign.
        *("degree_category", "degree_field", "document_series", "rule_parameter"),
    }
)
LAST = 3  # behind whatever has the text in words of its own
MOST = 200  # hits of one kind of people that are ranked; beyond that one types on


@dataclass(frozen=True, slots=True)
class Found:
    """One hit; `page` is the list on which the record stands."""

    noun: str
    id: str
    title: str
    detail: Label
    page: str


Hit = tuple[int, Found]


def find(session: Session, text: str, limit: int = 20) -> tuple[Found, ...]:
    """The best hits of all nouns; nothing for a blank text."""
    if not text.strip():
        return ()
    sources = (_students, _academics, _industries, _bases, _units, _letters, _others)
    hits = [hit for source in sources for hit in source(session, text)]
    return tuple(found for _, found in sorted(hits, key=lambda hit: hit[0])[:limit])


def _students(session: Session, text: str) -> Iterator[Hit]:
    one = Student
    query = select(
        one.id, Person.name, one.student_no, Person.name_pinyin, Person.initials, one.cohort_year, one.retired_on
    )
    joined = query.join(Person, one.person_id == Person.id).where(lookup.person_matches(text, one.student_no))
    for key, name, number, full, short, cohort, left in session.execute(
        joined.order_by(*_best(text, one.student_no)).limit(MOST)
    ):
        detail = Label(f"学生 · {number} · {cohort}级", f"Student · {number} · {cohort}")
        yield _hit(text, (name, number, full, short), Found("student", key, name, _marked(detail, left), "students"))


def _academics(session: Session, text: str) -> Iterator[Hit]:
    one = AcademicSupervisor
    query = select(
        one.id, Person.name, one.staff_no, Person.name_pinyin, Person.initials, one.department, one.retired_on
    )
    joined = query.join(Person, one.person_id == Person.id).where(lookup.person_matches(text, one.staff_no))
    for key, name, number, full, short, unit, left in session.execute(
        joined.order_by(*_best(text, one.staff_no)).limit(MOST)
    ):
        detail = one.LABEL.plus(Label(f" · {number} · {unit}", f"· {number} · {unit}"))
        yield _hit(
            text,
            (name, number, full, short),
            Found("academic_supervisor", key, name, _marked(detail, left), "supervisors"),
        )


def _industries(session: Session, text: str) -> Iterator[Hit]:
    one = IndustrySupervisor
    query = select(one.id, Person.name, one.supervisor_no, Person.name_pinyin, Person.initials, Organisation.name)
    joined = query.add_columns(one.retired_on).join(Person, one.person_id == Person.id)
    joined = joined.join(Organisation, one.organisation_id == Organisation.id)
    matched = (
        joined.where(lookup.person_matches(text, one.supervisor_no))
        .order_by(*_best(text, one.supervisor_no))
        .limit(MOST)
    )
    for key, name, number, full, short, unit, left in session.execute(matched):
        detail = one.LABEL.plus(Label(f" · {number} · {unit}", f"· {number} · {unit}"))
        yield _hit(
            text,
            (name, number, full, short),
            Found("industry_supervisor", key, name, _marked(detail, left), "supervisors"),
        )


def _best(text: str, number: InstrumentedAttribute[str]) -> tuple[ColumnElement[int] | InstrumentedAttribute[str], ...]:
    """What begins with the text comes first, so that a limit never hides it."""
    said = text.strip()
    beginning = number.istartswith(said, autoescape=True) | Person.name.istartswith(said, autoescape=True)
    return case((beginning, 0), else_=1), number


def _bases(session: Session, text: str) -> Iterator[Hit]:
    known = names.bases(session)
    for key, title, place in lookup.ranked(session, "training_base", text, retired=True):
        base = known[key]
        detail = Label(f"基地 · {base.number} · {base.host}", f"Base · {base.number} · {base.host}")
        yield place, Found("training_base", key, title, detail, "bases")


def _units(session: Session, text: str) -> Iterator[Hit]:
    for key, title, place in lookup.ranked(session, "organisation", text, retired=True):
        yield place, Found("organisation", key, title, Organisation.LABEL, "organisations")


def _others(session: Session, text: str) -> Iterator[Hit]:
    """Every noun without a source of its own, by its number, its title and what its class says; links come last."""
    for noun, cls in nouns().items():
        if noun in SOURCED or cls.PART_OF:
            continue
        columns = cls.__mapper__.columns
        retired = set(session.scalars(select(columns["id"]).where(columns["retired_on"].is_not(None))))
        worded, links = lookup.searched(noun)
        hits = list(lookup.ranked(session, noun, text, retired=True)) if worded else []
        hits += [(key, title, LAST) for link in links for key, title in lookup.pointing(session, noun, link, text, 20)]
        for key, title, place in hits:
            detail = _marked(cls.LABEL, date.min if key in retired else None)
            yield place, Found(noun, key, title, detail, f"registers/{noun}")


def _letters(session: Session, text: str) -> Iterator[Hit]:
    one = IssuedDocument
    query = select(one.id, one.doc_no, one.addressee, one.issued_on).order_by(one.issued_on.desc())
    for key, number, addressee, day in session.execute(query):
        said = (number, addressee, lookup.sounded(addressee), lookup.initialled(addressee))
        if all(word in " ".join(said).casefold() for word in lookup.words(text)):
            detail = Label(f"文书 · {addressee} · {day.isoformat()}", f"Letter · {addressee} · {day.isoformat()}")
            yield lookup.rank(text, said), Found("issued_document", key, number, detail, "letters")


def _hit(text: str, said: Iterable[str | None], found: Found) -> Hit:
    return lookup.rank(text, tuple(value for value in said if value)), found


def _marked(detail: Label, left: date | None) -> Label:
    """Retired people are found too, and said to be so."""
    return detail if left is None else detail.plus(Label(" · 已停用", "· retired"))
