"""The words of `ptman supervise`."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]
ACTIONS = ("list", "renew", "certify", "changes", "form", "guidance", "remind", "assess", "sheet", "leave")


def add_supervise(add: Add) -> argparse.ArgumentParser:
    one = add(
        "supervise", help="double supervision: terms, changes of supervisor, guidance, assessments, and who leaves"
    )
    one.add_argument(
        "action",
        choices=ACTIONS,
        help="list industry supervisors with term and qualification; renew terms that end soon; certify an approved "
        "appointment; list the changes; issue the form of one; guidance of this term; remind (.pdf, .docx); assess a "
        "year; its sheet (.pdf, .docx); what it brings when a supervisor leaves",
    )
    one.add_argument("what", nargs="?", default="", metavar="WHICH", help="number or name, year, or the file to write")
    one.add_argument("--within", type=int, metavar="DAYS", help="renew: terms that end within so many days")
    one.add_argument("--on", metavar="DATE", help="leave: the first day on which they guide nobody")
    one.add_argument("--reason", default="", metavar="WORDS", help="leave: why")
    one.add_argument("--academic", action="store_true", help="leave: it is an academic supervisor")
    one.add_argument("--year", type=int, metavar="YEAR", help="sheet: the school year that begins then")
    one.add_argument("--out", metavar="FILE", help="certify, form, leave: write the paper here")
    one.add_argument("--keep", action="store_true", help="keep what was drafted; leave: apply it")
    return one
