"""The plaque of a base: given under its number on a day, taken back on another, each step logged."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import journal, states
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import TrainingBase
from ptman.models.choices import BaseStatus
from ptman.register import staleness
from ptman.register.cards import Ref

MAY_HOLD = (BaseStatus.APPROVED, BaseStatus.ACTIVE, BaseStatus.RECTIFYING)


def holds(base: TrainingBase) -> bool:
    return base.plaque_on is not None and base.plaque_back_on is None


def why_not_give(base: TrainingBase) -> Label | None:
    if holds(base):
        return Label("基地已经挂牌；先登记收回。", "The base has a plaque; enter first that it was taken back.")
    if base.status not in MAY_HOLD:
        return Label("批准以后才能挂牌。", "A plaque is given once the base is approved.")
    return None


def why_not_take(base: TrainingBase) -> Label | None:
    return None if holds(base) else Label("基地没有铭牌。", "The base has no plaque.")


def give(session: Session, ref: Ref, plaque: tuple[str, date], today: date) -> None:
    """`plaque` is number and day. PtmanError `plaque-not-now`, `plaque-date`; `Stale`."""
    base, (number, on) = _loaded(session, ref), plaque
    _refuse(why_not_give(base))
    _refuse_day(on, base.approved_on, today)
    base.plaque_no, base.plaque_on, base.plaque_back_on = number.strip() or None, on, None
    said = f"{on}，编号 {base.plaque_no}" if base.plaque_no else f"{on}"
    states.note(session, base, "give_plaque", today, said)
    journal.say(session, f"授予铭牌：{base.name}（{said}）", f"Give the plaque: {base.name} ({said})")


def take_back(session: Session, ref: Ref, on: date, reason: str, today: date) -> None:
    """PtmanError `plaque-not-now`, `plaque-date`; `Stale`."""
    base = _loaded(session, ref)
    _refuse(why_not_take(base))
    _refuse_day(on, base.plaque_on, today)
    base.plaque_back_on = on
    said = f"{on}，{reason.strip()}"
    states.note(session, base, "take_plaque", today, said)
    journal.say(session, f"收回铭牌：{base.name}（{said}）", f"Take the plaque back: {base.name} ({said})")


def _loaded(session: Session, ref: Ref) -> TrainingBase:
    staleness.refuse_other_version(session, ref)
    return session.get_one(TrainingBase, ref.id)


def _refuse(reason: Label | None) -> None:
    if reason is not None:
        raise PtmanError("plaque-not-now", f"{reason.zh}未作任何改动。", f"{reason.en} Nothing was changed.")


def _refuse_day(on: date, first: date | None, today: date) -> None:
    if on > today or (first is not None and on < first):
        zh, en = (f"在 {first} 到", f"from {first} to") if first is not None else ("不晚于", "up to")
        raise PtmanError(
            "plaque-date",
            f"日期应{zh}今天。未作任何改动。",
            f"The day must be {en} today. Nothing was changed.",
        )
