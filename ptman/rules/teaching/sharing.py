"""Give and take: uses of shared resources summed by who owns what was used and by who used it."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
MINUTES = 60


@dataclass(frozen=True, slots=True)
class Amount:
    """How often, by how many people, for how long."""

    uses: int = 0
    people: int = 0
    minutes: int = 0

    def plus(self, other: "Amount") -> "Amount":
        return Amount(self.uses + other.uses, self.people + other.people, self.minutes + other.minutes)

    @property
    def tenths(self) -> int:
        """Hours ×10, rounded half up."""
        return (self.minutes * 10 + MINUTES // 2) // MINUTES


NOTHING = Amount()


@dataclass(frozen=True, slots=True)
class Used(Generic[Key]):
    """One use: whose the resource is, who used it, and how much of it."""

    owner: Key
    user: Key
    amount: Amount


@dataclass(frozen=True, slots=True)
class Balance:
    """What one side lets others use, and what it uses of others."""

    gives: Amount = NOTHING
    takes: Amount = NOTHING

    @property
    def own(self) -> bool:
        """Whether there is anything on either side."""
        return self != Balance()


def balances(used: Iterable[Used[Key]]) -> dict[Key, Balance]:
    """By unit. Who uses what is their own neither gives nor takes, so that all that is given is taken by somebody."""
    found: dict[Key, Balance] = {}
    for one in used:
        if one.owner == one.user:
            continue
        giver, taker = found.get(one.owner, Balance()), found.get(one.user, Balance())
        found[one.owner] = Balance(giver.gives.plus(one.amount), giver.takes)
        found[one.user] = Balance(taker.gives, taker.takes.plus(one.amount))
    return found


def total(amounts: Iterable[Amount]) -> Amount:
    found = NOTHING
    for one in amounts:
        found = found.plus(one)
    return found


def mean_tenths(scores: Iterable[int]) -> int | None:
    """The mean score ×10, rounded half up; None where nobody scored."""
    found = tuple(scores)
    return (sum(found) * 20 + len(found)) // (2 * len(found)) if found else None
