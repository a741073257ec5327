"""What a recipient may be allowed to fill in, by noun: plain values, links, the supervisor at a placement's host."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ptman import states
from ptman.fields import Field, Kind, Sensitivity
from ptman.models import Person, naming
from ptman.models.choices import Role
from ptman.models.core import Record, colliding_keys, fields_of, nouns

MENTOR = "supervision.industry"
# Answered by the office alone, whoever knows the record.
_OFFICE = frozenset({"origin", "locked", "reason", "status", "remark"})
_KINDS = frozenset(Kind) - {Kind.TIME, Kind.DATETIME}
# Whom these pair is settled by the office, with all its checks.
_PAIRING = frozenset({"supervision", "supervisor_change", "scenario_pair", "scenario_comment"})


@dataclass(frozen=True, slots=True)
class Right:
    """One value that may be filled in: `key` is noun.field, `column` the list's column that shows it.

    `target` is the noun of a link, and the column that is held of its records.
    """

    key: str
    field: Field
    target: tuple[str, str] | None = None

    @property
    def noun(self) -> str:
        return self.key.partition(".")[0]

    @property
    def column(self) -> str:
        return self.field.key.removesuffix("_id").removesuffix("_code") if self.target else self.field.key


_MENTOR = Right(
    MENTOR,
    Field("industry", Role.INDUSTRY.label, Kind.LINK, width=20, link="industry_supervisor"),
    ("industry_supervisor", "id"),
)


@cache
def of(noun: str) -> tuple[Right, ...]:
    """Every right over the records of a noun, those of its person last; none where records are not for hands."""
    cls = nouns().get(noun)
    if cls is None or not cls.BY_HAND or cls.PERMANENT:
        return ()
    found = [*_plain(cls)]
    if noun == "placement":
        found.insert(0, _MENTOR)
    if "person_id" in cls.__mapper__.columns and noun != "person":
        found += _plain(Person)
    return tuple(found)


def named(noun: str, key: str) -> Right | None:
    """The right of that key (noun.field), also by the field alone."""
    return next((one for one in of(noun) if key in {one.key, one.field.key, one.column}), None)


def _plain(cls: type[Record]) -> Iterator[Right]:
    noun = str(cls.__tablename__)
    kept = _OFFICE | frozenset(cls.NATURAL_KEY) | colliding_keys(cls) | states.fixed(noun)
    kept |= {cls.PART_OF}
    if cls is Person:
        kept |= {"name", "name_pinyin", "initials", "id_type"}
    for field in fields_of(cls):
        is_free = field.key not in kept and not (field.kind is Kind.LINK and noun in _PAIRING)
        if is_free and field.kind in _KINDS and field.sensitivity is not Sensitivity.GUARDED:
            yield Right(f"{noun}.{field.key}", field, naming.target(cls, field.key))
