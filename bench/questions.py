"""Seconds of the questions asked of an answer that stands: python -m bench.questions [--sizes 200,1000]."""

import argparse
import dataclasses
import random
import resource
import statistics
import time
from collections.abc import Callable

from bench import instances
from ptman.assign import chain, formats, ripple
from ptman.assign.answer import Answer
from ptman.assign.engine import solve, stable
from ptman.assign.engine.forcing import Forcing
from ptman.assign.problem import Demand, Problem, Role

WISHES = 20
DEPARTURES = 5


def timed(name: str, size: int, ask: Callable[[], object], times: int = 1) -> None:
    """Prints the median and the worst, in seconds of the processor and of the clock."""
    spent, passed = [], []
    for _ in range(times):
        cpu, clock = time.process_time(), time.perf_counter()
        ask()
        spent.append(time.process_time() - cpu)
        passed.append(time.perf_counter() - clock)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    middle, worst = statistics.median(spent), max(spent)
    print(f"{size:>7} {name:<24} {middle:8.3f} {worst:8.3f} {statistics.median(passed):8.3f} {memory:8.0f}", flush=True)


def wishes(problem: Problem, role: Role) -> list[Demand]:
    draw = random.Random(1)  # noqa: S311 - a bench wants repeatable draws, not secret ones
    students = draw.sample(problem.students, WISHES)
    return [Demand(one.id, role, draw.choice(sorted(one.options(role)))) for one in students]


def joint(problem: Problem, answer: Answer, size: int) -> None:
    forcing = Forcing(problem, answer)
    asked = [one for one in wishes(problem, Role.ACADEMIC) if forcing.applies(one)]
    bounds, exact = iter(asked), iter(asked)
    timed("why not, bounds", size, lambda: forcing.force(next(bounds), exact=False), len(asked))
    timed("why not, exact", size, lambda: forcing.force(next(exact)), len(asked))
    kept = ripple.Ripples(problem, answer)
    gone = iter([ripple.Leaves(Role.ACADEMIC, one.id)] for one in problem.academics)
    timed("first departure", size, lambda: kept.of(next(gone)))
    timed("another departure", size, lambda: kept.of(next(gone)), DEPARTURES)


def one_sided(problem: Problem, size: int) -> None:
    only = frozenset({Role.ACADEMIC})
    students = tuple(dataclasses.replace(one, needs=only) for one in problem.students)
    alone = dataclasses.replace(problem, students=students, affinity={})
    timed("one-sided", size, lambda: solve.solve(alone))
    timed("stable", size, lambda: stable.asked(alone, Role.ACADEMIC, ""), 3)
    answer = solve.solve(alone)
    if not answer.optimal:
        return
    network = chain.Network(alone, answer, Role.ACADEMIC)
    asked = iter(wishes(alone, Role.ACADEMIC))
    timed("why not, one-sided", size, lambda: network.chain(next(asked)), WISHES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="200,1000")
    print("   size question                  cpu s    worst     wall       MB")
    for size in map(int, parser.parse_args().sizes.split(",")):
        problem = formats.problem_of(dict(instances.make(size, 1)))
        joint(problem, solve.solve(problem), size)
        one_sided(problem, size)


if __name__ == "__main__":
    main()
