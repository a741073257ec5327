"""`ptman issued`: the register of issued letters of a year, told in short or written as PDF or Word."""

import argparse
from pathlib import Path

from ptman import files
from ptman.commands import office
from ptman.commands.report import Report
from ptman.errors import PtmanError
from ptman.labels import Label, Lang
from ptman.register import issued_numbers
from ptman.register.issued_numbers import Run
from ptman.reports import issued_book, paper_files
from ptman.reports.paper_files import Form


def run(args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    with office.opened(args, look=True) as opened:
        known = opened.read(issued_numbers.years)
        year = args.year or (known[0] if known else today.year)
        found = opened.read(issued_numbers.runs, year)
        made = opened.read(issued_book.book, year, today, lang) if args.target else None
    lines = [_line(one) for one in found] or [issued_book.NOBODY]
    if made is not None:
        target = Path(args.target)
        files.write_atomically(target, paper_files.set_as(made, _form(target)).content)
        lines.append(Label(f"已写入 {target}", f"Written: {target}"))
    data = {"year": year, "series": [_data(one) for one in found], "target": args.target}
    return Report(tuple(lines), data)


def _form(target: Path) -> Form:
    try:
        return Form(target.suffix[1:].casefold())
    except ValueError:
        raise PtmanError(
            "ending-unknown",
            f"“{target.name}”应以 .pdf 或 .docx 结尾，没有写出。要工作簿请用 ptman export letters。",
            f"{target.name} should end in .pdf or .docx. Nothing was written; for a workbook use ptman export letters.",
        ) from None


def _line(one: Run) -> Label:
    said = issued_book.summed(one)
    return Label(f"{one.code}  {said.zh}", f"{one.code}  {said.en}")


def _data(one: Run) -> dict[str, object]:
    return {"code": one.code, "numbers": [entry.doc_no for entry in one.entries], "missing": list(one.missing)}
