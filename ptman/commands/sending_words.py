"""The words of `ptman send`, which writes a workbook for somebody to fill in and send back."""

import argparse
from collections.abc import Callable

from ptman.rules.disclosing import Purpose

LISTS = ("placements", "students", "academic-supervisors", "industry-supervisors", "bases")
Add = Callable[..., argparse.ArgumentParser]


def add_send(add: Add) -> argparse.ArgumentParser:
    one = add("send", help="write a workbook for others to fill in; import recognises it when it is back")
    one.add_argument("list", metavar="LIST", help=f"{', '.join(LISTS)}, any noun; or again, withdraw, remind, out")
    one.add_argument("target", metavar="OUT.xlsx", nargs="?", help="the file to write, or the number of a workbook")
    one.add_argument("copy", metavar="COPY.xlsx", nargs="?", help="for again: the file to write")
    one.add_argument("--to", default="", metavar="NAME", help="the recipient: a unit, contact or person, or any name")
    one.add_argument("--fill", default="", metavar="COLUMNS", help="the columns that may be filled in, by commas")
    one.add_argument(
        "--columns", default="", metavar="COLUMNS", help="the columns to show (default: all but sensitive ones)"
    )
    one.add_argument("--purpose", default="placement", choices=[purpose.value for purpose in Purpose])
    one.add_argument("--why", default="", metavar="TEXT", help="the purpose in words (needed for other)")
    one.add_argument("--agreement", default="", metavar="NUMBER", help="the agreement under which it is given")
    one.add_argument("--inside", action="store_true", help="the recipient is part of our own university")
    one.add_argument("--look", action="store_true", help="only say who has not agreed; write and record nothing")
    one.add_argument("--only", default="", metavar="WORDS", help="rows that hold these words")
    one.add_argument("--cohort", type=int, metavar="YEAR")
    one.add_argument("--due", default="", metavar="DAY", help="when it is due back")
    one.add_argument("--note", default="", metavar="TEXT", help="a line above the table")
    return one
