"""Acts on milestones of several students at once: a step for all of them, or a later day with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.aspects.talents.rows import MilestoneRow, WayRow
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import Milestone, MilestoneDef
from ptman.models.choices_talents import MilestoneStatus
from ptman.register import cards, moving, staleness
from ptman.register.cards import Ref
from ptman.rules.machines.people import MILESTONE

EXTEND = "extend"


@dataclass(frozen=True, slots=True)
class Deed:
    """A step that some of the selected milestones can take now."""

    key: str
    label: Label
    refs: tuple[Ref, ...]
    reason: bool


def chosen(rows: Sequence[WayRow], students: Sequence[str], at: int) -> tuple[MilestoneRow, ...]:
    """The milestones of these students in one column; who has none there is left out."""
    wanted = set(students)
    cells = (row.cells[at] for row in rows if row.pupil.id in wanted)
    return tuple(one for one in cells if one is not None)


def deeds(selected: Sequence[MilestoneRow]) -> tuple[Deed, ...]:
    """Every step, each with those of the selected milestones whose state leads on by it; the rest stay."""
    found = []
    for move in MILESTONE.moves:
        refs = tuple(one.ref for one in selected if str(one.status) in move.source)
        found.append(Deed(move.key, move.label, refs, move.reason))
    return tuple(found)


def step(session: Session, refs: Sequence[Ref], key: str, today: date, reason: str = "") -> int:
    """Take one step with all of them, as one change set; how many. PtmanError as a step raises it, `nothing-to-do`."""
    if not refs:
        raise PtmanError(
            "nothing-to-do",
            "所选环节现在都没有这一步。未作任何改动。",
            "None of the selected milestones can take this step now. Nothing was changed.",
        )
    moving.move_all(session, refs, key, today, reason)
    return len(refs)


def extend(session: Session, refs: Sequence[Ref], due_on: date, today: date, reason: str) -> int:
    """Put off open milestones to a later day, each with its delay counted; `day-not-later`, `move-needs-reason`."""
    names = {one.code: one.name for one in session.scalars(select(MilestoneDef))}
    said: set[str] = set()
    for ref in refs:
        staleness.refuse_other_version(session, ref)
        one = session.get_one(Milestone, ref.id)
        if one.status is not MilestoneStatus.OPEN:
            MILESTONE.step(str(one.status), EXTEND, reason)
        floor = max(one.due_on or today, today)
        if due_on <= floor:
            raise PtmanError(
                "day-not-later",
                f"新的日期应晚于 {floor.isoformat()}。未作任何改动。",
                f"The new day must be after {floor.isoformat()}. Nothing was changed.",
            )
        one.due_on = due_on
        said.add(names[one.def_code])
        session.flush()  # the step compares versions
        moving.move(session, cards.card(session, "milestone", ref.id).ref, EXTEND, today, reason)
    zh = f"{'、'.join(sorted(said))}延期至 {due_on.isoformat()}（{len(refs)} 项）：{reason.strip()}"
    en = f"Put off {len(refs)} milestones to {due_on.isoformat()}: {reason.strip()}"
    journal.say(session, zh, en)
    return len(refs)
