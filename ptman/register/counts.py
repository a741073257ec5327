"""How many records each noun has, for the tree of registers."""

from collections.abc import Iterable

from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import Session

from ptman.register import titles

PART = 200  # SQLite joins at most 500 selects to one


def counts(session: Session, nouns: Iterable[str]) -> dict[str, int]:
    """The records of each noun that are not retired."""
    named = tuple(nouns)
    found: dict[str, int] = {}
    for at in range(0, len(named), PART):
        found |= _counted(session, named[at : at + PART])
    return found


def _counted(session: Session, nouns: tuple[str, ...]) -> dict[str, int]:
    selects = []
    for noun in nouns:
        table = titles.noun_class(noun).__mapper__.columns
        selects.append(select(literal(noun), func.count(table["id"])).where(table["retired_on"].is_(None)))
    return {noun: count for noun, count in session.execute(union_all(*selects))} if selects else {}  # noqa: C416 dict() would take the result for a mapping
