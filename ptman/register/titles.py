"""What a record is called where another one refers to it: a person's name, a name, or a number."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.fields import Kind
from ptman.labels import Choice
from ptman.models import naming
from ptman.models.core import Record, nouns
from ptman.rules import measures

target = naming.target
MANY = 500  # beyond this many keys one reads the whole table


def noun_class(noun: str) -> type[Record]:
    """The class of a noun; asking for one that does not exist is a bug."""
    return nouns()[noun]


def parts(noun: str) -> tuple[str, ...]:
    return naming.parts(noun_class(noun))


def shown(session: Session, noun: str, keys: Collection[str] | None = None, by: str = "id") -> dict[str, str]:
    """The title of each record (all, or those whose column `by` is among `keys`)."""
    cls = noun_class(noun)
    columns = cls.__mapper__.columns
    named = parts(noun)
    query = select(columns[by], *(columns[key] for key in named))
    if keys is not None and len(keys) <= MANY:
        query = query.where(columns[by].in_(keys))
    found = session.execute(query).all()
    links = {i: _linked(session, cls, key, {row[i] for row in found}) for i, key in enumerate(named, 1)}
    kinds = {i: columns[key].info["field"].kind for i, key in enumerate(named, 1)}
    return {
        row[0]: " ".join(_word(row[i], links[i], kinds[i]) for i in range(1, len(row)) if row[i] is not None)
        for row in found
    }


def _linked(session: Session, cls: type[Record], key: str, values: set[Any]) -> dict[str, str]:
    towards = target(cls, key)
    return shown(session, towards[0], values, towards[1]) if towards else {}


def _word(value: object, linked: dict[str, str], kind: Kind) -> str:
    text = value.label.zh if isinstance(value, Choice) else measures.said(kind, value)
    return linked.get(text, text)


def one(session: Session, noun: str, key: str, by: str = "id") -> str:
    """The title of one record."""
    found = shown(session, noun, [key], by)
    if key not in found:
        raise gone(noun)
    return found[key]


def id_of(session: Session, noun: str, value: str) -> str:
    """The record that a link holding `value` points to: by its id, else by what its natural key begins with."""
    cls = noun_class(noun)
    columns = cls.__mapper__.columns
    for key in ("id", *cls.NATURAL_KEY[:1]):
        found = session.scalar(select(columns["id"]).where(columns[key] == value))
        if found is not None:
            return str(found)
    raise gone(noun)


def gone(noun: str) -> PtmanError:
    what = noun_class(noun).LABEL
    return PtmanError(
        "no-record",
        f"这条“{what.zh}”已不在文件中，未作任何改动。请刷新列表。",
        f"This {what.en} is no longer in the file. Nothing was changed; reload the list.",
    )
