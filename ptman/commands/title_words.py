"""The words of `ptman title`."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]
ACTIONS = ("list", "why", "draft", "certify", "applications", "proof", "publicity", "certificates", "documents")


def add_title(add: Add) -> argparse.ArgumentParser:
    one = add("title", help="professional titles: who may apply and why not, drafts, papers, certificates")
    one.add_argument(
        "action",
        choices=ACTIONS,
        help="list how every student stands; why one stands so; draft the applications of a batch or its "
        "certificates; write the list of applications, a proof sheet, the publicity list or the register of "
        "certificates (.pdf, .docx; lists also .xlsx); issue the certificates themselves as numbered documents",
    )
    one.add_argument("what", nargs="?", default="", metavar="WHICH", help="the batch, the student or the application")
    one.add_argument("target", nargs="?", default="", metavar="OUT", help="the file to write, or the folder")
    one.add_argument("--language", choices=("zh", "en", "both"), default="zh", help="of certificates")
    one.add_argument("--batch", default="", metavar="BATCH", help="for why: the batch (default: the next to close)")
    one.add_argument("--until", metavar="DATE", help="for why: what if practice went on until that day")
    one.add_argument("--keep", action="store_true", help="keep what was drafted")
    return one
