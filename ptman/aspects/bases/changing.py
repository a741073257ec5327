"""Carries out a change of a placement that was agreed to: longer, shorter, another post, or on at another base."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, states
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import Placement, PlacementChange, TrainingBase
from ptman.models.choices import Origin, PlacementStatus
from ptman.models.choices_placements import ChangeKind
from ptman.register import staleness, titles
from ptman.register.cards import Ref
from ptman.rules.machines.placements import PLACEMENT

_DAY = timedelta(days=1)
_UNDER_WAY = frozenset(
    {
        PlacementStatus.DISPATCHED,
        PlacementStatus.ACCEPTED,
        PlacementStatus.IN_PROGRESS,
        PlacementStatus.INTERRUPTED,
    }
)
_NUMBER = 26


def lacking(change: PlacementChange) -> tuple[Label, ...]:
    """Who has not agreed; a new host is asked only where there is one."""
    asked = (
        (change.supervisor_agreed, Label("导师", "the supervisor"), True),
        (change.host_agreed, Label("原单位", "the host"), True),
        (change.new_host_agreed, Label("新单位", "the new host"), change.kind is ChangeKind.TRANSFER),
        (change.office_agreed, Label("办公室", "the office"), True),
    )
    return tuple(who for agreed, who, needed in asked if needed and not agreed)


def next_of(session: Session, placement_id: str) -> Ref:
    """The first change of a placement that is not carried out yet; PtmanError `no-change`."""
    one = PlacementChange
    query = select(one).where(one.placement_id == placement_id, one.done_on.is_(None), one.retired_on.is_(None))
    found = session.scalars(query.order_by(one.seq)).first()
    if found is None:
        raise PtmanError(
            "no-change",
            "这次实践没有待执行的变更，未作任何改动。先在“变更”中登记。",
            "No change of this placement is to be carried out. Nothing was changed; enter one first.",
        )
    return Ref("placement_change", found.id, found.version)


def carry_out(session: Session, ref: Ref, today: date) -> str:
    """The id of the placement that goes on, which after a transfer is a new one.

    PtmanError `change-done`, `change-not-agreed`, `change-dates`, `change-state`; `Stale`.
    """
    staleness.refuse_other_version(session, ref)
    change = session.get_one(PlacementChange, ref.id)
    placement = session.get_one(Placement, change.placement_id)
    _refuse(change, placement)
    going = placement
    if change.kind is ChangeKind.POST:
        placement.post_name = change.new_post
    elif change.kind is ChangeKind.TRANSFER:
        going = _moved(session, placement, change, today)
    elif change.new_end is not None:
        placement.ends_on = change.new_end
    change.done_on = today
    title, kind = titles.one(session, "placement", placement.id), change.kind.label
    journal.say(session, f"{kind.zh}：{title}（{change.reason}）", f"{kind.en}: {title} ({change.reason})")
    return going.id


def _moved(session: Session, old: Placement, change: PlacementChange, today: date) -> Placement:
    """The old one ends the day before, the new one takes what is left of the time, as a plan to be dispatched."""
    base = session.get_one(TrainingBase, change.new_base_id or "")
    old.left_on = change.effective_on - _DAY
    states.write(session, old, PLACEMENT.move("terminate"), today, f"转到 {base.name}：{change.reason}")
    old.reason = change.reason
    session.flush()  # the old one must be over before the student has another in the same period
    made = Placement(
        placement_no=_number(session, old.placement_no),
        student_id=old.student_id,
        base_id=base.id,
        period_id=old.period_id,
        practice_form=old.practice_form,
        arrangement=old.arrangement,
        post_name=change.new_post,
        project_title=old.project_title,
        starts_on=change.effective_on,
        ends_on=change.new_end or old.ends_on,
        origin=Origin.HAND,
    )
    for key in ("emergency_name", "emergency_phone", "emergency_relation", "weekly_hours", "project_source"):
        setattr(made, key, getattr(old, key))
    session.add(made)
    session.flush()  # the caller wants its id
    return made


def _number(session: Session, number: str) -> str:
    stem = number[:_NUMBER]
    known = set(session.scalars(select(Placement.placement_no).where(Placement.placement_no.startswith(stem))))
    return next(said for n in range(2, len(known) + 3) if (said := f"{stem}-{n}") not in known)


def _refuse(change: PlacementChange, placement: Placement) -> None:
    if change.done_on is not None:
        raise PtmanError(
            "change-done",
            f"这项变更已于 {change.done_on} 执行，未作任何改动。",
            f"This change was carried out on {change.done_on}. Nothing was changed.",
        )
    if open_ := lacking(change):
        zh, en = "、".join(one.zh for one in open_), ", ".join(one.en for one in open_)
        raise PtmanError(
            "change-not-agreed",
            f"还没有同意：{zh}。未作任何改动；先在变更记录中登记各方意见。",
            f"Not agreed yet: {en}. Nothing was changed; enter who agrees first.",
        )
    if change.kind is ChangeKind.TRANSFER and placement.status not in _UNDER_WAY:
        status = placement.status.label
        raise PtmanError(
            "change-state",
            f"实践为“{status.zh}”，不能转基地，未作任何改动。尚未派遣的请到配对页改基地。",
            f"The placement is “{status.en}”. Nothing was changed; before dispatch, go to the pairing page.",
        )
    last = change.new_end or placement.ends_on
    first = change.effective_on if change.kind is ChangeKind.TRANSFER else placement.starts_on
    if last < first or (change.kind is ChangeKind.TRANSFER and first <= placement.starts_on):
        raise PtmanError(
            "change-dates",
            "变更的日期与实践起止日期矛盾，未作任何改动。请更正生效日期或新的结束日期。",
            "The days of the change contradict those of the placement. Nothing was changed; correct them.",
        )
