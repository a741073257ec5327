"""The joint model as plain lists, the same for every solver: columns with a cost and the rows they take part in."""

import dataclasses
import gzip
import json
import math
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

UNRANKED = 6


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """A choice of one student: academic, industry supervisor and base (None for none), and what it costs."""

    student: int
    academic: int | None
    industry: int | None
    base: int | None
    cost: int


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """At least `lower` and at most `upper` of these columns; `shortfall` prices each unit below, None forbids it."""

    columns: tuple[int, ...]
    lower: int
    upper: float
    shortfall: int | None = None


@dataclasses.dataclass(slots=True)
class Model:
    """Minimise the cost of the chosen columns and of every shortfall."""

    columns: list[Column]
    rows: list[Row]


def processor() -> float:
    """Seconds of the processor so far, of this process and of those it has started and seen end."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def read(path: Path) -> dict[str, Any]:  # Any: JSON
    raw = path.read_bytes()
    return dict(json.loads(gzip.decompress(raw) if path.suffix == ".gz" else raw))


def model(made: dict[str, Any]) -> Model:  # Any: JSON
    """Each student takes one academic choice and one of industry and base, or one column that is both."""
    columns: list[Column] = []
    takes: dict[tuple[str, int, int], list[int]] = {}
    affine = {tuple(pair) for pair in made["affinity"]}
    penalty = made["unassigned_penalty"]
    for at, student in enumerate(made["students"]):
        for column, sides in _of_student(made, at, student, affine):
            for side in sides:
                takes.setdefault((side, at, 0), []).append(len(columns))
            _seats(column, student["period"], len(columns), takes)
            columns.append(column)
        for side in ("academic side", "industry side"):
            takes.setdefault((side, at, 0), []).append(len(columns))
            columns.append(Column(at, None, None, None, penalty))
    return Model(columns, list(_rows(made, takes)))


def _of_student(
    made: dict[str, Any], at: int, student: dict[str, Any], affine: set[tuple[int, int]]
) -> Iterator[tuple[Column, tuple[str, ...]]]:
    costs, base_costs = made["cost_by_rank"], made["base_cost_by_rank"]
    own = {int(who): costs[rank - 1] for who, rank in student["academics"].items()}
    pairs = {}
    for who, rank in student["industry"].items():
        for base in made["industry"][int(who)]["bases"]:
            if made["bases"][base]["cap_by_period"][student["period"]]:
                pairs[int(who), base] = costs[rank - 1] + base_costs[student["base_rank"].get(str(base), UNRANKED) - 1]
    for academic, cost in own.items():
        yield Column(at, academic, None, None, cost), ("academic side",)
    for (industry, base), cost in pairs.items():
        yield Column(at, None, industry, base, cost), ("industry side",)
        for academic, other in own.items():
            if (academic, industry) in affine:
                both = cost + other - made["affinity_bonus"]
                yield Column(at, academic, industry, base, both), ("academic side", "industry side")


def _seats(column: Column, period: int, number: int, takes: dict[tuple[str, int, int], list[int]]) -> None:
    if column.academic is not None:
        takes.setdefault(("academic", column.academic, 0), []).append(number)
    if column.industry is not None and column.base is not None:
        takes.setdefault(("industry", column.industry, 0), []).append(number)
        takes.setdefault(("base", column.base, period), []).append(number)


def _rows(made: dict[str, Any], takes: dict[tuple[str, int, int], list[int]]) -> Iterator[Row]:
    for (kind, who, period), columns in takes.items():
        match kind:
            case "academic":
                about = made["academics"][who]
                yield Row(tuple(columns), about["lower"], about["cap"], made["lower_quota_shortfall_penalty"])
            case "industry":
                yield Row(tuple(columns), 0, made["industry"][who]["cap"])
            case "base":
                yield Row(tuple(columns), 0, made["bases"][who]["cap_by_period"][period])
            case _:
                yield Row(tuple(columns), 1, 1)
    named = {who for kind, who, _ in takes if kind == "academic"}
    for who, about in enumerate(made["academics"]):
        if who not in named and about["lower"]:
            yield Row((), about["lower"], math.inf, made["lower_quota_shortfall_penalty"])


def pairs(made: dict[str, Any], model_: Model, chosen: Iterator[int]) -> list[list[int | None]]:
    """What each student was given, as the answer's format has it."""
    found: list[list[int | None]] = [[None, None, None] for _ in made["students"]]
    for number in chosen:
        column = model_.columns[number]
        for at, target in enumerate((column.academic, column.industry, column.base)):
            if target is not None:
                found[column.student][at] = target
    return found


def value(made: dict[str, Any], given: list[list[int | None]]) -> int:
    """The cost of an answer, counted from the instance alone."""
    affine = {tuple(pair) for pair in made["affinity"]}
    costs, base_costs = made["cost_by_rank"], made["base_cost_by_rank"]
    total = 0
    for student, (academic, industry, base) in zip(made["students"], given, strict=True):
        total += made["unassigned_penalty"] * ((academic is None) + (industry is None))
        if academic is not None:
            total += costs[student["academics"][str(academic)] - 1]
        if industry is not None:
            total += costs[student["industry"][str(industry)] - 1]
            total += base_costs[student["base_rank"].get(str(base), UNRANKED) - 1]
        total -= made["affinity_bonus"] * ((academic, industry) in affine)
    loads = [given_to[0] for given_to in given]
    short = sum(max(0, one["lower"] - loads.count(who)) for who, one in enumerate(made["academics"]) if one["lower"])
    return int(total + made["lower_quota_shortfall_penalty"] * short)
