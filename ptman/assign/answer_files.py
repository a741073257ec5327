"""Writes answers as JSON in the numbering of their instance, and reads them back for the verifier."""

import itertools
from collections.abc import Iterable
from pathlib import Path

from ptman.assign import formats
from ptman.assign.answer import Answer, Certificate, Seat, Tier
from ptman.assign.fingerprints import fingerprint
from ptman.assign.formats import Parsed
from ptman.assign.problem import ORGANISATION, Problem, Role, Status


def answer_json(problem: Problem, answer: Answer) -> Parsed:
    """The answer in the instance's numbering; `status` names the solver's share of the proof in `proof`."""
    proved = answer.status in {Status.OPTIMAL, Status.SOLVER_PROVED}
    return {
        "status": "optimal" if proved else answer.status.value,
        "proof": {Status.OPTIMAL: "prices", Status.SOLVER_PROVED: "solver"}.get(answer.status, "none"),
        "mode": answer.mode,
        "seed": answer.seed,
        "value": answer.value,
        "bound": answer.bound,
        "proved": answer.proved,
        "pairs": [
            [None if (target := answer.given[one.id].target(role)) is None else int(target) for role in Role]
            for one in problem.students
        ],
        "profile": {role.value: profile(problem, answer, role) for role in Role},
        "certificate": _certificate_json(problem, answer.certificate),
        "tiers": [
            {
                "code": one.code,
                "value": one.value,
                "bound": one.bound,
                "proved": one.proved,
                "certificate": _certificate_json(problem, one.certificate),
            }
            for one in answer.tiers
        ],
        "input_hash": answer.input_hash,
        "versions": dict(answer.versions),
    }


def _certificate_json(problem: Problem, certificate: Certificate) -> Parsed:
    """A list of prices for each list of the instance."""

    def price(*seat: str) -> int:
        return certificate.prices.get((Role(seat[0]), *seat[1:]), 0)  # type: ignore[arg-type]  # three parts always

    return {
        "scale": certificate.scale,
        "academic": [price(Role.ACADEMIC, one.id, "") for one in problem.academics],
        "industry": [price(Role.INDUSTRY, one.id, "") for one in problem.industry],
        "base_period": [[price(Role.BASE, one.id, at) for at in _periods(problem)] for one in problem.bases],
        "organisation": [price(one.role, one.id, ORGANISATION) for one in problem.organisations],
        "multipliers": list(certificate.multipliers),
    }


def _periods(problem: Problem) -> list[str]:
    return sorted({period for base in problem.bases for period in base.capacity}, key=int)


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


def read_answer(path: Path, problem: Problem) -> Answer:
    data = formats.parsed(path)
    try:
        return answer_of(data, problem)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as reason:
        raise formats.refused(path, f"{type(reason).__name__}: {reason}") from reason


def answer_of(data: Parsed, problem: Problem) -> Answer:
    """An answer as read back; what it claims is for the verifier to judge."""
    given = {}
    for student, targets in itertools.zip_longest(problem.students, data["pairs"]):
        given[student.id] = formats.given_of(targets)
    stated = Status(data["status"])
    if stated is Status.OPTIMAL and data.get("proof") == "solver":
        stated = Status.SOLVER_PROVED
    value, bound = int(data["value"]), int(data["bound"])
    return Answer(
        given,
        value,
        bound,
        int(data.get("proved", bound)),
        stated,
        _certificate_of(data["certificate"], problem),
        input_hash=str(data.get("input_hash", fingerprint(problem))),
        mode=str(data.get("mode", "total")),
        tiers=tuple(
            Tier(
                str(row["code"]),
                int(row["value"]),
                int(row["bound"]),
                int(row["proved"]),
                _certificate_of(row["certificate"], problem),
            )
            for row in data.get("tiers", ())
        ),
        seed=str(data.get("seed", "")),
    )


def _certificate_of(data: Parsed, problem: Problem) -> Certificate:
    return Certificate(dict(_prices(data, problem)), int(data["scale"]), tuple(map(int, data.get("multipliers", ()))))


def _prices(data: Parsed, problem: Problem) -> Iterable[tuple[Seat, int]]:
    for academic, price in zip(problem.academics, data["academic"], strict=True):
        yield (Role.ACADEMIC, academic.id, ""), int(price)
    for industry, price in zip(problem.industry, data["industry"], strict=True):
        yield (Role.INDUSTRY, industry.id, ""), int(price)
    for base, row in zip(problem.bases, data["base_period"], strict=True):
        for period, price in zip(_periods(problem), row, strict=True):
            yield (Role.BASE, base.id, period), int(price)
    for office, price in zip(problem.organisations, data.get("organisation", ()), strict=True):
        yield (office.role, office.id, ORGANISATION), int(price)
