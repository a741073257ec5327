"""What every noun has: an identity made by the client, a version, a way to be retired, and fields declared once."""

import enum
import functools
import re
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import Enum, ForeignKey, MetaData, String, Table, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from typing_extensions import override

from ptman.fields import Field, Kind
from ptman.labels import Choice, Label

Rule = Callable[[Mapping[str, Any]], Iterator[tuple[tuple[str, ...], tuple[str, Label]]]]
"""Values by column → for each contradiction the columns it has to do with, and which field shows which fault."""

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def _values(members: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in members]


class _Ticks:
    """Numbers that only rise: milliseconds, and within one a count of 12 bits (RFC 9562, section 6.2, method 1)."""

    def __init__(self) -> None:
        self._last = 0
        self._guard = threading.Lock()

    def next(self) -> tuple[int, int]:
        with self._guard:
            self._last = max(self._last + 1, time.time_ns() // 1_000_000 << 12)
            return self._last >> 12, self._last & 0xFFF


_ticks = _Ticks()


def new_id() -> str:
    """A UUIDv7 (RFC 9562): made without asking anyone, in the order of making."""
    milliseconds, count = _ticks.next()
    number = milliseconds << 80 | 0x7 << 76 | count << 64 | 0b10 << 62 | secrets.randbits(62)
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


class Noun(DeclarativeBase):
    """Anything stored. Enums are stored by value and checked by the database."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {  # SQLAlchemy's own signature
        enum.Enum: Enum(enum.Enum, values_callable=_values, native_enum=False, create_constraint=True, length=32),
    }


class Record(Noun):
    """A noun of the office: journalled, versioned, listed, formed, imported and exported by its fields.

    Beside the fields a noun may say, for all lists, workbooks and searches at once:
    - TITLE: the columns that name a record where another refers to it; else the person, `name`, or the natural key
    - NATURAL_KEY: what a workbook's row is matched by; links may be among it
    - IMPORTED: whether workbooks may bring it (only with a natural key)
    - SEARCHED: what the search box matches beside natural key, title and names
    - SORT: the list's first order, `-` before a column for descending; else the natural key
    - CHIPS: the choice column with a chip for each of its members; TERM: first and last day, for chips of the term
    - RULES: what contradicts itself within a record; ONLY_WHERE: the conditions of its partial unique indexes
    - `settled` and LATEST_OF, beside fields with `due`: what the agenda leaves out

    `version` is the number of the change set that last wrote the row, so an equal version means equal content,
    also after an undo has restored it.
    """

    __abstract__ = True
    LABEL: ClassVar[Label]
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ()
    TITLE: ClassVar[tuple[str, ...]] = ()
    IMPORTED: ClassVar[bool] = True
    SEARCHED: ClassVar[tuple[str, ...]] = ()
    SORT: ClassVar[tuple[str, ...]] = ()
    CHIPS: ClassVar[str] = ""
    TERM: ClassVar[tuple[str, str] | None] = None
    RULES: ClassVar[tuple[Rule, ...]] = ()
    ONLY_WHERE: ClassVar[Mapping[str, Callable[[Mapping[str, Any]], bool]]] = {}
    # Of records alike in these columns only the last to fall due counts: the others have been renewed.
    LATEST_OF: ClassVar[tuple[str, ...]] = ()
    # Rows of a permanent noun are voided by an undo, never deleted: their numbers have left the building.
    PERMANENT: ClassVar[bool] = False
    # The link to the whole that rows of this noun are parts of, such as "meeting_id"; nothing where it stands alone.
    PART_OF: ClassVar[str] = ""
    # Rows of other nouns are written by the program's own verbs; no form and no import changes them.
    BY_HAND: ClassVar[bool] = True
    # The status goes from state to state by the steps of the noun's machine in `ptman.rules.machines`, and only so.
    BY_STEPS: ClassVar[bool] = False

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=0)
    retired_on: Mapped[date | None] = mapped_column()

    @classmethod
    def settled(cls, values: Mapping[str, Any]) -> bool:
        """Whether nothing falls due any more in a record of these values by column."""
        del values
        return False

    def withdraw(self) -> None:
        """What undoing its making does to a row of a permanent noun."""
        raise NotImplementedError(f"{self.__tablename__} is not permanent")

    @declared_attr.directive
    @classmethod
    @override
    def __mapper_args__(cls) -> dict[str, Any]:  # SQLAlchemy's own signature
        return {"version_id_col": cls.version, "version_id_generator": False}


def field(zh: str, en: str, kind: Kind = Kind.TEXT, **more: Any) -> dict[Any, Any]:  # noqa: ANN401 handed on to Field, which checks them
    """The `info` of a mapped column: its declaration for people."""
    return {"field": Field(key="", label=Label(zh, en), kind=kind, **more)}


def refers(target: str) -> ForeignKey:
    """A foreign key that is checked when the transaction ends, so that rows may come in any order."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def fields_of(noun: type[Record]) -> tuple[Field, ...]:
    """The declared fields of a noun in the order of its file."""
    found = []
    for name, column in noun.__mapper__.columns.items():
        declared = column.info.get("field")
        if declared is not None:
            choices = getattr(column.type, "enum_class", None)
            found.append(
                replace(
                    declared,
                    key=name,
                    required=not column.nullable and column.default is None,
                    choices=choices if choices and issubclass(choices, Choice) else None,
                    kind=Kind.CHOICE if choices else declared.kind,
                )
            )
    return tuple(found)


@functools.cache
def colliding_keys(noun: type[Record]) -> frozenset[str]:
    """The columns by which two rows of a noun can collide, also those in the condition of a partial unique index."""
    table = noun.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{noun} is mapped to no table")
    found = {column.name for one in table.constraints if isinstance(one, UniqueConstraint) for column in one.columns}
    found |= {column.name for column in table.columns if column.unique}
    for index in table.indexes:
        if index.unique:
            found |= {column.name for column in index.columns}
            found |= set(re.findall(r"\w+", str(index.dialect_options["sqlite"]["where"])))
    return frozenset(found & set(table.columns.keys()))


def nouns() -> dict[str, type[Record]]:
    """Every noun of the office by the name of its table, in the order of the names."""
    return _nouns(tuple(Noun.metadata.tables))


@functools.lru_cache(maxsize=4)
def _nouns(tables: tuple[str, ...]) -> dict[str, type[Record]]:
    """Asked for often, and only another table makes another answer."""
    del tables
    found = {str(mapper.class_.__tablename__): mapper.class_ for mapper in Noun.registry.mappers}
    return {name: noun for name, noun in sorted(found.items()) if issubclass(noun, Record)}
