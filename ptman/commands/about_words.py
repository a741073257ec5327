"""The words of `ptman about`."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]
MOST = 12


def add_about(add: Add) -> argparse.ArgumentParser:
    one = add("about", help="everything that touches a student, supervisor, base or organisation, with its history")
    one.add_argument("noun", metavar="KIND", help="student, academic-supervisor, industry-supervisor, training-base, …")
    one.add_argument("record", metavar="RECORD", help="its number, its name or a part of that")
    one.add_argument("--most", type=int, default=MOST, metavar="N", help="how many of each kind are named")
    return one
