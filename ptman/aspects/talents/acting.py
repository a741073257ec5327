"""Puts milestones of several students off to a later day at once, with the reason."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.models import Milestone, MilestoneDef
from ptman.models.choices_talents import MilestoneStatus
from ptman.register import cards, moving, staleness
from ptman.register.cards import Ref
from ptman.rules.machines.people import MILESTONE

EXTEND = "extend"


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
