"""One solver on one instance: run alone in a process, measured by the system, judged by our verifier."""

import dataclasses
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import stable_instances
from ptman.assign import formats, stability, verify
from ptman.assign.problem import Given, Problem, Role
from ptman.assign.reading import Reading

ROOT = Path(__file__).resolve().parent.parent
RIVALS = ROOT / ".venv-bench"


@dataclasses.dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds, seconds of the processor, most memory in MB, and what came of it.

    `alone` are seconds of the processor for the solving alone, without start, reading, writing; `near` are those until
    the answer was within a thousandth of its bound, where the solver tells, or until a stable allocation.
    """

    solver: str
    seconds: float
    cpu: float
    memory: float
    outcome: str
    value: int | None = None
    bound: float | None = None
    alone: float | None = None
    near: float | None = None

    @property
    def gap(self) -> float | None:
        """How far the value may be above the best possible, by the solver's own bound."""
        if self.value is None or self.bound is None:
            return None
        return max(0.0, (self.value - self.bound) / max(1.0, abs(self.bound)))

    @property
    def done(self) -> bool:
        return self.outcome in {"optimal", "stable"}


def watched(command: Sequence[str | Path], limit: float) -> tuple[int, float, float, float]:
    """Exit status, seconds, processor seconds and megabytes of one process; it is ended far beyond its limit."""
    begun = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 our own command
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    ) as process:
        end = threading.Timer(3 * limit + 60, process.kill)
        end.start()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        end.cancel()
    seconds = time.perf_counter() - begun
    return process.returncode, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def ours(instance: Path, folder: Path, limit: float, mode: str = "total") -> Measured:
    answer = folder / "answer.json"
    answer.unlink(missing_ok=True)
    status, *used = watched([sys.executable, "-m", "bench.own", mode, instance, answer, str(limit)], limit)
    if status or not answer.exists():
        return Measured("ptman", *used, f"ended with {status}")
    data = json.loads(answer.read_text(encoding="utf-8"))
    return judged("ptman", used, formats.read_problem(instance), data, mode)


def theirs(solver: str, instance: Path, folder: Path, limit: float) -> Measured:
    answer = folder / "answer.json"
    answer.unlink(missing_ok=True)
    command = [RIVALS / "bin" / "python", "-m", "bench.rivals.run", solver, instance, answer, "--seconds", str(limit)]
    status, *used = watched(command, limit)
    if status or not answer.exists():
        return Measured(solver, *used, f"ended with {status}")
    data = json.loads(answer.read_text(encoding="utf-8"))
    problem = stable_instances.problem(instance) if "stable" in data else formats.read_problem(instance)
    return judged(solver, used, problem, data, data["status"])


def judged(solver: str, used: list[float], problem: Problem, data: dict[str, Any], mode: str) -> Measured:  # Any: JSON
    """What the verifier says of an answer: a fault is the outcome, whatever the solver called it."""
    found = _judged(solver, used, problem, data, mode)
    return dataclasses.replace(found, alone=data.get("seconds"), near=data.get("near"))


def _judged(solver: str, used: list[float], problem: Problem, data: dict[str, Any], mode: str) -> Measured:  # Any: JSON
    reading, given = Reading(problem), stated(problem, data)
    if given is None:
        return Measured(solver, *used, "nothing")
    faults = list(verify.misfits(reading, given))
    if mode == "stable":
        faults += [f"{one} blocks" for one in stability.blocking(problem, given, Role.ACADEMIC)]
        return Measured(solver, *used, faults[0] if faults else "stable")
    if faults:
        return Measured(solver, *used, faults[0])
    value = verify.worth(reading, given)
    proved = str(data["status"]).startswith("optimal")
    return Measured(solver, *used, "optimal" if proved else "partial", value, data.get("bound"))


def stated(problem: Problem, data: dict[str, Any]) -> dict[str, Given] | None:  # Any: JSON
    if "stable" in data:
        return {one.id: Given(academic=data["stable"].get(one.id)) for one in problem.students}
    if data["pairs"] is None:
        return None
    return {one.id: formats.given_of(row) for one, row in zip(problem.students, data["pairs"], strict=True)}
