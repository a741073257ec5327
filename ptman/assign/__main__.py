"""Solves or checks an assignment file: python -m ptman.assign solve FILE | verify FILE ANSWER."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from ptman.assign import answer_files, formats, verify
from ptman.errors import PtmanError
from ptman.labels import Lang


def main(argv: Sequence[str] | None = None) -> int:
    """Exit status 0 done (or the answer is sound), 1 the answer has faults, 2 nothing done."""
    arguments = _parser().parse_args(argv)
    try:
        if arguments.command == "solve":
            return _solve(arguments)
        return _verify(arguments.file, arguments.answer)
    except PtmanError as error:
        sys.stderr.write(error.text(Lang.EN) + "\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ptman.assign", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    solve = commands.add_parser("solve", help="find the best answer and prove it")
    solve.add_argument("file", type=Path)
    modes = ["total", "profile", "stable", "minimal-change"]
    solve.add_argument("--mode", choices=modes, default="total", help="what the answer is best at")
    solve.add_argument("--greedy", action="store_true", help="profile: most first choices, not fewest last ones")
    solve.add_argument("--seconds", type=float, help="stop with the best answer so far")
    solve.add_argument("--seed", default="", help="decides between equally good answers")
    solve.add_argument("--out", type=Path, help="write the answer here instead of to the screen")
    check = commands.add_parser("verify", help="check an answer without the solver")
    check.add_argument("file", type=Path)
    check.add_argument("answer", type=Path)
    return parser


def _solve(arguments: argparse.Namespace) -> int:
    from ptman.assign.engine import modes
    from ptman.assign.engine.control import Limits, Steering

    problem = formats.read_problem(arguments.file)
    steering = Steering()
    if arguments.seconds is not None:
        end = time.monotonic() + arguments.seconds
        steering = Steering(limits=Limits(seconds=arguments.seconds), cancel=lambda: time.monotonic() > end)
    answer = modes.solve(
        problem,
        mode=modes.Mode(arguments.mode),
        choice=modes.Choice(greedy=arguments.greedy),
        seed=arguments.seed,
        steering=steering,
    )
    return _written(json.dumps(answer_files.answer_json(problem, answer)) + "\n", arguments.out)


def _written(text: str, out: Path | None) -> int:
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
    answer = answer_files.read_answer(answer_file, problem)
    report = verify.verify(problem, answer)
    told = {"sound": report.sound, "value": report.value, "proved": report.proved, "faults": list(report.faults)}
    sys.stdout.write(json.dumps({**told, "proof": answer.status.value}) + "\n")
    return 0 if report.sound else 1


if __name__ == "__main__":
    sys.exit(main())
