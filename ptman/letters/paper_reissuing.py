"""Correct and reissue for documents of any family: the same wish, made again of the records as they are."""

import dataclasses
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.letters import dispatching, making, paper_amending, paper_radar
from ptman.letters.comparing import Change
from ptman.letters.drawing import PaperDraft
from ptman.letters.families import letters
from ptman.letters.families.family import Subject
from ptman.letters.gather import gathering
from ptman.letters.paper import PaperFacts
from ptman.letters.wish import Wish
from ptman.models import IssuedDocument, Placement, TrainingBase
from ptman.models.choices import DocumentStatus, PlacementStatus
from ptman.models.placements import GONE


@dataclasses.dataclass(frozen=True, slots=True)
class Remade:
    """The document that would supersede another; `freed` are placements that it no longer sends."""

    letter: PaperDraft
    changes: tuple[Change, ...]
    freed: tuple[str, ...]


def draft(session: Session, document: IssuedDocument, old: PaperFacts, today: date) -> Remade:
    """Raises what `making.draft` does; nothing changes."""
    found = paper_radar.changes(session, old, today)
    left = document.status is not DocumentStatus.ISSUED
    dispatch = old.wish.what.numbered_as == letters.DISPATCH.key
    wish = dataclasses.replace(old.wish, about=_about(session, old.wish, document.organisation_id))
    if dispatch:
        wish = dataclasses.replace(wish, family=letters.CHANGE.key if left else letters.DISPATCH.key)
    gathered = gathering.gather(session, wish, today)
    if dispatch and left:
        gathered = paper_amending.changed(gathered, old, found)
    made = making.drawn(session, wish, gathered, today)
    if not (dispatch and left):
        made = dataclasses.replace(made, facts=paper_amending.cited(made.facts, old))
    return Remade(made, found, _freed(session, document.id, gathered.placements))


def _about(session: Session, wish: Wish, organisation: str | None) -> tuple[str, ...]:
    """Of several placements those that are still at the host of the document."""
    if wish.what.subject is not Subject.PLACEMENTS:
        return wish.about
    still = select(Placement.id).join(TrainingBase, TrainingBase.id == Placement.base_id)
    rows = session.scalars(
        still.where(
            Placement.id.in_(wish.about),
            TrainingBase.host_organisation_id == organisation,
            Placement.status.not_in((*GONE, *dispatching.DONE)),
        )
    )
    there = set(rows)
    return tuple(key for key in wish.about if key in there)


def _freed(session: Session, key: str, going: Sequence[str]) -> tuple[str, ...]:
    dispatched = Placement.status == PlacementStatus.DISPATCHED
    query = select(Placement.id).where(Placement.letter_id == key, dispatched, Placement.retired_on.is_(None))
    return tuple(one for one in session.scalars(query.order_by(Placement.id)) if one not in going)
