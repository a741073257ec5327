"""The changes of a change set as they lie in the file, and the SHA-256 that chains each change set to the last."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from ptman import values
from ptman.models.history import Change, ChangeSet

GENESIS = "0" * 64
MOST = 5_000
"""So many changes wait in memory before they are moved."""


def digest(head: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> str:
    """The link of the chain: this change set and, through `previous_sha`, all before it."""
    plain = {key: values.encode(value) for key, value in head.items()}
    # What the canonical text of [head, rows] would give, without ever holding it.
    sha = hashlib.sha256(f"[{values.canonical(plain)},[".encode())
    for at, row in enumerate(rows):
        sha.update(f"{',' if at else ''}{values.canonical(row)}".encode())
    sha.update(b"]]")
    return sha.hexdigest()


def rows(number: int, changes: Iterable[Mapping[str, Any]], first: int = 0) -> list[dict[str, Any]]:
    """These changes of the change set `number`, the first at place `first`."""
    return [{**change, "change_set": number, "position": at} for at, change in enumerate(changes, start=first)]


def moved(session: Session, number: int, changes: list[dict[str, Any]], first: int) -> int:
    """Move changes from memory into the file, the first to place `first`; the place behind them.

    Their change set may come later: only at the end is looked whether it is there.
    """
    if changes:
        connection = session.connection()
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.execute(insert(Change.__table__), rows(number, changes, first))  # type: ignore[arg-type]  # a Table
    behind = first + len(changes)
    changes.clear()
    return behind


def written(
    session: Session, number: int, tell: Callable[[int, int], object] | None = None
) -> Iterator[dict[str, Any]]:
    """What the file has of a change set, in order; it tells how many of how many have been looked at."""
    own = Change.change_set == number
    whole = session.scalar(select(func.count()).select_from(Change).where(own)) or 0
    query = select(*Change.__table__.columns).where(own).order_by(Change.position)
    found = session.connection().execute(query, execution_options={"yield_per": 1000}).mappings()
    for at, row in enumerate(found):
        if tell is not None and at % 500 == 0:
            tell(at, whole)
        yield dict(row)


def holds(session: Session, link: str) -> bool:
    """Whether the change set of this digest is in the file."""
    return session.scalar(select(ChangeSet.number).where(ChangeSet.sha == link)) is not None
