"""What each party says of a change of a placement, on which day; and where the change stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Choice, Label
from ptman.models import PlacementChange
from ptman.models.choices_placements import PlacementChangeStatus
from ptman.register import moving, placement_change_guards, titles
from ptman.register.cards import Ref
from ptman.register.placement_change_guards import Party
from ptman.rules import dates

OPEN = (PlacementChangeStatus.ASKED, PlacementChangeStatus.APPROVED)


class Answer(Choice):
    AGREES = "agrees", "同意", "Agrees"
    REFUSES = "refuses", "不同意", "Does not agree"


@dataclass(frozen=True, slots=True)
class Opinion:
    party: Party
    answer: Answer
    on: date
    words: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """The open change of a placement: who has not agreed, and why it cannot be carried out now, if so."""

    ref: Ref
    title: str
    kind: Label
    status: Label
    asked: tuple[Party, ...]
    off: Label | None


def given(values: Mapping[str, object]) -> Opinion:
    """What a form brings."""
    on = dates.date(str(values["on"])).must()
    words = str(values.get("words") or "")
    return Opinion(Party(str(values["party"])), Answer(str(values["answer"])), on, words)


def note(session: Session, ref: Ref, said: Opinion, today: date) -> None:
    """Take the step of that party with its day; a refusal ends the change, with its words as the reason.

    PtmanError `move-refused`, `move-guarded`, `move-needs-reason`; `Stale`.
    """
    change = session.get_one(PlacementChange, ref.id)
    agrees = said.answer is Answer.AGREES
    reason = "" if agrees or not said.words.strip() else f"{said.party.label.zh}：{said.words.strip()}"
    before = getattr(change, f"{said.party.value}_on")
    moving.move(session, ref, f"{said.party.value}_agree" if agrees else "reject", today, reason)
    if said.on != before:
        setattr(change, f"{said.party.value}_on", said.on)


def standing(session: Session, placement: str, today: date) -> Standing | None:
    """The first open change of the placement; None where there is none."""
    one = PlacementChange
    query = select(one).where(one.placement_id == placement, one.status.in_(OPEN), one.retired_on.is_(None))
    change = session.scalars(query.order_by(one.seq)).first()
    if change is None:
        return None
    ref = Ref("placement_change", change.id, change.version)
    title = titles.one(session, "placement", placement)
    return Standing(ref, title, change.kind.label, change.status.label, _asked(change), _off(session, change, today))


def _asked(change: PlacementChange) -> tuple[Party, ...]:
    """Who is still to be asked, the office last; nobody once it has agreed."""
    if change.status is not PlacementChangeStatus.ASKED:
        return ()
    return (*placement_change_guards.lacking(change), Party.OFFICE)


def _off(session: Session, change: PlacementChange, today: date) -> Label | None:
    steps = {one.key: one for one in moving.moves(session, "placement_change", change.id, today)}
    if "carry_out" in steps:
        return steps["carry_out"].off
    return placement_change_guards.not_agreed(_asked(change))
