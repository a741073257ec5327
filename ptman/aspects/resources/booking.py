"""Books a shared resource, takes a booking to another time, and notes how a use went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.aspects.resources import week
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import ResourceUse, TeachingResource
from ptman.models.choices_resources import UseStatus
from ptman.models.resource_uses import HOLDING
from ptman.register import bookings, cards, edit, guards, moving, staleness
from ptman.register.cards import Ref
from ptman.register.edit import Given


@dataclass(frozen=True, slots=True)
class Mark:
    """How a use went: from 1 to 5, in words, and the hours really used ×10 where somebody counted them."""

    score: int
    comment: str = ""
    tenths: int | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that the next resource and the next use would bear."""

    resource: str
    use: str


def numbers(session: Session, today: date) -> Numbers:
    return Numbers(
        _next(f"ZY-{today.year}-", 3, session.scalars(select(TeachingResource.resource_no))),
        _next(f"SY-{today.year}-", 4, session.scalars(select(ResourceUse.use_no))),
    )


def request(session: Session, values: Given, today: date) -> str:
    """A new request, numbered where no number is given; its id. Raises `Refused` with every fault."""
    given = dict(values)
    given["use_no"] = given.get("use_no") or numbers(session, today).use
    return edit.add(session, "resource_use", given, today)


def approve(session: Session, values: Given, today: date) -> str:
    """Book at once: a request that is approved in the same change set. PtmanError `move-guarded` where it clashes."""
    key = request(session, values, today)
    session.flush()  # the step reads the request
    moving.move(session, cards.card(session, "resource_use", key).ref, "approve", today)
    return key


def shift(session: Session, ref: Ref, times: tuple[datetime, datetime], today: date) -> None:
    """Take a request or booking to another time. PtmanError `not-movable`, `taken`; `Stale` where it has changed."""
    staleness.refuse_other_version(session, ref)
    use, (starts, ends) = session.get_one(ResourceUse, ref.id), times
    ends_only = use.status is UseStatus.IN_USE and starts == use.starts_at
    if use.status not in week.MOVABLE and not ends_only:
        raise PtmanError(
            "not-movable",
            f"“{use.use_no}”为“{use.status.label.zh}”，时间不能再改。未作任何改动。",
            f"{use.use_no} is {use.status.label.en.lower()}; its time cannot be changed. Nothing was changed.",
        )
    with session.no_autoflush:  # so that it is told who has it before the database refuses
        use.starts_at, use.ends_at = starts, ends
        off = guards.against(session, use, ("no_clash", "in_scope"), today) if use.status in HOLDING else None
    if off is not None:
        raise taken(off)
    when = bookings.span(starts, ends)
    journal.say(session, f"改时间（{use.use_no}）：{when}", f"Change the time ({use.use_no}): {when}")


def evaluate(session: Session, ref: Ref, mark: Mark, today: date) -> None:
    """Note how it went and take the step; what is still in use is returned by it."""
    staleness.refuse_other_version(session, ref)
    use = session.get_one(ResourceUse, ref.id)
    use.score, use.comment = mark.score, mark.comment.strip() or None
    use.machine_hours = mark.tenths if mark.tenths is not None else use.machine_hours
    steps = ("return", "evaluate") if use.status is UseStatus.IN_USE else ("evaluate",)
    for key in steps:
        session.flush()  # the step reads the marks
        moving.move(session, Ref(ref.noun, ref.id, use.version), key, today)
    journal.say(session, f"评价 {use.use_no}：{mark.score} 分", f"Evaluate {use.use_no}: {mark.score}")


def taken(off: Label) -> PtmanError:
    return PtmanError("taken", f"{off.zh}未作任何改动。", f"{off.en} Nothing was changed.")


def _next(head: str, width: int, known: Iterable[str]) -> str:
    """One more than the highest of the numbers with that head."""
    tails = [one.removeprefix(head) for one in known if one.startswith(head)]
    return f"{head}{max((int(tail) for tail in tails if tail.isdecimal()), default=0) + 1:0{width}d}"
