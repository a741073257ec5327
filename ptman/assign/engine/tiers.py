"""Several aims in order of importance: each is bettered as far as it goes while those before it get no worse."""

import dataclasses
from collections.abc import Sequence
from importlib import metadata

import numpy as np

from ptman.assign import aims, verify
from ptman.assign.answer import Answer, Certificate, Finding, Phase, Tier
from ptman.assign.engine import arrays as canonical
from ptman.assign.engine import columns as choices
from ptman.assign.engine import drawing, incumbent, points, search
from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.control import Control, Steering
from ptman.assign.engine.points import Budget
from ptman.assign.engine.search import Reached, Start
from ptman.assign.fingerprints import Prints, fingerprint
from ptman.assign.problem import Problem, Status

MULTIPLIER = 32.0
"""What a point of an earlier aim is taken to be worth before the relaxation finds out."""


@dataclasses.dataclass(frozen=True, slots=True)
class Ended:
    """The tiers reached one after another, with all that their answer needs."""

    codes: tuple[str, ...]
    steps: tuple[Reached, ...]
    seed: str
    findings: tuple[Finding, ...]
    prints: Prints


def solve(problem: Problem, codes: Sequence[str], seed: str, steering: Steering, mode: str = "total") -> Answer:
    """The answer that is best in the first aim, among those in the second, and so on.

    Raises RuntimeError when the verifier objects, which is a bug.
    """
    prints = Prints(problem)
    answer = dataclasses.replace(unchecked(problem, codes, (seed, steering), prints), mode=mode)
    return checked(problem, answer, verify.Verifier(problem, prints))


def unchecked(problem: Problem, codes: Sequence[str], how: tuple[str, Steering], prints: Prints) -> Answer:
    """As `solve`, for a caller who has the verifier look at it as a part of something."""
    arrays, settled = canonical.build(problem, how[0])
    if not arrays.students:
        return _nobody(problem, arrays, settled.findings)
    done, steps = _climbed(problem, arrays, codes, how)
    return answer_of(problem, arrays, Ended(done, steps, how[0], settled.findings, prints), "total")


def checked(problem: Problem, answer: Answer, verifier: verify.Verifier) -> Answer:
    """The answer, once the verifier agrees. Raises RuntimeError when it objects, which is a bug."""
    report = verifier.report(problem, answer)
    if not report.sound:
        raise RuntimeError(f"the answer failed its check: {'; '.join(report.faults)}")
    return answer


def _climbed(
    problem: Problem, arrays: Arrays, codes: Sequence[str], how: tuple[str, Steering]
) -> tuple[tuple[str, ...], tuple[Reached, ...]]:
    """Aim after aim. The draw is left out where the total is not proved, or leaves too much to draw for."""
    seed, steering = how
    start = _start(problem, arrays, codes[0], steering)
    warm = canonical.seat_prices(arrays, steering.prices, steering.scale)
    budgets: tuple[Budget, ...] = ()
    steps: list[Reached] = []
    done: list[str] = []
    before: tuple[Arrays, Reached] | None = None
    for code in codes:
        last = code == aims.LOTTERY
        if last and (any(one.bound < one.best.value for one in steps) or (before and not drawing.can_be(*before))):
            break
        aim = points.of(arrays.layout, aims.costed(problem, code, seed))
        here = dataclasses.replace(arrays, points=aim, budgets=budgets)
        if steps or code != aims.TOTAL:
            start = _onward(here, start, code, warm)
        control = Control(steering.limits, None if last else steering.progress, steering.cancel, tier=code)
        reached = (
            drawing.drawn(here, before, start.best, control) if last and before else search.run(here, start, control)
        )
        before = here, reached
        steps.append(reached)
        done.append(code)
        budgets = (*budgets, Budget(aim, reached.best.value))
        start = Start(reached.best, reached.prices, reached.columns)
    return tuple(done), tuple(steps)


def _start(problem: Problem, arrays: Arrays, first: str, steering: Steering) -> Start:
    """Aims that only count know of no good columns: a first look at the total finds some, or what stands is some."""
    at_all = canonical.seat_prices(arrays, steering.prices, steering.scale)
    if first == aims.TOTAL:
        return Start(incumbent.vacant(arrays), at_all)
    stands = incumbent.standing(arrays, problem.standing)
    columns = choices.of_answer(arrays, stands.x, stands.y)
    if first == aims.MOVED:
        return Start(stands, at_all, columns)
    scout = Control(dataclasses.replace(steering.limits, nodes=0, neighbourhoods=0), None, steering.cancel)
    seen = search.run(arrays, Start(incumbent.vacant(arrays), at_all), scout)
    return Start(seen.best, seen.prices, seen.columns.plus(columns.without(seen.columns)))


def _onward(here: Arrays, last: Start, code: str, warm: Floats) -> Start:
    """The next aim begins at the answer in hand; the total from prices too, aims that count from the columns known."""
    best = incumbent.of_arcs(here, last.best.x, last.best.y)
    if code == aims.TOTAL:
        return Start(best, np.concatenate((warm, np.full(len(here.budgets), MULTIPLIER))))
    return Start(best, np.zeros(len(warm) + len(here.budgets)), last.columns)


def _nobody(problem: Problem, arrays: Arrays, findings: tuple[Finding, ...]) -> Answer:
    """Without students only the lower quotas cost."""
    rows, short = arrays.rows, arrays.points.shortfall
    value = int(rows.lower.sum()) * short
    price = {seat: -short for seat, least in zip(rows.seats, rows.lower.tolist(), strict=True) if least}
    proof = Certificate(price, 1)
    return Answer({}, value, value, value, Status.OPTIMAL, proof, findings, (), fingerprint(problem), _versions())


def answer_of(problem: Problem, arrays: Arrays, ended: Ended, mode: str) -> Answer:
    """What the tiers have reached, as an answer to the problem."""
    reached = [
        Tier(code, one.best.value, one.bound, one.proved, one.certificate)
        for code, one in zip(ended.codes, ended.steps, strict=True)
    ]
    total = next(one for one in reached if one.code == aims.TOTAL)
    ordered = [one for one in reached if one.code != aims.LOTTERY]
    phases: list[Phase] = []
    for code, step in zip(ended.codes, ended.steps, strict=True):
        phases += [
            dataclasses.replace(one, name=one.name if code == aims.TOTAL else f"{code} {one.name}")
            for one in step.phases
        ]
    if all(one.value == one.proved for one in ordered):
        status = Status.OPTIMAL
    elif not any(one.gap for one in ordered):
        status = Status.SOLVER_PROVED
    else:
        status = Status.CANCELLED if any(one.cancelled for one in ended.steps) else Status.BOUNDED
    return Answer(
        incumbent.given(arrays, ended.steps[-1].best),
        total.value,
        total.bound,
        total.proved,
        status,
        total.certificate,
        ended.findings,
        tuple(phases),
        ended.prints.of(problem),
        _versions(),
        mode,
        tuple(reached) if len(reached) > 1 else (),
        ended.seed,
    )


def _versions() -> tuple[tuple[str, str], ...]:
    return tuple((name, metadata.version(name)) for name in ("highspy", "numpy"))
