"""The words of `ptman give`, which gives a list to somebody and records it."""

import argparse
from collections.abc import Callable

from ptman.rules.disclosing import Purpose

Add = Callable[..., argparse.ArgumentParser]


def add_give(add: Add) -> argparse.ArgumentParser:
    one = add("give", help="give a list to somebody else: consent is looked up, the giving is recorded")
    one.add_argument("list", metavar="LIST", help="as for export")
    one.add_argument("target", metavar="OUT.xlsx")
    one.add_argument("--to", required=True, metavar="NAME", help="who is to have it")
    one.add_argument("--purpose", required=True, choices=[purpose.value for purpose in Purpose])
    one.add_argument("--note", default="", metavar="TEXT", help="the purpose in words (needed for other)")
    one.add_argument("--agreement", default="", metavar="NUMBER", help="the agreement under which it is given")
    one.add_argument("--inside", action="store_true", help="the recipient is part of our own university")
    one.add_argument("--cohort", type=int, metavar="YEAR")
    one.add_argument("--layout", default="", metavar="NAME", help="the recipient's columns and headers")
    one.add_argument(
        "--also", default="", metavar="COLUMNS", help="sensitive columns that go too, such as mobile,email"
    )
    one.add_argument("--whole", default="", metavar="REASON", help="give identity numbers whole, and why")
    one.add_argument("--headers", choices=("zh", "en", "both"), help="language of the header (default: that of --lang)")
    one.add_argument("--look", action="store_true", help="only say who has not agreed; write and record nothing")
    return one
