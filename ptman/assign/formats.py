"""Reads joint instances and answers as JSON (also gzipped), and writes answers."""

import gzip
import itertools
import json
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ptman.assign.answer import Answer, Certificate, Seat
from ptman.assign.fingerprints import fingerprint as fingerprint_of
from ptman.assign.problem import Academic, Base, Given, Industry, Option, Penalties, Problem, Role, Status, Student
from ptman.errors import PtmanError

# JSON is whatever its writer put there: `Any` until it has been read into a problem.
Parsed = dict[str, Any]


def parsed(path: Path) -> Parsed:
    """The JSON object in a file, gzipped or not; PtmanError where there is none."""
    try:
        raw = path.read_bytes()
        data = json.loads(gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw)
    except (OSError, EOFError, zlib.error, UnicodeDecodeError, json.JSONDecodeError) as reason:
        raise _refused(path, str(reason)) from reason
    if not isinstance(data, dict):
        raise _refused(path, "not a JSON object")
    return data


def read_problem(path: Path) -> Problem:
    data = parsed(path)
    try:
        return problem_of(data)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as reason:
        raise _refused(path, f"{type(reason).__name__}: {reason}") from reason


def read_answer(path: Path, problem: Problem) -> Answer:
    data = parsed(path)
    try:
        return answer_of(data, problem)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as reason:
        raise _refused(path, f"{type(reason).__name__}: {reason}") from reason


def _refused(path: Path, reason: str) -> PtmanError:
    return PtmanError(
        "assign_format",
        f"无法读取 {path.name}：不是分配问题或答案的 JSON 文件（{reason}）。文件未作改动，请检查后重试。",
        f"{path.name} cannot be read as a problem or an answer ({reason}). It was left as it is; please check it.",
    )


def problem_of(data: Parsed) -> Problem:
    """The problem of a joint instance; people and bases are named by their number in the file."""
    industry = tuple(
        Industry(
            str(n), row["cap"], row.get("lower", 0), str(row.get("company", "")), frozenset(map(str, row["bases"]))
        )
        for n, row in enumerate(data["industry"])
    )
    choice = [Option.of(("rank", cost)) for cost in data["cost_by_rank"]]
    site = [Option.of(("base_rank", cost)) for cost in data["base_cost_by_rank"]]
    bases = tuple(
        Base(str(n), {str(period): seats for period, seats in enumerate(row["cap_by_period"])})
        for n, row in enumerate(data["bases"])
    )
    missing = data["unassigned_penalty"]
    return Problem(
        tuple(_student(str(n), row, industry, (choice, site)) for n, row in enumerate(data["students"])),
        tuple(Academic(str(n), row["cap"], row.get("lower", 0)) for n, row in enumerate(data["academics"])),
        industry,
        bases,
        {(str(a), str(i)): data["affinity_bonus"] for a, i in data["affinity"] if data["affinity_bonus"]},
        penalties=Penalties(missing, missing, 0, data["lower_quota_shortfall_penalty"], partial=False),
    )


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
    )


def answer_json(problem: Problem, answer: Answer) -> Parsed:
    """The answer in the instance's numbering; `status` names the solver's share of the proof in `proof`."""
    prices = answer.certificate.prices
    periods = sorted({period for base in problem.bases for period in base.capacity}, key=int)
    proved = answer.status in {Status.OPTIMAL, Status.SOLVER_PROVED}
    return {
        "status": "optimal" if proved else answer.status.value,
        "proof": {Status.OPTIMAL: "prices", Status.SOLVER_PROVED: "solver"}.get(answer.status, "none"),
        "value": answer.value,
        "bound": answer.bound,
        "proved": answer.proved,
        "pairs": [
            [None if target is None else int(target) for target in _targets(answer.given[one.id])]
            for one in problem.students
        ],
        "profile": {role.value: profile(problem, answer, role) for role in Role},
        "certificate": {
            "scale": answer.certificate.scale,
            "academic": [prices.get((Role.ACADEMIC, one.id, ""), 0) for one in problem.academics],
            "industry": [prices.get((Role.INDUSTRY, one.id, ""), 0) for one in problem.industry],
            "base_period": [[prices.get((Role.BASE, one.id, at), 0) for at in periods] for one in problem.bases],
        },
        "input_hash": answer.input_hash,
        "versions": dict(answer.versions),
    }


def profile(problem: Problem, answer: Answer, role: Role) -> dict[str, int]:
    """How many students were given a choice of each cost in a role, and how many none."""
    counted: dict[str, int] = {}
    for student in sorted(problem.students, key=lambda one: one.id):
        target = answer.given[student.id].target(role)
        if target is not None or role in student.needs:
            option = None if target is None else student.options(role).get(target)
            key = "vacant" if target is None else "locked" if option is None else str(option.cost)
            counted[key] = counted.get(key, 0) + 1
    return dict(sorted(counted.items()))


def answer_of(data: Parsed, problem: Problem) -> Answer:
    """An answer as read back; what it claims is for the verifier to judge."""
    given = {}
    for student, targets in itertools.zip_longest(problem.students, data["pairs"]):
        given[student.id] = Given(*(None if target is None else str(target) for target in targets))
    stated = Status(data["status"])
    if stated is Status.OPTIMAL and data.get("proof") == "solver":
        stated = Status.SOLVER_PROVED
    certificate = Certificate(dict(_prices(data["certificate"], problem)), int(data["certificate"]["scale"]))
    value, bound = int(data["value"]), int(data["bound"])
    hashed = str(data.get("input_hash", fingerprint_of(problem)))
    return Answer(given, value, bound, int(data.get("proved", bound)), stated, certificate, input_hash=hashed)


def _prices(data: Parsed, problem: Problem) -> Iterable[tuple[Seat, int]]:
    periods = sorted({period for base in problem.bases for period in base.capacity}, key=int)
    for academic, price in zip(problem.academics, data["academic"], strict=True):
        yield (Role.ACADEMIC, academic.id, ""), int(price)
    for industry, price in zip(problem.industry, data["industry"], strict=True):
        yield (Role.INDUSTRY, industry.id, ""), int(price)
    for base, row in zip(problem.bases, data["base_period"], strict=True):
        for period, price in zip(periods, row, strict=True):
            yield (Role.BASE, base.id, period), int(price)


def _targets(given: Given) -> tuple[str | None, str | None, str | None]:
    return given.academic, given.industry, given.base
