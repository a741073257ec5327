"""The assignment engine beside HiGHS's own search on the same model: python -m bench.assign [--sizes 200,1000]."""

import argparse
import dataclasses
import json
import resource
import statistics
import time
from pathlib import Path

import numpy as np

from bench import instances
from ptman.assign import formats
from ptman.assign.engine import arrays as canonical
from ptman.assign.engine import columns, incumbent, model, prices, solve
from ptman.assign.engine.control import Limits, Progress
from ptman.assign.problem import Problem


@dataclasses.dataclass(frozen=True, slots=True)
class Run:
    """One solve: seconds to within a tenth of a percent of the bound, seconds in all, value, bound, status."""

    near: float | None
    seconds: float
    value: int | None
    bound: float
    status: str

    @property
    def gap(self) -> float:
        return float("inf") if self.value is None else (self.value - self.bound) / max(1, abs(self.bound))


def ptman(problem: Problem, limit: float) -> Run:
    begun = time.perf_counter()
    heard: list[tuple[float, Progress]] = []
    steering = solve.Steering(
        limits=Limits(seconds=limit),
        progress=lambda one: heard.append((time.perf_counter() - begun, one)),
        cancel=lambda: time.perf_counter() - begun > limit,
    )
    answer = solve.solve(problem, steering=steering)
    seconds = time.perf_counter() - begun
    close_by = answer.bound + abs(answer.bound) / 1000
    near = next((at for at, one in heard if one.value is not None and one.value <= close_by), None)
    return Run(near, seconds, answer.value, answer.bound, answer.status.value)


def highs(problem: Problem, limit: float) -> Run:
    """All choices of the same model given to HiGHS at once."""
    begun = time.perf_counter()
    arrays, _ = canonical.build(problem, "")
    reduced = prices.reduced(arrays, np.zeros(len(arrays.rows.seats)))
    whole = model.Model(arrays, columns.within(arrays, reduced, np.inf), presolve=True)
    whole.integral()
    whole.highs.setOptionValue("mip_rel_gap", 0.0)
    whole.highs.setOptionValue("mip_abs_gap", 0.99)
    whole.highs.setOptionValue("time_limit", limit)
    whole.highs.run()
    levels = whole.values()
    found = incumbent.of_levels(arrays, whole.columns, levels) if len(levels) else None
    seconds = time.perf_counter() - begun
    bound = whole.highs.getInfo().mip_dual_bound
    status = whole.highs.modelStatusToString(whole.highs.getModelStatus())
    return Run(None, seconds, None if found is None else found.value, bound, status)


def line(size: int, name: str, runs: list[Run]) -> str:
    proved = sum(run.gap <= 0 or run.status == "Optimal" for run in runs)
    near = [run.near for run in runs if run.near is not None]
    within = f"{statistics.median(near):8.2f}" if near else "       –"
    seconds = sorted(run.seconds for run in runs)
    gap = statistics.median(max(0.0, run.gap) for run in runs)
    return (
        f"{size:>7} {name:<12} {within} {statistics.median(seconds):9.2f} {seconds[-1]:9.2f} "
        f"{proved:>4}/{len(runs)} {gap:9.3%}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="200,1000,5000")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for each solve")
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--slack", type=float, default=0.12)
    parser.add_argument("--collaborators", type=int, default=4)
    parser.add_argument("--write", type=Path, help="write the instances to this folder instead of solving them")
    chosen = parser.parse_args()
    family = instances.Family(slack=chosen.slack, collaborators=chosen.collaborators)
    ptman(formats.problem_of(dict(instances.make(20, 0))), 60)
    print("   size solver       to 0.1 % s  median s   worst s proved       gap")
    for size in map(int, chosen.sizes.split(",")):
        own, peer = [], []
        for seed in range(1, chosen.seeds + 1):
            made = dict(instances.make(size, seed, family))
            if chosen.write is not None:
                (chosen.write / f"joint-{size}-{seed}.json").write_text(json.dumps(made), encoding="utf-8")
                continue
            problem = formats.problem_of(made)
            own.append(ptman(problem, chosen.limit))
            if not chosen.no_peer:
                peer.append(highs(problem, chosen.limit))
        for name, runs in (("ptman", own), ("HiGHS MIP", peer)):
            if runs:
                print(line(size, name, runs), flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"most memory of this process: {memory:.0f} MB")


if __name__ == "__main__":
    main()
