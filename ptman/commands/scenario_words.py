"""The words of `assign` and `scenario` on the command line, and what they ask of an assignment."""

import argparse
from collections.abc import Callable

from ptman.assign import weights
from ptman.assign.request import Mode
from ptman.assign.weights import USUAL, Weights
from ptman.errors import PtmanError

Add = Callable[..., argparse.ArgumentParser]
MODES = tuple(mode.value.replace("_", "-") for mode in Mode)


def add_assign(add: Add) -> argparse.ArgumentParser:
    one = add("assign", help="propose both supervisors and a base for every student of a cohort")
    one.add_argument("--cohort", type=int, required=True, metavar="YEAR")
    one.add_argument(
        "--again", action="store_true", help="let all that stands move, but for what is locked or dispatched"
    )
    _how(one)
    one.add_argument("--name", metavar="NAME", help="keep the proposal as a scenario of this name")
    one.add_argument("--keep", action="store_true", help="keep the proposal")
    return one


def add_scenario(add: Add) -> argparse.ArgumentParser:
    one = add("scenario", help="list, solve, compare, report and publish the scenarios of a cohort")
    one.add_argument("action", choices=("list", "solve", "compare", "report", "publish", "discard"))
    one.add_argument("name", nargs="?", default="", metavar="NAME")
    one.add_argument("--cohort", type=int, required=True, metavar="YEAR")
    one.add_argument("--against", default="", metavar="NAME", help="the other scenario, to compare with")
    one.add_argument("--out", metavar="OUT.xlsx", help="where report writes the workbook")
    one.add_argument("--draft", action="store_true", help="publish it as a draft, for comments")
    one.add_argument("--final", action="store_true", help="make it final: write its pairs into the records")
    return one


def _how(one: argparse.ArgumentParser) -> None:
    one.add_argument("--mode", choices=MODES, default=MODES[0], help="what the answer is best at")
    one.add_argument(
        "--weight",
        action="append",
        default=[],
        metavar="NAME=N",
        help="how much a consideration counts, 100 is usual: " + ", ".join(each.name for each in weights.DECLARED),
    )
    one.add_argument("--seed", default="", metavar="TEXT", help="draws between equally good answers")


def mode(args: argparse.Namespace) -> Mode:
    return Mode(args.mode.replace("-", "_"))


def weighed(words: list[str]) -> Weights:
    """Weights as `rank=150`; PtmanError `weight-unknown`, `weight-range`."""
    found = USUAL
    known = {one.name for one in weights.DECLARED}
    for word in words:
        name, _, number = word.partition("=")
        if name not in known or not number.isascii() or not number.isdigit():
            listed = "、".join(sorted(known))
            raise PtmanError(
                "weight-unknown",
                f"“{word}”不是权重。写法为 rank=150，名称有：{listed}。未作任何改动。",
                f"“{word}” is no weight. Write rank=150, with one of {', '.join(sorted(known))}. Nothing was changed.",
            )
        found = found.replaced(name, int(number))
    return weights.checked(found)
