"""Action items between meetings: what is carried to the next agenda, what is late, what was promised and done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

OPEN = frozenset({"open", "in_progress", "postponed", "done"})
LATE = OPEN - {"done"}
"""Done items wait only for the check, so they are carried on but no longer late."""


@dataclass(frozen=True, slots=True)
class Item:
    """One action item; priority 1 is the most pressing. `raised_on` is the day of its meeting."""

    key: str
    status: str
    due_on: date | None
    raised_on: date
    priority: int = 3


@dataclass(frozen=True, slots=True)
class Carried:
    """An item on the next agenda, and how many days it is late on the day of the meeting."""

    item: Item
    days_late: int


def days_late(item: Item, today: date) -> int:
    """Days past its due day; 0 where it is not late or waits only for its check."""
    if item.due_on is None or item.status not in LATE:
        return 0
    return max((today - item.due_on).days, 0)


def carry(items: Iterable[Item], meeting_on: date) -> tuple[Carried, ...]:
    """Everything still open that an earlier meeting raised: the latest first, then by due day and priority."""
    kept = [one for one in items if one.status in OPEN and one.raised_on < meeting_on]
    carried = [Carried(one, days_late(one, meeting_on)) for one in kept]
    return tuple(sorted(carried, key=_pressing))


def _pressing(one: Carried) -> tuple[int, date, int, str]:
    return -one.days_late, one.item.due_on or date.max, one.item.priority, one.item.key


@dataclass(frozen=True, slots=True)
class Promise:
    """What a partner promised from a day on, in whole numbers such as seats, and what was delivered."""

    partner: str
    promised: int
    delivered: int
    due_on: date


@dataclass(frozen=True, slots=True)
class Kept:
    """Promised and delivered of one partner, over promises already due."""

    partner: str
    promised: int
    delivered: int

    @property
    def short(self) -> int:
        return self.promised - self.delivered


def kept(promises: Iterable[Promise], today: date) -> tuple[Kept, ...]:
    """By partner; what is delivered beyond one promise does not make up for another."""
    sums: dict[str, tuple[int, int]] = {}
    for one in promises:
        if one.due_on <= today:
            promised, delivered = sums.get(one.partner, (0, 0))
            sums[one.partner] = promised + one.promised, delivered + min(one.delivered, one.promised)
    return tuple(Kept(partner, *sums[partner]) for partner in sorted(sums))
