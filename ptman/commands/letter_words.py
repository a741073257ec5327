"""The words of the command line for documents: drafted and issued, laid aside and taken up again."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]


def add_documents(add: Add) -> argparse.ArgumentParser:
    one = add("documents", help="one document of any family, with its check list; without a family they are listed")
    one.add_argument("family", nargs="?", metavar="FAMILY", help="such as introduction or appointment")
    one.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where the PDF goes (default: here)")
    one.add_argument("--about", nargs="+", metavar="NUMBER", help="the records (default: list those there are)")
    one.add_argument("--set", nargs="+", default=[], metavar="KEY=VALUE", help="answers; Chinese||English for both")
    one.add_argument("--language", choices=("zh", "en", "both"), default="zh")
    one.add_argument("--layout", metavar="LAYOUT", help="letter or red_header, where the family offers both")
    one.add_argument("--issue", action="store_true", help="take a number and freeze the document")
    one.add_argument("--later", action="store_true", help="keep it half-finished instead, to go on later")
    return one


def add_in_hand(add: Add) -> argparse.ArgumentParser:
    one = add("in-hand", help="documents laid aside half-finished; without a number they are listed")
    one.add_argument("number", nargs="?", type=int, metavar="N", help="which one, as they are listed")
    one.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where the PDF goes (default: here)")
    one.add_argument("--issue", action="store_true", help="take numbers and freeze what is chosen")
    one.add_argument("--discard", action="store_true", help="throw it away; this can be undone")
    return one


def add_issued(add: Add) -> argparse.ArgumentParser:
    one = add("issued", help="the register of issued letters of a year, with void numbers and gaps")
    one.add_argument("target", nargs="?", metavar="OUT.pdf", help="write it as PDF or Word (.docx)")
    one.add_argument("--year", type=int, metavar="YEAR", help="(default: the last in which letters were issued)")
    return one
