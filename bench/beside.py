"""The assignment engine beside what else an office could use: python -m bench.beside [--full] [--limit SECONDS].

Every solver works in a process of its own, alone, on the same instance; seconds on the clock, seconds of the
processor and most memory are the process's as the system counts them, the rivals' own start included as ours is.
Every answer is checked by ptman's verifier, which shares no code with any solver. The rivals live in `.venv-bench`,
which is made when it is missing.
"""

import argparse
import dataclasses
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import instances, stable_instances
from ptman.assign import formats, stability, verify
from ptman.assign.problem import Given, Problem, Role
from ptman.assign.reading import Reading

ROOT = Path(__file__).resolve().parent.parent
RIVALS = ROOT / ".venv-bench"
JOINT = ("cbc", "cpsat", "highs", "osis")
NAMES = {
    "ptman": "ptman",
    "cbc": "PuLP + CBC",
    "cpsat": "OR-tools CP-SAT",
    "highs": "HiGHS MIP",
    "osis": "greedy and swap",
    "flow": "OR-tools flow",
    "pairwise": "matching",
    "spa": "algmatch",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds, seconds of the processor, most memory in MB, and what came of it."""

    solver: str
    seconds: float
    cpu: float
    memory: float
    outcome: str
    value: int | None = None

    @property
    def done(self) -> bool:
        return self.outcome in {"optimal", "stable"}


def watched(command: Sequence[str | Path], limit: float) -> tuple[int, float, float, float]:
    """Exit status, seconds, processor seconds and megabytes of one process; it is ended far beyond its limit."""
    begun = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 our own command
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    ) as process:
        end = begun + 3 * limit + 60
        while True:
            found, status, used = os.wait4(process.pid, os.WNOHANG)
            if found:
                process.returncode = os.waitstatus_to_exitcode(status)
                break
            if time.perf_counter() > end:
                process.kill()
            time.sleep(0.01)
    seconds = time.perf_counter() - begun
    return process.returncode, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def ours(instance: Path, folder: Path, limit: float, mode: str = "total") -> Measured:
    answer = folder / "answer.json"
    command = [sys.executable, "-m", "ptman.assign", "solve", instance, "--mode", mode, "--out", answer]
    status, *used = watched([*command, "--seconds", str(limit)], limit)
    if status:
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
    proved = data["status"] == "optimal"
    return Measured(solver, *used, "optimal" if proved else "partial", value)


def stated(problem: Problem, data: dict[str, Any]) -> dict[str, Given] | None:  # Any: JSON
    if "stable" in data:
        return {one.id: Given(academic=data["stable"].get(one.id)) for one in problem.students}
    if data["pairs"] is None:
        return None
    return {one.id: formats.given_of(row) for one, row in zip(problem.students, data["pairs"], strict=True)}


def joint_runs(size: int, seeds: int, limit: float, solvers: Sequence[str]) -> Iterator[list[Measured]]:
    """For each seed the same instance to everybody."""
    for seed in range(1, seeds + 1):
        with tempfile.TemporaryDirectory() as folder:
            instance = Path(folder) / "joint.json"
            instance.write_text(json.dumps(dict(instances.make(size, seed))), encoding="utf-8")
            runs = [ours(instance, Path(folder), limit)]
            runs += [theirs(solver, instance, Path(folder), limit) for solver in solvers]
            yield runs


def one_sided(size: int, limit: float) -> list[Measured]:
    with tempfile.TemporaryDirectory() as folder:
        made = dict(instances.make(size, 1))
        made |= {"industry": [], "bases": [], "affinity": []}
        for student in made["students"]:
            student |= {"industry": {}, "base_rank": {}}
        instance = Path(folder) / "one-sided.json"
        instance.write_text(json.dumps(made), encoding="utf-8")
        return [ours(instance, Path(folder), limit), theirs("flow", instance, Path(folder), limit)]


def stable_runs(size: int, limit: float, solvers: Sequence[str]) -> list[Measured]:
    with tempfile.TemporaryDirectory() as folder:
        text, data = Path(folder) / "stable.txt", Path(folder) / "stable.json"
        stable_instances.write(size, text, data)
        return [
            ours(text, Path(folder), limit, "stable"),
            *(theirs(solver, data, Path(folder), limit) for solver in solvers),
        ]


def told(title: str, seeds: list[list[Measured]]) -> None:
    """One line a solver: medians over the seeds, and how far from the best answer known."""
    best = [min((run.value for run in runs if run.value is not None), default=None) for runs in seeds]
    print(f"\n{title}\n{'solver':<18}{'clock s':>10}{'cpu s':>10}{'MB':>8}{'done':>7}  outcome")
    for at, first in enumerate(seeds[0]):
        runs = [one[at] for one in seeds]
        over = [
            (run.value - low) / max(1, abs(low))
            for run, low in zip(runs, best, strict=True)
            if run.value is not None and low is not None
        ]
        outcome = f"{statistics.median(over):+.2%} of the best" if over else runs[0].outcome
        print(
            f"{NAMES[first.solver]:<18}{statistics.median(run.seconds for run in runs):>10.2f}"
            f"{statistics.median(run.cpu for run in runs):>10.2f}{max(run.memory for run in runs):>8.0f}"
            f"{sum(run.done for run in runs):>4}/{len(runs):<2}  {outcome}",
            flush=True,
        )


def ready() -> None:
    """The rivals' environment, from its own lock file."""
    if not (RIVALS / "bin" / "python").exists():
        print("making .venv-bench", flush=True)
        subprocess.run([sys.executable, "-m", "venv", RIVALS], check=True)  # noqa: S603 our own command
        pip = [RIVALS / "bin" / "python", "-m", "pip", "install", "-q", "--require-hashes"]
        subprocess.run([*pip, "-r", ROOT / ".ci" / "locks" / "bench.txt"], check=True)  # noqa: S603 as above


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="5,000 and 20,000 students too; takes an hour")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for each solve")
    parser.add_argument("--seeds", type=int, default=2)
    asked = parser.parse_args()
    ready()
    told("200 students, joint", list(joint_runs(200, asked.seeds, asked.limit, JOINT)))
    told("1,000 students, joint", list(joint_runs(1000, asked.seeds, asked.limit, JOINT)))
    if asked.full:
        told("5,000 students, joint", list(joint_runs(5000, 1, max(asked.limit, 120), ("highs", "osis"))))
        told("20,000 students, joint", list(joint_runs(20_000, 1, max(asked.limit, 240), ("osis",))))
    told("20,000 students, one side", [one_sided(20_000, asked.limit)])
    told("250 students, stable", [stable_runs(250, asked.limit, ("pairwise", "spa"))])
    told("5,000 students, stable", [stable_runs(5000, asked.limit, ("pairwise", "spa"))])


if __name__ == "__main__":
    main()
