"""Whether a change of a placement fits it as it stands: its state, its dates, its base (domain §3.9, §5.6)."""

from dataclasses import dataclass
from datetime import date

from ptman.labels import Label

UNDER_WAY = frozenset({"dispatched", "accepted", "in_progress", "interrupted"})
OVER = frozenset({"assessed", "archived", "rejected", "cancelled", "terminated"})
_MOVING = frozenset({"transfer", "split"})

IS_OVER = Label("实践已经结束，不能再变更。", "The placement is over and cannot be changed.")
NOT_UNDER_WAY = Label(
    "实践尚未派遣或已经结束；尚未派遣的请到配对页改基地。",
    "The placement is not under way; before dispatch, change the base on the pairing page.",
)
NOT_IN_PROGRESS = Label("只有进行中的实践可以中断。", "Only a placement in progress can be interrupted.")
NOT_INTERRUPTED = Label("实践没有中断，不用恢复。", "The placement is not interrupted.")
SAME_BASE = Label("新基地就是现在的基地。", "The new base is the present one.")
NOT_IN_USE = Label("新基地不在用。", "The new base is not in use.")
NOT_LATER = Label("延期后的结束日期应晚于现在的结束日期。", "An extension ends later than the placement does now.")
NOT_EARLIER = Label(
    "新的结束日期应在开始之后、现在的结束之前。", "The new last day lies between its first and its last."
)
NOT_WITHIN = Label(
    "生效日期应在开始之后、结束之前。", "The change takes effect after the first day and before the last."
)
TOO_EARLY = Label("还没有到那一天；到了那天再执行。", "That day is still to come; carry it out then.")
BEFORE_BREAK = Label("恢复日期早于中断开始。", "It cannot be resumed before it was interrupted.")


@dataclass(frozen=True, slots=True)
class Case:
    """A placement and what is to become of it; `base_differs` and `base_in_use` are about the new base."""

    kind: str
    status: str
    starts_on: date
    ends_on: date
    effective_on: date
    new_end: date | None = None
    base_differs: bool = True
    base_in_use: bool = True
    interrupted_on: date | None = None


def against(case: Case, today: date) -> Label | None:
    """The first reason why it cannot be carried out today."""
    if case.status in OVER:
        return IS_OVER
    if case.kind in _MOVING:
        return _move(case)
    if case.kind in {"interrupt", "resume"}:
        return _break(case, today)
    if case.kind == "extend":
        return None if case.new_end is not None and case.new_end > case.ends_on else NOT_LATER
    if case.kind in {"shorten", "end"}:
        return _shorter(case, today)
    return None


def _move(case: Case) -> Label | None:
    if case.status not in UNDER_WAY:
        return NOT_UNDER_WAY
    if case.kind == "transfer" and not case.base_differs:
        return SAME_BASE
    if not case.base_in_use:
        return NOT_IN_USE
    inside = case.starts_on < case.effective_on <= (case.new_end or case.ends_on)
    return None if inside else NOT_WITHIN


def _break(case: Case, today: date) -> Label | None:
    resuming = case.kind == "resume"
    if case.status != ("interrupted" if resuming else "in_progress"):
        return NOT_INTERRUPTED if resuming else NOT_IN_PROGRESS
    if case.effective_on > today:
        return TOO_EARLY
    if resuming:
        early = case.interrupted_on is not None and case.effective_on < case.interrupted_on
        return BEFORE_BREAK if early else None
    inside = case.starts_on <= case.effective_on <= case.ends_on
    return None if inside and (case.new_end is None or case.new_end >= case.effective_on) else NOT_WITHIN


def _shorter(case: Case, today: date) -> Label | None:
    if case.new_end is None or not case.starts_on <= case.new_end < case.ends_on:
        return NOT_EARLIER
    if case.kind == "shorten":
        return None
    if case.status not in UNDER_WAY:
        return NOT_UNDER_WAY
    return TOO_EARLY if case.new_end > today else None
