"""`ptman export`: the office's lists as a workbook or on paper, laid out and divided as wanted."""

import argparse
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from ptman import settings
from ptman.commands import office
from ptman.commands.report import Report
from ptman.export import workbook
from ptman.export.layouts import applying, dividing, store
from ptman.export.layouts.applying import Sheet
from ptman.export.layouts.layout import Layout, Pick
from ptman.export.options import Headers, Options
from ptman.labels import Label, Lang, same
from ptman.listing import Listing
from ptman.register import lists


def run(args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    with office.opened(args, look=True) as opened:
        laid_out = [opened.read(_laid_out, name.strip(), args, today) for name in args.list.split(",") if name.strip()]
    sheets = [sheet for layout, listing in laid_out for sheet in _sheets(layout, listing, args.per)]
    headers = Headers(args.headers) if args.headers else laid_out[0][0].headers if args.layout else Headers(lang.value)
    how = Options(today, headers, scope(args.cohort))
    target = Path(args.target)
    summary = args.summary or len(laid_out) > 1
    if target.suffix.casefold() == ".pdf":
        from ptman.reports import lists as paper

        written = paper.write(sheets, target, how)
    else:
        written = workbook.write_sheets(sheets, target, how, summary=summary and len(sheets) > 1)
    line = Label(f"已写入 {written.rows} 行：{written.path}", f"{written.rows} rows written: {written.path}")
    lines = (line, *written.notices, *(note for layout, listing in laid_out for note in _missing(layout, listing)))
    data = {"file": str(written.path), "rows": written.rows, "sha256": written.sha256, "sheets": len(sheets)}
    return Report(lines, data)


def scope(cohort: int | None) -> Label:
    return Label(f"{cohort} 级", f"cohort {cohort}") if cohort else same("")


def _laid_out(session: Session, name: str, args: argparse.Namespace, today: date) -> tuple[Layout, Listing]:
    listing = lists.named(session, name, today, args.cohort)
    if args.layout:
        return store.named(session, listing.key, args.layout, settings.who()), listing
    return Layout(listing.key, tuple(Pick(column.key) for column in listing.columns)), listing


def _sheets(layout: Layout, listing: Listing, per: str) -> tuple[Sheet, ...]:
    return applying.sheets(layout, listing, dividing.column(listing, per) if per else "")


def _missing(layout: Layout, listing: Listing) -> list[Label]:
    return [
        Label(
            f"版式中的列“{key}”已不在这个列表里，未写出。", f"The layout's column {key} is not in this list; left out."
        )
        for key in applying.missing(layout, listing)
    ]
