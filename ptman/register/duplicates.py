"""Records that may be the same thing twice: same name and birth date, numbers one sign apart, same credit code."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import IndustrySupervisor, Organisation, Person, TrainingBase
from ptman.register import lookup
from ptman.rules import likeness, text

SAME_BIRTH = Label("同名且出生日期相同", "same name and birth date")
SAME_MOBILE = Label("同名且手机相同", "same name and mobile")
NEAR_NUMBER = Label("同名且编号只差一位", "same name, numbers one sign apart")
SAME_UNIT = Label("同名且工作单位相同", "same name and organisation")
SAME_NAME = Label("名称相同", "same name")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one, the older first."""

    keep_id: str
    drop_id: str
    titles: tuple[str, str]
    reason: Label


@dataclass(frozen=True, slots=True)
class _One:
    id: str
    name: str
    number: str
    born: date | None = None
    mobile: str | None = None
    unit: str | None = None
    # What names are compared by; those of people are written in one way already.
    name_key: str = ""


Judge = Callable[[_One, _One], Label | None]


def likely_duplicates(session: Session, noun: str) -> tuple[Pair, ...]:
    """Pairs worth comparing, of nouns that have names; for other nouns none."""
    pairs: Iterable[Pair] = ()
    if noun in lookup.NUMBERS:
        pairs = _pairs(_people(session, noun), _of_people)
    elif noun == "person":
        pairs = _pairs(_persons(session), _of_people)
    elif noun == "organisation":
        pairs = _pairs(_units(session), lambda _one, _other: SAME_NAME)
    elif noun == "training_base":
        pairs = _pairs(_bases(session), _of_bases)
    return tuple(sorted(pairs, key=lambda pair: (pair.titles, pair.keep_id, pair.drop_id)))


def doubtful(session: Session, noun: str) -> frozenset[str]:
    """The ids of all records that may be there twice."""
    return frozenset(key for pair in likely_duplicates(session, noun) for key in (pair.keep_id, pair.drop_id))


def _of_people(one: _One, other: _One) -> Label | None:
    if one.born is not None and one.born == other.born:
        return SAME_BIRTH
    if one.mobile is not None and one.mobile == other.mobile:
        return SAME_MOBILE
    if one.unit is not None and one.unit == other.unit:
        return SAME_UNIT
    return NEAR_NUMBER if likeness.one_sign_apart(one.number, other.number) else None


def _of_bases(one: _One, other: _One) -> Label | None:
    return SAME_NAME if one.unit == other.unit else None


def _pairs(ones: Iterable[_One], judge: Judge) -> Iterator[Pair]:
    """Only records of the same name are compared, so thousands take no time."""
    by_name: dict[str, list[_One]] = defaultdict(list)
    for one in ones:
        by_name[one.name_key or one.name].append(one)
    for alike in by_name.values():
        for one, other in combinations(sorted(alike, key=lambda one: one.id), 2):
            if reason := judge(one, other):
                yield Pair(one.id, other.id, (_title(one), _title(other)), reason)


def _title(one: _One) -> str:
    return f"{one.name} {one.number}".rstrip()


def _people(session: Session, noun: str) -> Iterator[_One]:
    role, number = lookup.NUMBERS[noun]
    query = select(role.id, Person.name, number, Person.birth_date, Person.mobile)
    units: dict[str, str] = {}
    if role is IndustrySupervisor:
        rows = session.execute(select(IndustrySupervisor.id, IndustrySupervisor.organisation_id))
        units = dict(rows.all())
    matched = query.join(Person, role.person_id == Person.id).where(role.retired_on.is_(None))
    for key, name, no, born, mobile in session.execute(matched):
        yield _One(key, name, no, born, mobile, units.get(key))


def _persons(session: Session) -> Iterator[_One]:
    query = select(Person.id, Person.name, Person.birth_date, Person.mobile).where(Person.retired_on.is_(None))
    for key, name, born, mobile in session.execute(query):
        yield _One(key, name, "", born, mobile)


def _units(session: Session) -> Iterator[_One]:
    query = select(Organisation.id, Organisation.name, Organisation.uscc).where(Organisation.retired_on.is_(None))
    for key, name, code in session.execute(query):
        yield _One(key, name, code or "", name_key=text.key(name))


def _bases(session: Session) -> Iterator[_One]:
    one = TrainingBase
    query = select(one.id, one.name, one.base_no, one.host_organisation_id).where(one.retired_on.is_(None))
    for key, name, number, host in session.execute(query):
        yield _One(key, name, number, unit=host, name_key=text.key(name))
