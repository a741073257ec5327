"""The words of `ptman resource`."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]
ACTIONS = ("week", "book", "evaluate", "balance", "catalogue", "ics")


def add_resource(add: Add) -> argparse.ArgumentParser:
    one = add("resource", help="shared teaching resources: who has what, bookings, what partners give and take")
    one.add_argument(
        "action",
        choices=ACTIONS,
        help="show a week; book or ask for a resource; evaluate a use; what partners give and take in a year (.xlsx, "
        ".pdf, .docx); the catalogue (.xlsx, .pdf, .docx); a calendar of the bookings (.ics)",
    )
    one.add_argument("what", nargs="?", default="", metavar="WHICH", help="number or name of what it is about")
    one.add_argument("target", nargs="?", default="", metavar="OUT", help="the file to write")
    one.add_argument("--on", metavar="DATE", help="any day of the week that is shown (default: today)")
    one.add_argument("--from", dest="starts", metavar="TIME", help='when a booking begins, as in "2026-09-21 14:00"')
    one.add_argument("--to", dest="ends", metavar="TIME", help="when it ends")
    one.add_argument("--user", default="", metavar="NAME", help="who uses it")
    one.add_argument("--unit", default="", metavar="UNIT", help="the unit that uses it (default: us)")
    one.add_argument("--subject", default="", metavar="TEXT", help="what for")
    one.add_argument("--people", type=int, default=1, metavar="N", help="how many people or copies")
    one.add_argument("--ask", action="store_true", help="only ask for it; somebody approves it later")
    one.add_argument("--score", type=int, metavar="1-5", help="how a use went")
    one.add_argument("--comment", default="", metavar="TEXT", help="the same in words")
    one.add_argument("--year", type=int, metavar="YEAR", help="(default: this year)")
    return one
