"""Reads instances: joint ones as JSON (also gzipped), student–project ones as text."""

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

from ptman.assign import spa_text
from ptman.assign.problem import (
    Academic,
    Base,
    Given,
    Industry,
    Option,
    Organisation,
    Penalties,
    Problem,
    Ranking,
    Role,
    Student,
)
from ptman.errors import PtmanError

# JSON is whatever its writer put there: `Any` until it has been read into a problem.
Parsed = dict[str, Any]


def raw(path: Path) -> str:
    """The text of a file, gzipped or not; PtmanError where it cannot be read."""
    try:
        read = path.read_bytes()
        return (gzip.decompress(read) if read[:2] == b"\x1f\x8b" else read).decode()
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as reason:
        raise refused(path, str(reason)) from reason


def parsed(path: Path) -> Parsed:
    """The JSON object in a file; PtmanError where there is none."""
    try:
        data = json.loads(raw(path))
    except json.JSONDecodeError as reason:
        raise refused(path, str(reason)) from reason
    if not isinstance(data, dict):
        raise refused(path, "not a JSON object")
    return data


def read_problem(path: Path) -> Problem:
    """A joint instance, or a student–project one where the file begins with a number."""
    text = raw(path)
    try:
        return spa_text.problem_of(text) if text.lstrip()[:1].isdigit() else problem_of(parsed(path))
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as reason:
        raise refused(path, f"{type(reason).__name__}: {reason}") from reason


def refused(path: Path, reason: str) -> PtmanError:
    return PtmanError(
        "assign_format",
        f"无法读取 {path.name}：不是分配问题或答案文件（{reason}）。文件未作改动，请检查后重试。",
        f"{path.name} cannot be read as a problem or an answer ({reason}). It was left as it is; please check it.",
    )


def problem_of(data: Parsed) -> Problem:
    """The problem of a joint instance; people and bases are named by their number in the file.

    Beside the parts of the published format a student may have `units`, a supervisor `prefs` (lists of student
    numbers, best first) and an academic a `company`; `organisations` have `role`, `id`, `cap` and `lower`; and
    `standing` gives each student's triple of today.
    """
    industry = tuple(_host(str(n), row) for n, row in enumerate(data["industry"]))
    choice = _costs("rank", data["cost_by_rank"])
    site = _costs("base_rank", data["base_cost_by_rank"])
    bases = tuple(
        Base(str(n), {str(period): seats for period, seats in enumerate(row["cap_by_period"])})
        for n, row in enumerate(data["bases"])
    )
    missing = data["unassigned_penalty"]
    return Problem(
        tuple(_student(str(n), row, industry, (choice, site)) for n, row in enumerate(data["students"])),
        tuple(_academic(str(n), row) for n, row in enumerate(data["academics"])),
        industry,
        bases,
        {(str(a), str(i)): data["affinity_bonus"] for a, i in data["affinity"] if data["affinity_bonus"]},
        penalties=Penalties(missing, missing, 0, data["lower_quota_shortfall_penalty"], partial=False),
        organisations=tuple(
            Organisation(str(row["id"]), row["cap"], row.get("lower", 0), Role(row.get("role", "industry")))
            for row in data.get("organisations", ())
        ),
        standing={str(n): given_of(row) for n, row in enumerate(data.get("standing", ()))},
    )


def given_of(row: list[int | None]) -> Given:
    return Given(*(None if target is None else str(target) for target in row))


def _costs(term: str, costs: list[int]) -> list[Option]:
    """The last cost is that of eligible choices without a rank."""
    last = len(costs)
    return [
        Option(cost, ((term, cost),), None if place == last else place) for place, cost in enumerate(costs, start=1)
    ]


def _ranking(row: Parsed) -> Ranking:
    return tuple(tuple(map(str, tie if isinstance(tie, list) else [tie])) for tie in row.get("prefs", ()))


def _academic(key: str, row: Parsed) -> Academic:
    return Academic(key, row["cap"], row.get("lower", 0), str(row.get("company", "")), _ranking(row))


def _host(key: str, row: Parsed) -> Industry:
    bases = frozenset(map(str, row["bases"]))
    return Industry(key, row["cap"], row.get("lower", 0), str(row.get("company", "")), bases, _ranking(row))


def _student(
    key: str, row: Parsed, industry: tuple[Industry, ...], costs: tuple[list[Option], list[Option]]
) -> Student:
    choice, site = costs
    known = sorted({base for who in row["industry"] for base in industry[int(who)].bases}, key=int)
    ranks = row.get("base_rank", {})
    return Student(
        key,
        str(row["period"]),
        {who: choice[rank - 1] for who, rank in row["academics"].items()},
        {who: choice[rank - 1] for who, rank in row["industry"].items()},
        {base: site[ranks.get(base, len(site)) - 1] for base in known},
        units=row.get("units", 1),
    )
