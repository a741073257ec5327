"""Solves an assignment problem: frozen problem in, checked answer with its proof out."""

import dataclasses
from collections.abc import Callable, Mapping
from importlib import metadata

import numpy as np

from ptman.assign import verify
from ptman.assign.answer import Answer, Certificate, Finding, Phase, Seat
from ptman.assign.engine import arrays as canonical
from ptman.assign.engine import certificate, incumbent, linear, prices
from ptman.assign.engine.arrays import Arrays
from ptman.assign.engine.close import close
from ptman.assign.engine.control import Control, Limits, Progress
from ptman.assign.engine.dive import dive
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.linear import Relaxed
from ptman.assign.engine.polish import polish
from ptman.assign.fingerprints import fingerprint
from ptman.assign.problem import Problem, Status

WIDTH = 1.0
LARGE = 1500
DEFAULT = Limits()


@dataclasses.dataclass(frozen=True, slots=True)
class Steering:
    """What a caller may set beside the problem: limits, a listener, a wish to stop, prices of an earlier answer."""

    limits: Limits = DEFAULT
    progress: Callable[[Progress], None] | None = None
    cancel: Callable[[], bool] | None = None
    prices: Mapping[Seat, int] = dataclasses.field(default_factory=dict)
    scale: int = certificate.SCALE


@dataclasses.dataclass(frozen=True, slots=True)
class Reached:
    """Where the search ended."""

    best: Incumbent
    bound: int
    certificate: Certificate
    proved: int
    phases: tuple[Phase, ...]
    cancelled: bool


def solve(problem: Problem, *, seed: str = "", steering: Steering | None = None) -> Answer:
    """The best answer, proved where it can be, checked by the verifier.

    Ties fall by canonical order, the SHA-256 of `seed` and id: the same problem and seed give the same answer, whatever
    the order of rows. Raises RuntimeError when the verifier objects, which is a bug.
    """
    steering = steering or Steering()
    control = Control(steering.limits, steering.progress, steering.cancel)
    arrays, settled = canonical.build(problem, seed)
    reached = _search(arrays, steering, control) if arrays.students else _nobody(arrays)
    answer = _answer(problem, arrays, reached, settled.findings)
    report = verify.verify(problem, answer)
    if not report.sound:
        raise RuntimeError(f"the answer failed its check: {'; '.join(report.faults)}")
    return answer


def _search(arrays: Arrays, steering: Steering, control: Control) -> Reached:
    best = incumbent.vacant(arrays)
    control.report("start", value=best.value)
    start = canonical.seat_prices(arrays, steering.prices, steering.scale)
    found, top, steps = prices.search(arrays, start, steering.limits.price_steps, control.stopped)
    control.report("prices", bound=int(np.ceil(float(top) - linear.TINY)))
    relaxed = linear.relax(arrays, found, WIDTH, control)
    phases = [
        Phase("prices", steps),
        Phase("relaxation", relaxed.rounds, len(relaxed.model.columns), None, relaxed.floor),
    ]
    bottom, rounds = dive(arrays, relaxed.model, control)
    if bottom is not None and bottom.value < best.value:
        best = bottom
        control.report("dive", value=best.value)
    phases.append(Phase("dive", rounds, len(relaxed.model.columns), best.value))
    large = len(arrays.students) > LARGE
    if large:
        best = _polished(arrays, relaxed, best, control, phases)
    closed = close(arrays, relaxed, best, control)
    phases.append(Phase("closing", closed.searches, closed.columns, closed.best.value, closed.bound))
    best = closed.best
    if not large and best.value > closed.bound:
        best = _polished(arrays, relaxed, best, control, phases)
    proof, proved = certificate.certify(arrays, relaxed.prices)
    cancelled = control.cancelled and best.value > closed.bound
    return Reached(best, max(closed.bound, proved), proof, proved, tuple(phases), cancelled)


def _polished(arrays: Arrays, relaxed: Relaxed, best: Incumbent, control: Control, phases: list[Phase]) -> Incumbent:
    """Large problems are bettered in pieces before the closing search, others only where that has failed."""
    best, pieces = polish(arrays, relaxed, best, control)
    phases.append(Phase("polish", pieces, 0, best.value))
    return best


def _nobody(arrays: Arrays) -> Reached:
    """Without students only the lower quotas cost."""
    rows = arrays.rows
    empty = np.empty(0, dtype=np.int64)
    short = arrays.points.shortfall
    value = int(rows.lower.sum()) * short
    price = {seat: -short for seat, least in zip(rows.seats, rows.lower.tolist(), strict=True) if least}
    return Reached(Incumbent(empty, empty, value), value, Certificate(price, 1), value, (), cancelled=False)


def _answer(problem: Problem, arrays: Arrays, reached: Reached, findings: tuple[Finding, ...]) -> Answer:
    value = reached.best.value
    if value == reached.proved:
        status = Status.OPTIMAL
    elif value == reached.bound:
        status = Status.SOLVER_PROVED
    else:
        status = Status.CANCELLED if reached.cancelled else Status.BOUNDED
    return Answer(
        incumbent.given(arrays, reached.best),
        value,
        reached.bound,
        reached.proved,
        status,
        reached.certificate,
        findings,
        reached.phases,
        fingerprint(problem),
        tuple((name, metadata.version(name)) for name in ("highspy", "numpy")),
    )
