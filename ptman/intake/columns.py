"""What was said by hand of the headers of each source: remembered in the office file, changed, forgotten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.intake import kinds, layouts
from ptman.intake.layouts import Layout, Meaning
from ptman.models import SourceColumn
from ptman.models.core import new_id

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Source:
    """A sender of one kind of workbook, with what its headers were said to mean."""

    sender: str
    layout: Layout


def meanings(session: Session, sender: str) -> Mapping[str, Mapping[str, str]]:
    """By kind what each header of this sender means, by its key."""
    found: dict[str, dict[str, str]] = {}
    query = select(SourceColumn).where(SourceColumn.sender == sender)
    for one in session.scalars(query):
        found.setdefault(one.kind, {})[one.header_key] = one.column_key
    return found


def sources(session: Session) -> tuple[Source, ...]:
    """Every source of which headers were said to mean something."""
    found: dict[tuple[str, str], dict[str, tuple[str, str]]] = {}
    query = select(SourceColumn).order_by(SourceColumn.sender, SourceColumn.kind, SourceColumn.id)
    for one in session.scalars(query):
        found.setdefault((one.sender, one.kind), {})[one.header_key] = (one.header, one.column_key)
    return tuple(Source(sender, layouts.remembered(kind, said)) for (sender, kind), said in found.items())


def say(session: Session, book: str, sender: str, given: Sequence[Meaning]) -> None:
    """Remember what headers of a source mean."""
    query = select(SourceColumn).where(SourceColumn.kind == book, SourceColumn.sender == sender)
    before = {one.header_key: one for one in session.scalars(query)}
    for one in given:
        old = before.get(one.key[:LONGEST])
        if one.slot is None:
            if old is not None:
                session.delete(old)
        elif old is not None:
            old.column_key = one.slot
        else:
            words = {"header": one.header[:LONGEST], "header_key": one.key[:LONGEST], "column_key": one.slot}
            session.add(SourceColumn(id=new_id(), kind=book, sender=sender, **words))
    label = kinds.kinds()[book].label
    journal.say(
        session,
        f"记住“{sender}”的{label.zh}中 {len(given)} 列的对应",
        f"Remember {len(given)} columns of {label.en} from {sender}",
    )
