"""Minutes that do things: the change to a base's seats that a confirmed commitment asks for, drafted and kept."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, parameters
from ptman.drafts import Difference, Draft, Fate, Item
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import BaseSeats, Commitment, CommitmentEffect, Meeting, Period, TrainingBase
from ptman.models.choices_negotiation import CommitmentKind, CommitmentStatus
from ptman.register import staleness, titles
from ptman.register.cards import Ref

SEATS = Label("容量", "Seats")
DONE = Label("此前已按这项承诺增加", "Raised by this commitment before")
NONE_YET = Label(
    "没有自承诺日期起开始的批次。先在登记册“实践批次”中登记，再落实承诺。",
    "No period begins from that day on. Enter it in the register “Periods”, then apply the commitment.",
)


@dataclass(frozen=True, slots=True)
class Change:
    """The seats of one period: `row` is the record to change, none where the base's own capacity counts so far."""

    period: str
    row: Ref | None
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class SeatsDraft:
    """What a commitment would change; `changes` go by the key of their item."""

    draft: Draft
    commitment: Ref
    changes: dict[str, Change]


def draft(session: Session, commitment_id: str, today: date) -> SeatsDraft:
    """The seats of each period that begins while the commitment runs. PtmanError `not-seats`, `not-confirmed`."""
    promise = session.get(Commitment, commitment_id)
    if promise is None:
        raise titles.gone("commitment")
    _refuse(promise)
    changes: dict[str, Change] = {}
    items = tuple(_items(session, promise, today, changes))
    head = Label(
        f"落实承诺 {promise.commitment_no} {promise.content}",
        f"Apply commitment {promise.commitment_no} {promise.content}",
    )
    source = _source(session, promise)
    remarks = (Label(f"依据：{source}", f"Source: {source}"), *(() if items else (NONE_YET,)))
    return SeatsDraft(Draft(head, items, remarks), Ref("commitment", promise.id, promise.version), changes)


def keep(session: Session, drawn: SeatsDraft, taken: Collection[str], today: date) -> int:
    """Write the seats and where they come from, as one change set; how many periods. `Stale` where it has changed."""
    staleness.refuse_other_version(session, drawn.commitment)
    promise = session.get_one(Commitment, drawn.commitment.id)
    source = _source(session, promise)
    wanted = [drawn.changes[key] for key in sorted(taken) if key in drawn.changes]
    for one in wanted:
        row = _row(session, promise, one)
        row.seats = one.after
        session.flush()  # the note needs the id of a new row
        session.add(
            CommitmentEffect(
                commitment_id=promise.id,
                seats_id=row.id,
                source=source,
                seats_before=one.before,
                added=one.after - one.before,
                applied_on=today,
            )
        )
    if wanted:
        promise.delivered = promise.amount
    journal.say(
        session,
        f"落实承诺 {promise.commitment_no}：{len(wanted)} 个批次的容量（依据 {source}）",
        f"Apply commitment {promise.commitment_no}: seats of {len(wanted)} periods (source {source})",
    )
    return len(wanted)


def _refuse(promise: Commitment) -> None:
    if promise.kind is not CommitmentKind.SEATS or promise.base_id is None:
        raise PtmanError(
            "not-seats",
            "只有基地名额的承诺会改变批次容量。未作任何改动；其他承诺请登记已兑现数量。",
            "Only commitments of seats change the seats of a base. Nothing was changed; enter what was delivered.",
        )
    if promise.status is not CommitmentStatus.CONFIRMED:
        raise PtmanError(
            "not-confirmed",
            f"承诺 {promise.commitment_no} 为“{promise.status.label.zh}”，确认后才能落实。未作任何改动。",
            f"{promise.commitment_no} is “{promise.status.label.en}”; confirm it first. Nothing was changed.",
        )


def _items(session: Session, promise: Commitment, today: date, changes: dict[str, Change]) -> Iterator[Item]:
    base = session.get_one(TrainingBase, promise.base_id)
    query = select(Period).where(Period.starts_on >= promise.from_on, Period.retired_on.is_(None))
    if promise.until_on is not None:
        query = query.where(Period.starts_on <= promise.until_on)
    rows = {one.period_id: one for one in session.scalars(select(BaseSeats).where(BaseSeats.base_id == base.id))}
    effects = select(CommitmentEffect.seats_id).where(CommitmentEffect.commitment_id == promise.id)
    applied = set(session.scalars(effects))
    default = parameters.number(session, "base.seats_default", today.year)
    own = default if base.capacity_per_batch is None else base.capacity_per_batch
    for period in session.scalars(query.order_by(Period.starts_on, Period.name)):
        row = rows.get(period.id)
        title = f"{base.name} · {period.cohort_year} {period.name}"
        if row is not None and row.id in applied:
            yield Item(period.id, Fate.UNCHANGED, title, notes=(DONE,))
            continue
        before = own if row is None else row.seats
        ref = None if row is None else Ref("base_seats", row.id, row.version)
        changes[period.id] = Change(period.id, ref, before, before + promise.amount)
        fate = Fate.NEW if row is None else Fate.CHANGED
        yield Item(period.id, fate, title, (Difference(SEATS, str(before), str(before + promise.amount)),))


def _row(session: Session, promise: Commitment, one: Change) -> BaseSeats:
    if one.row is not None:
        staleness.refuse_other_version(session, one.row)
        return session.get_one(BaseSeats, one.row.id)
    made = BaseSeats(base_id=promise.base_id, period_id=one.period, seats=one.after)
    session.add(made)
    return made


def _source(session: Session, promise: Commitment) -> str:
    """The minutes by their number, else the meeting by its own."""
    meeting = session.get_one(Meeting, promise.meeting_id)
    return f"{meeting.minutes_no or meeting.meeting_no} {meeting.title}纪要"
