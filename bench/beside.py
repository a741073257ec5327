"""The assignment engine beside what else an office could use: python -m bench.beside [--full] [--limit SECONDS]."""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import instances, measuring, stable_instances
from bench.measuring import RIVALS, ROOT, Measured

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


# Every solver works in a process of its own, alone, on the same instance; clock, processor and most memory are the
# process's as the system counts them, the rivals' own start included as ours is. `.venv-bench` is made where missing.
def joint_runs(size: int, seeds: int, limit: float, solvers: Sequence[str]) -> Iterator[list[Measured]]:
    """For each seed the same instance to everybody."""
    for seed in range(1, seeds + 1):
        with tempfile.TemporaryDirectory() as folder:
            instance = Path(folder) / "joint.json"
            instance.write_text(json.dumps(dict(instances.make(size, seed))), encoding="utf-8")
            runs = [measuring.ours(instance, Path(folder), limit)]
            runs += [measuring.theirs(solver, instance, Path(folder), limit) for solver in solvers]
            yield runs


def one_sided(size: int, limit: float) -> list[Measured]:
    with tempfile.TemporaryDirectory() as folder:
        made = dict(instances.make(size, 1))
        made |= {"industry": [], "bases": [], "affinity": []}
        for student in made["students"]:
            student |= {"industry": {}, "base_rank": {}}
        instance = Path(folder) / "one-sided.json"
        instance.write_text(json.dumps(made), encoding="utf-8")
        return [measuring.ours(instance, Path(folder), limit), measuring.theirs("flow", instance, Path(folder), limit)]


def stable_runs(size: int, limit: float, solvers: Sequence[str]) -> list[Measured]:
    with tempfile.TemporaryDirectory() as folder:
        text, data = Path(folder) / "stable.txt", Path(folder) / "stable.json"
        stable_instances.write(size, text, data)
        return [
            measuring.ours(text, Path(folder), limit, "stable"),
            *(measuring.theirs(solver, data, Path(folder), limit) for solver in solvers),
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
