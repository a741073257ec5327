"""The words of `ptman export`, which writes lists as workbooks and on paper."""

import argparse
from collections.abc import Callable

LISTS = ("students", "double-supervisors", "placements", "supervisors", "bases", "letters")
Add = Callable[..., argparse.ArgumentParser]


def add_export(add: Add) -> None:
    one = add("export", help="write a list as a workbook, or as a PDF where the file ends so")
    one.add_argument(
        "list", metavar="LIST", help=f"{', '.join(LISTS)}, or any noun, such as agreement; several parted by commas"
    )
    one.add_argument("target", metavar="OUT.xlsx")
    one.add_argument("--cohort", type=int, metavar="YEAR")
    one.add_argument("--headers", choices=("zh", "en", "both"), help="language of the header (default: that of --lang)")
    one.add_argument("--layout", default="", metavar="NAME", help="columns, order, filter and groups kept under a name")
    one.add_argument(
        "--per", default="", metavar="WHAT", help="a sheet each: host, college, supervisor, base, or any column"
    )
    one.add_argument("--summary", action="store_true", help="put a sheet first that lists the others")
    one.set_defaults(run="exporting:run")
