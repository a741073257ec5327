"""What a record is called where another one refers to it: a person's name, a name, or a number."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.models import naming
from ptman.models.core import Record, nouns

target, shown = naming.target, naming.shown


def noun_class(noun: str) -> type[Record]:
    """The class of a noun; asking for one that does not exist is a bug."""
    return nouns()[noun]


def parts(noun: str) -> tuple[str, ...]:
    return naming.parts(noun_class(noun))


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
