"""`ptman export`: any of the office's lists as a workbook."""

import argparse
from pathlib import Path

from ptman.commands import office
from ptman.commands.report import Report
from ptman.export import options, workbook
from ptman.labels import Label, Lang, same
from ptman.register import lists


def run(args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    with office.opened(args, look=True) as opened:
        listing = opened.read(lists.named, args.list, today, args.cohort)
    headers = options.Headers(args.headers or lang.value)
    how = options.Options(today, headers, scope(args.cohort))
    written = workbook.write([listing], Path(args.target), how)
    line = Label(f"已写入 {written.rows} 行：{written.path}", f"{written.rows} rows written: {written.path}")
    return Report((line, *written.notices), {"file": str(written.path), "rows": written.rows, "sha256": written.sha256})


def scope(cohort: int | None) -> Label:
    return Label(f"{cohort} 级", f"cohort {cohort}") if cohort else same("")
