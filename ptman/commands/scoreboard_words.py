"""The words of `ptman scoreboard`."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]


def add_scoreboard(add: Add) -> argparse.ArgumentParser:
    one = add("scoreboard", help="the co-operation's targets of a year, and how far each aspect has come")
    one.add_argument("target", nargs="?", metavar="OUT", help="write them to this file (.pdf, .docx or .xlsx)")
    one.add_argument("--year", type=int, metavar="YEAR", help="(default: this year)")
    one.add_argument("--record", action="store_true", help="write down as reached what is counted now")
    one.add_argument("--carry", type=int, metavar="YEAR", help="make the targets of that year again for this one")
    return one
