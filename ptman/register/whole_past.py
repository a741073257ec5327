"""What happened to a record and to everything around it: the change sets that wrote any of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import Change, ChangeSet
from ptman.models.core import nouns
from ptman.register import around

MOST_STEPS = 40


@dataclass(frozen=True, slots=True)
class Step:
    """One change set as far as it concerns what is around; `what` are the kinds of records it changed. `at` is UTC."""

    number: int
    at: datetime
    who: str
    sentence: Label
    what: tuple[Label, ...]


def history(session: Session, concerned: Mapping[str, Iterable[str]]) -> tuple[tuple[Step, ...], int]:
    """The newest change sets that wrote any of these records, and how many older ones there are."""
    wrote: dict[int, set[str]] = {}
    for noun, ids in concerned.items():
        for part in around.parts(ids):
            rows = select(Change.change_set).where(Change.noun == noun, Change.row_id.in_(part)).distinct()
            for number in session.scalars(rows):
                wrote.setdefault(number, set()).add(noun)
    newest = sorted(wrote, reverse=True)[:MOST_STEPS]
    heads = session.scalars(select(ChangeSet).where(ChangeSet.number.in_(newest)).order_by(ChangeSet.number.desc()))
    steps = tuple(
        Step(
            one.number,
            one.at,
            one.who,
            Label(one.sentence_zh, one.sentence_en),
            tuple(nouns()[noun].LABEL for noun in sorted(wrote[one.number])),
        )
        for one in heads
    )
    return steps, len(wrote) - len(steps)
