"""How totals are split among rows, and how choices are drawn by popularity."""

import bisect
import itertools
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
SKEW = 0.8


def spread(total: int, parts: int, most: int, draw: random.Random) -> list[int]:
    """`total` as so many uneven shares of at most `most`, and of at least 2 where there is enough."""
    if total > parts * most:
        raise ValueError(f"{parts} shares of {most} do not make {total}")
    shares = [min(2, total // parts)] * parts
    with_room = list(range(parts))
    for _ in range(total - sum(shares)):
        at = draw.randrange(len(with_room))
        shares[with_room[at]] += 1
        if shares[with_room[at]] == most:
            with_room[at] = with_room[-1]
            with_room.pop()
    return shares


def by_weight(total: int, weights: Sequence[float], least: int = 1) -> list[int]:
    """`total` in proportion to the weights, at least `least` each; the first takes what rounding leaves."""
    shares = [max(least, round(total * weight / sum(weights))) for weight in weights]
    shares[0] = max(least, shares[0] + total - sum(shares))
    return shares


def popularity(people: int, draw: random.Random) -> list[float]:
    """Running sums of weights as real choices show them: a few people are wanted by many."""
    return list(itertools.accumulate(draw.lognormvariate(0, SKEW) for _ in range(people)))


def chosen(pool: Sequence[T], summed: Sequence[float], count: int, draw: random.Random) -> list[T]:
    """Up to `count` different ones, each drawn by its weight; `summed` are the running sums of the weights."""
    found: dict[int, T] = {}
    while len(found) < min(count, len(pool)):
        at = bisect.bisect(summed, draw.random() * summed[-1])
        if at < len(pool):
            found.setdefault(at, pool[at])
    return list(found.values())
