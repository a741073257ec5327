"""Solves or checks an assignment file: python -m ptman.assign solve FILE | verify FILE ANSWER."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from ptman.assign import formats, verify
from ptman.errors import PtmanError
from ptman.labels import Lang


def main(argv: Sequence[str] | None = None) -> int:
    """Exit status 0 done (or the answer is sound), 1 the answer has faults, 2 nothing done."""
    arguments = _parser().parse_args(argv)
    try:
        if arguments.command == "solve":
            return _solve(arguments.file, arguments.seconds, arguments.out, arguments.seed)
        return _verify(arguments.file, arguments.answer)
    except PtmanError as error:
        sys.stderr.write(error.text(Lang.EN) + "\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ptman.assign", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    solve = commands.add_parser("solve", help="find the best answer and prove it")
    solve.add_argument("file", type=Path)
    solve.add_argument("--mode", choices=["total"], default="total", help="best total (the only mode so far)")
    solve.add_argument("--seconds", type=float, help="stop with the best answer so far")
    solve.add_argument("--seed", default="", help="decides between equally good answers")
    solve.add_argument("--out", type=Path, help="write the answer here instead of to the screen")
    check = commands.add_parser("verify", help="check an answer without the solver")
    check.add_argument("file", type=Path)
    check.add_argument("answer", type=Path)
    return parser


def _solve(file: Path, seconds: float | None, out: Path | None, seed: str) -> int:
    from ptman.assign.engine import solve
    from ptman.assign.engine.control import Limits

    problem = formats.read_problem(file)
    steering = solve.Steering()
    if seconds is not None:
        end = time.monotonic() + seconds
        steering = solve.Steering(limits=Limits(seconds=seconds), cancel=lambda: time.monotonic() > end)
    answer = solve.solve(problem, seed=seed, steering=steering)
    text = json.dumps(formats.answer_json(problem, answer)) + "\n"
    if out is None:
        sys.stdout.write(text)
        return 0
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as reason:
        raise PtmanError(
            "assign_write",
            f"无法写入 {out}({reason}),答案未保存。",
            f"{out} cannot be written ({reason}); no answer was kept.",
        ) from reason
    return 0


def _verify(file: Path, answer_file: Path) -> int:
    problem = formats.read_problem(file)
    answer = formats.read_answer(answer_file, problem)
    report = verify.verify(problem, answer)
    told = {"sound": report.sound, "value": report.value, "proved": report.proved, "faults": list(report.faults)}
    sys.stdout.write(json.dumps({**told, "proof": answer.status.value}) + "\n")
    return 0 if report.sound else 1


if __name__ == "__main__":
    sys.exit(main())
