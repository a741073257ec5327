"""Imports that were kept while some of their rows were refused, and whose source has sent nothing since."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import ImportedFile


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One import by the number of its change set, and how many of its rows are still out."""

    number: int
    file: str
    refused: int


def imports(session: Session) -> tuple[Unfinished, ...]:
    """The last file of each source where rows of it were refused, the newest first; an undone import is forgotten."""
    one = ImportedFile
    query = select(one.kind, one.sender, one.version, one.file_name, one.refused).where(one.retired_on.is_(None))
    last: dict[tuple[str, str], Unfinished] = {}
    rows: dict[int, int] = {}
    for kind, sender, number, file, refused in session.execute(query.order_by(one.version, one.id)):
        rows[number] = rows.get(number, 0) + refused  # a large file is kept in several pieces
        last[kind, sender] = Unfinished(number, file, rows[number])
    return tuple(sorted((one for one in last.values() if one.refused), key=lambda one: -one.number))
