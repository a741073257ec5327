"""Runs ptman's engine on one instance, clocks the solving alone: python -m bench.own MODE FILE ANSWER SECONDS."""

import json
import sys
import time
from pathlib import Path

from bench.rivals import joint
from ptman.assign import answer_files, formats
from ptman.assign.answer import Answer
from ptman.assign.engine import modes, stable
from ptman.assign.engine.control import Limits, Progress, Steering
from ptman.assign.problem import Problem, Role


def main() -> None:
    mode, instance, answer, seconds = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), float(sys.argv[4])
    problem = formats.read_problem(instance)
    heard: list[tuple[float, Progress]] = []
    begun, end = joint.processor(), time.monotonic() + seconds
    steering = Steering(
        Limits(seconds=seconds),
        lambda one: heard.append((joint.processor() - begun, one)),
        lambda: time.monotonic() > end,
    )
    found = modes.solve(problem, mode=modes.Mode(mode), steering=steering)
    alone = joint.processor() - begun
    told = {"seconds": alone, "near": allocated(problem) if mode == "stable" else near(found, heard, alone)}
    answer.write_text(json.dumps(answer_files.answer_json(problem, found) | told), encoding="utf-8")


def allocated(problem: Problem) -> float:
    """The seconds of a stable allocation itself, without what proves and checks it."""
    begun = joint.processor()
    stable.asked(problem, Role.ACADEMIC, "")
    return joint.processor() - begun


def near(found: Answer, heard: list[tuple[float, Progress]], alone: float) -> float | None:
    """After how many seconds the best answer so far was within a thousandth of the bound reached in the end."""
    most = found.bound + abs(found.bound) / 1000
    if found.value > most:
        return None
    return next((at for at, one in heard if one.value is not None and one.value <= most), alone)


if __name__ == "__main__":
    main()
