"""The words of `ptman base`, `ptman practice` and `ptman tech`."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]
BASE = ("coverage", "visit", "check", "evaluate", "grade", "conclude", "form", "plaque", "unplaque")
PRACTICE = ("show", "ledger", "change")
TECH = ("list", "ledger", "check", "publicity")


def add_base(add: Add) -> argparse.ArgumentParser:
    one = add("base", help="training bases: coverage by month, visits, compliance checks, evaluations")
    one.add_argument(
        "action",
        choices=BASE,
        help="coverage [OUT.xlsx|.pdf|.docx]; begin a visit, a check or an evaluation of a base; propose the grade of "
        "its last evaluation, grant it with its conclusion, write its last visit, check or evaluation as a form; "
        "give the plaque, or take it back",
    )
    one.add_argument("what", nargs="?", default="", metavar="BASE|OUT")
    one.add_argument("target", nargs="?", default="", metavar="OUT", help="the form to write (.pdf, .docx)")
    one.add_argument("--of", choices=("visit", "check", "evaluation"), default="evaluation", help="which form")
    one.add_argument("--on", metavar="DATE", help="the day of the visit or check (default: today)")
    one.add_argument("--by", default="", metavar="NAME", help="who visits or checks")
    one.add_argument("--kind", choices=("yearly", "safety"), default="yearly", help="which check")
    one.add_argument("--number", default="", metavar="NO", help="the number of the plaque")
    one.add_argument("--reason", default="", metavar="WHY", help="why the plaque is taken back")
    one.add_argument("--months", type=int, default=12, metavar="N", help="how many months of coverage")
    return one


def add_practice(add: Add) -> argparse.ArgumentParser:
    one = add("practice", help="practice ledgers: months counted to the day, what is missing, agreed changes")
    one.add_argument(
        "action",
        choices=PRACTICE,
        help="show a student [OUT.pdf|.docx]; write the ledger of a cohort (.xlsx); carry out the agreed change of a "
        "placement",
    )
    one.add_argument("what", metavar="STUDENT|PLACEMENT|OUT.xlsx")
    one.add_argument("target", nargs="?", default="", metavar="OUT")
    one.add_argument("--cohort", type=int, metavar="YEAR")
    return one


def add_tech(add: Add) -> argparse.ArgumentParser:
    one = add("tech", help="technology contracts: their ledger, checks, and the publicity of negotiated prices")
    one.add_argument(
        "action",
        choices=TECH,
        help="list the contracts; write the ledger (.xlsx, .pdf, .docx); check one contract; write its publicity",
    )
    one.add_argument("what", nargs="?", default="", metavar="CONTRACT|OUT")
    one.add_argument("target", nargs="?", default="", metavar="OUT")
    return one
