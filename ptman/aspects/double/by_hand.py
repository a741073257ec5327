"""Which counts of an assessment somebody corrected by hand since they were counted: the journal knows."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import Change, ChangeSet

NOUN, COUNTING = "supervisor_assessment", "aspects.double.assessing.keep"
Cell = tuple[str, str]
"""An assessment and one of its columns."""


def corrected(session: Session, ids: Collection[str], keys: Collection[str]) -> frozenset[Cell]:
    """The cells whose value was last written by something else than the count; a nought of a new record is none."""
    query = (
        select(ChangeSet.number, ChangeSet.verb, ChangeSet.undoes, Change.row_id, Change.before, Change.after)
        .join(ChangeSet, ChangeSet.number == Change.change_set)
        .where(Change.noun == NOUN, Change.row_id.in_(ids))
        .order_by(Change.change_set, Change.position)
    )
    now: set[Cell] = set()
    was: dict[int, dict[Cell, bool]] = {}
    for number, verb, undoes, row, before, after in session.execute(query):
        for key in keys:
            if after is None or key not in after:
                continue
            cell = (row, key)
            was.setdefault(number, {})[cell] = cell in now
            hand = verb != COUNTING and (before is not None or bool(after[key]))
            if undoes is not None:
                hand = was.get(undoes, {}).get(cell, False)
            now = now | {cell} if hand else now - {cell}
    return frozenset(now)
