"""Looks records up by part of a name, its pinyin, its initials or a number, for links and for search."""

import functools
from collections.abc import Iterator

from sqlalchemy import ColumnElement, String, and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ptman.fields import Kind
from ptman.models import AcademicSupervisor, IndustrySupervisor, Person, Student
from ptman.models.core import Record, fields_of
from ptman.register import titles
from ptman.rules import pinyin

Role = type[Student] | type[AcademicSupervisor] | type[IndustrySupervisor]
NUMBERS: dict[str, tuple[Role, InstrumentedAttribute[str]]] = {
    "student": (Student, Student.student_no),
    "academic_supervisor": (AcademicSupervisor, AcademicSupervisor.staff_no),
    "industry_supervisor": (IndustrySupervisor, IndustrySupervisor.supervisor_no),
}
WORDED = frozenset({Kind.TEXT, Kind.NAME, Kind.IDENTIFIER, Kind.LONG})
BY_CODE = ("degree_category", "degree_field")


def links(session: Session, noun: str, text: str, limit: int = 20) -> list[tuple[str, str]]:
    """What a link to `noun` may hold, best first, each with what to show; categories and fields go by their code."""
    if noun in NUMBERS:
        return _people(session, noun, text, limit)
    by = "code" if noun in BY_CODE else "id"
    found = [(rank, title, key) for key, title, rank in ranked(session, noun, text, by)]
    return [(key, title) for _, title, key in sorted(found)[:limit]]


def _people(session: Session, noun: str, text: str, limit: int) -> list[tuple[str, str]]:
    role, number = NUMBERS[noun]
    query = select(role.id, Person.name, number, Person.name_pinyin, Person.initials).join(
        Person, role.person_id == Person.id
    )
    matched = query.where(role.retired_on.is_(None), person_matches(text, number))
    rows = session.execute(matched).all()
    ranks = sorted(
        (rank(text, (name, no, full or "", short or "")), no, name, key) for key, name, no, full, short in rows
    )
    return [(key, f"{name} {no}") for _, no, name, key in ranks[:limit]]


def person_matches(text: str, number: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Every word of `text` is part of the name, the pinyin, the initials or the number."""
    columns = (Person.name, Person.name_pinyin, Person.initials, number)
    return and_(True, *(or_(*(column.icontains(word, autoescape=True) for column in columns)) for word in words(text)))


def words(text: str) -> list[str]:
    return text.casefold().split()


def ranked(
    session: Session, noun: str, text: str, by: str = "id", *, retired: bool = False
) -> Iterator[tuple[str, str, int]]:
    """Key, title and rank (0 is best) of the records of a noun without pinyin of its own that match."""
    cls = titles.noun_class(noun)
    said = [key for key in (*cls.NATURAL_KEY, *titles.parts(noun), *cls.SEARCHED) if titles.target(cls, key) is None]
    keys = [*dict.fromkeys((*said, *_names(cls)))]
    columns = cls.__mapper__.columns
    wanted = words(text)
    query = select(columns[by], *(columns[key] for key in keys))
    rows = session.execute(query if retired else query.where(columns["retired_on"].is_(None)))
    matched = {}
    for key, *values in rows.all():
        texts = tuple(str(value) for value in values if value is not None)
        sounds = tuple(sound for said in texts if not said.isascii() for sound in (sounded(said), initialled(said)))
        whole = " ".join((*texts, *sounds)).casefold()
        if all(word in whole for word in wanted):
            matched[key] = rank(text, (*texts, *sounds))
    shown = titles.shown(session, noun, matched, by)
    yield from ((key, shown[key], place) for key, place in matched.items())


def searched(noun: str) -> tuple[bool, tuple[str, ...]]:
    """Whether records of a noun have words of their own to be found by, and the links by whose target they are found.

    Where a record has no words of its own, its title's links serve: a scholarship is found by its student.
    """
    cls = titles.noun_class(noun)
    worded = {field.key for field in fields_of(cls) if field.kind in WORDED}
    named = {*cls.NATURAL_KEY, *titles.parts(noun), *cls.SEARCHED, *_names(cls)}
    asked = cls.SEARCHED if named & worded else titles.parts(noun)
    return bool(named & worded), tuple(key for key in asked if titles.target(cls, key) is not None)


def pointing(session: Session, noun: str, key: str, text: str, limit: int) -> Iterator[tuple[str, str]]:
    """Id and title of the records whose link `key` leads to something that `text` finds."""
    cls = titles.noun_class(noun)
    target, _ = titles.target(cls, key) or ("", "")
    found = [value for value, _ in links(session, target, text, limit)]
    columns = cls.__mapper__.columns
    query = select(columns["id"]).where(columns[key].in_(found)).order_by(columns["id"].desc()).limit(limit)
    ids = list(session.scalars(query)) if found else []
    yield from titles.shown(session, noun, ids).items() if ids else ()


def _names(cls: type[Record]) -> list[str]:
    texts = [field for field in fields_of(cls) if field.kind in {Kind.TEXT, Kind.NAME}]
    columns = cls.__mapper__.columns
    return [field.key for field in texts if isinstance(columns[field.key].type, String) and "name" in field.key]


def rank(text: str, values: tuple[str, ...]) -> int:
    """0: equal to a value, 1: the beginning of one, 2: a part."""
    said = text.strip().casefold()
    folded = [value.casefold() for value in values]
    if said in folded:
        return 0
    return 1 if any(value.startswith(said) for value in folded) else 2


@functools.lru_cache(maxsize=20_000)
def sounded(name: str) -> str:
    """The pinyin of an organisation's or a base's name."""
    return pinyin.full(name, person=False)


@functools.lru_cache(maxsize=20_000)
def initialled(name: str) -> str:
    return pinyin.initials(name, person=False)
