"""The rule of OSIS in our own words: luck decides the order, each takes the best seat left, then swaps for a minute."""

import random
import time
from typing import Any

from bench.rivals import joint

Given = list[list[int | None]]


class _Rooms:
    """What is left of every quota."""

    def __init__(self, made: dict[str, Any]) -> None:
        self.academic = [one["cap"] for one in made["academics"]]
        self.industry = [one["cap"] for one in made["industry"]]
        self.base = [list(one["cap_by_period"]) for one in made["bases"]]


def solve(made: dict[str, Any], seconds: float) -> dict[str, Any]:  # Any: JSON in and out
    end = time.monotonic() + seconds
    draw = random.Random(1)  # noqa: S311 a bench wants repeatable luck
    given = _filled(made, draw)
    _swapped(made, given, draw, end)
    return {"status": "partial", "pairs": given, "bound": None}


def _filled(made: dict[str, Any], draw: random.Random) -> Given:
    rooms = _Rooms(made)
    given: Given = [[None, None, None] for _ in made["students"]]
    turn = list(range(len(given)))
    draw.shuffle(turn)
    for at in turn:
        student = made["students"][at]
        open_ = [int(who) for who in student["academics"] if rooms.academic[int(who)] > 0]
        if open_:
            best = min(open_, key=lambda who: student["academics"][str(who)])
            rooms.academic[best] -= 1
            given[at][0] = best
        places = [
            (int(who), base)
            for who in student["industry"]
            if rooms.industry[int(who)] > 0
            for base in made["industry"][int(who)]["bases"]
            if rooms.base[base][student["period"]] > 0
        ]
        if places:
            who, base = min(places, key=lambda place: _price(made, student, place))
            rooms.industry[who] -= 1
            rooms.base[base][student["period"]] -= 1
            given[at][1:] = [who, base]
    return given


def _price(made: dict[str, Any], student: dict[str, Any], place: tuple[int, int]) -> int:
    who, base = place
    rank = student["base_rank"].get(str(base), joint.UNRANKED)
    return int(made["cost_by_rank"][student["industry"][str(who)] - 1] + made["base_cost_by_rank"][rank - 1])


def _cost(made: dict[str, Any], at: int, given: list[int | None], affine: set[tuple[int, int]]) -> float:
    """What one student's share costs; infinite where somebody is not theirs to have."""
    student, total = made["students"][at], 0
    academic, industry, base = given
    if academic is None:
        total += made["unassigned_penalty"]
    elif str(academic) not in student["academics"]:
        return float("inf")
    else:
        total += made["cost_by_rank"][student["academics"][str(academic)] - 1]
    if industry is None or base is None:
        return total + made["unassigned_penalty"]
    if str(industry) not in student["industry"]:
        return float("inf")
    bonus = made["affinity_bonus"] if academic is not None and (academic, industry) in affine else 0
    return total + _price(made, student, (industry, base)) - bonus


def _swapped(made: dict[str, Any], given: Given, draw: random.Random, end: float) -> None:
    """Two students change what they have, where both together are better off; as long as there is time."""
    affine = {(pair[0], pair[1]) for pair in made["affinity"]}
    periods: dict[int, list[int]] = {}
    for at, student in enumerate(made["students"]):
        periods.setdefault(student["period"], []).append(at)
    groups = [group for group in periods.values() if len(group) > 1]
    while groups and time.monotonic() < end:
        for _ in range(2000):
            one, other = draw.sample(draw.choice(groups), 2)
            parts = slice(0, 1) if draw.random() < 0.5 else slice(1, 3)  # noqa: PLR2004 either side
            before = _cost(made, one, given[one], affine) + _cost(made, other, given[other], affine)
            given[one][parts], given[other][parts] = given[other][parts], given[one][parts]
            after = _cost(made, one, given[one], affine) + _cost(made, other, given[other], affine)
            if after >= before:
                given[one][parts], given[other][parts] = given[other][parts], given[one][parts]
