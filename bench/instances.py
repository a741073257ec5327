"""Seeded synthetic programmes in the joint instance format: planted capacities and Plackett–Luce preferences."""

import dataclasses
import itertools
import random
from typing import TypedDict

RANKED = 5
UNRANKED = 6
PERIODS = 2


class AcademicRow(TypedDict):
    cap: int
    lower: int


class IndustryRow(TypedDict):
    cap: int
    bases: list[int]
    company: int


class BaseRow(TypedDict):
    cap_by_period: list[int]


class StudentRow(TypedDict):
    period: int
    academics: dict[str, int]
    industry: dict[str, int]
    base_rank: dict[str, int]


class Instance(TypedDict):
    format: str
    n: int
    seed: int
    cost_by_rank: list[int]
    base_cost_by_rank: list[int]
    affinity_bonus: int
    unassigned_penalty: int
    lower_quota_shortfall_penalty: int
    academics: list[AcademicRow]
    industry: list[IndustryRow]
    bases: list[BaseRow]
    affinity: list[list[int]]
    students: list[StudentRow]


@dataclasses.dataclass(frozen=True, slots=True)
class Family:
    """What kind of programme is made: how tight its seats are and how dense its collaborations."""

    slack: float = 0.12
    collaborators: int = 4
    eligible: int = 30
    skew: float = 0.8


@dataclasses.dataclass(frozen=True, slots=True)
class Market:
    """One side's people: which fields each works in and how popular each is."""

    fields: list[tuple[int, ...]]
    popularity: list[float]

    def of_field(self, field: int) -> list[int]:
        return [who for who, fields in enumerate(self.fields) if field in fields]


def market(people: int, family: Family, draw: random.Random) -> Market:
    """People with one or two fields each, so that a field holds about `family.eligible` of them."""
    fields = max(1, round(people * 1.5 / family.eligible))
    chosen = [tuple(draw.sample(range(fields), min(fields, draw.choice((1, 2))))) for _ in range(people)]
    for who in range(min(fields, people)):
        chosen[who] = tuple({who, *chosen[who]})
    return Market(chosen, [draw.lognormvariate(0, family.skew) for _ in range(people)])


def ranking(candidates: list[int], popularity: list[float], draw: random.Random) -> list[int]:
    """The first few of a Plackett–Luce order: exponential clocks, the popular ones ring first."""
    clocks = sorted((draw.expovariate(popularity[who]), who) for who in candidates)
    return [who for _, who in clocks[:RANKED]]


def ranks(candidates: list[int], ranked: list[int]) -> dict[str, int]:
    place = {who: rank for rank, who in enumerate(ranked, start=1)}
    return {str(who): place.get(who, UNRANKED) for who in candidates}


def seats(planted: list[int], total: int, family: Family, draw: random.Random) -> list[int]:
    """Capacities that hold the planted loads, with the slack spread at random."""
    capacity = list(planted)
    for _ in range(round(total * family.slack)):
        capacity[draw.randrange(len(capacity))] += 1
    return capacity


@dataclasses.dataclass(frozen=True, slots=True)
class Crowd:
    """The students as drawn, with the hidden assignment that makes the capacities feasible."""

    students: list[StudentRow]
    academic: list[int]
    industry: list[int]
    base: list[tuple[int, int]]


def hosts(count: int, bases: int, draw: random.Random) -> list[IndustryRow]:
    """Each company runs about three bases; a supervisor hosts at one to three of its company's."""
    companies = [list(range(start, min(start + 3, bases))) for start in range(0, bases, 3)]
    rows: list[IndustryRow] = []
    for _ in range(count):
        company = draw.randrange(len(companies))
        own = companies[company]
        rows.append({"cap": 0, "company": company, "bases": sorted(draw.sample(own, draw.randint(1, len(own))))})
    return rows


def crowd(n: int, sides: tuple[Market, Market], industry: list[IndustryRow], draw: random.Random) -> Crowd:
    """Students with one field on both sides, their ranked choices, and where each is planted."""
    fields = max(itertools.chain.from_iterable(sides[0].fields)) + 1
    made = Crowd([], [], [], [])
    for _ in range(n):
        field = draw.randrange(fields)
        near = [side.of_field(field) for side in sides]
        known = sorted({base for who in near[1] for base in industry[who]["bases"]})
        period = draw.randrange(PERIODS)
        liked = draw.sample(known, min(RANKED, len(known)))
        chosen = [
            ranks(people, ranking(people, side.popularity, draw)) for people, side in zip(near, sides, strict=True)
        ]
        made.students.append(
            {
                "period": period,
                "academics": chosen[0],
                "industry": chosen[1],
                "base_rank": {str(base): rank for rank, base in enumerate(liked, start=1)},
            }
        )
        made.academic.append(draw.choice(near[0]))
        made.industry.append(draw.choice(near[1]))
        made.base.append((draw.choice(industry[made.industry[-1]]["bases"]), period))
    return made


def collaborators(fields: tuple[int, ...], industry: Market, family: Family, draw: random.Random) -> list[int]:
    """The industry supervisors of one's own fields whom one already works with."""
    near = sorted({who for field in fields for who in industry.of_field(field)})
    return sorted(draw.sample(near, min(len(near), family.collaborators)))


def make(n: int, seed: int, family: Family | None = None) -> Instance:
    """An instance of `n` students: n/6 supervisors a side, n/25 bases, two periods."""
    family = family or Family()
    draw = random.Random(f"{n}-{seed}")  # noqa: S311 - a bench wants repeatable draws, not secret ones
    people, bases = max(2, n // 6), max(2, n // 25)
    sides = market(people, family, draw), market(people, family, draw)
    industry = hosts(people, bases, draw)
    drawn = crowd(n, sides, industry, draw)
    academic = seats([drawn.academic.count(who) for who in range(people)], n, family, draw)
    for row, cap in zip(
        industry, seats([drawn.industry.count(who) for who in range(people)], n, family, draw), strict=True
    ):
        row["cap"] = cap
    places = list(itertools.product(range(bases), range(PERIODS)))
    room = seats([drawn.base.count(place) for place in places], n, family, draw)
    pairs = [collaborators(own, sides[1], family, draw) for own in sides[0].fields]
    return {
        "format": "ptman-assign-synthetic-1",
        "n": n,
        "seed": seed,
        "cost_by_rank": [0, 2, 5, 9, 14, 25],
        "base_cost_by_rank": [0, 1, 2, 3, 4, 8],
        "affinity_bonus": 6,
        "unassigned_penalty": 1000,
        "lower_quota_shortfall_penalty": 500,
        "academics": [{"cap": cap, "lower": min(1, cap) if draw.random() < 0.5 else 0} for cap in academic],  # noqa: PLR2004 - half of them
        "industry": industry,
        "bases": [{"cap_by_period": room[PERIODS * base : PERIODS * (base + 1)]} for base in range(bases)],
        "affinity": [[who, other] for who, others in enumerate(pairs) for other in others],
        "students": drawn.students,
    }
