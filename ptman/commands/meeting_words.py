"""The words of `ptman meeting`."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]
ACTIONS = ("list", "call", "notice", "minutes", "brief", "follow-up", "ics", "ledger", "apply", "kept")


def add_meeting(add: Add) -> argparse.ArgumentParser:
    one = add(
        "meeting", help="regular negotiation: call meetings, write notices and minutes, follow up what they resolve"
    )
    one.add_argument(
        "action",
        choices=ACTIONS,
        help="list the meetings; call the next of a series; write a notice, minutes, a partner brief or a follow-up "
        "sheet (.pdf, .docx), a calendar (.ics), the ledger (.xlsx); apply a commitment of seats; what was kept",
    )
    one.add_argument("what", nargs="?", default="", metavar="WHICH", help="number or name of what it is about")
    one.add_argument("target", nargs="?", default="", metavar="OUT", help="the file to write")
    one.add_argument("--on", metavar="DATE", help="the day of the new meeting (default: as the series goes)")
    one.add_argument("--keep", action="store_true", help="keep the drafted change of seats")
    return one
