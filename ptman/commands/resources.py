"""`ptman resource`: who has which shared resource, bookings, evaluation, give and take, the catalogue."""

import argparse
from collections.abc import Callable
from pathlib import Path

from ptman import db, files
from ptman.aspects.resources import balance, booking, calendars, papers, week
from ptman.aspects.resources.booking import Mark
from ptman.aspects.resources.week import UseRow
from ptman.commands import meant, office, writing
from ptman.commands.report import Report
from ptman.errors import PtmanError
from ptman.export import options, workbook
from ptman.labels import Label, Lang, same
from ptman.register import bookings, cards, lists
from ptman.register.edit import Given
from ptman.reports import paper_files
from ptman.reports import report as paper
from ptman.reports.paper_files import Form

WRITING = frozenset({"book", "evaluate"})
PAPER = ("pdf", "docx")


def run(args: argparse.Namespace, lang: Lang) -> Report:
    with office.opened(args, look=args.action not in WRITING) as opened:
        deeds: dict[str, Callable[[db.Database, argparse.Namespace, Lang], Report]] = {
            "week": _week,
            "book": _book,
            "evaluate": _evaluate,
            "balance": _balance,
            "catalogue": _catalogue,
            "ics": _calendar,
        }
        return deeds[args.action](opened, args, lang)


def _week(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    day = writing.day(args.on) if args.on else office.today()
    found = opened.read(week.week, day, office.today())
    only = {meant.record(opened, "teaching_resource", args.what)} if args.what else {one.id for one in found.resources}
    shown = found.of(only)
    none = Label("本周没有预约。", "Nothing is booked this week.")
    lines = tuple(same(_said(one, lang)) for one in shown) or (none,)
    data = [{"number": one.number, "resource": one.resource, "status": one.status.value} for one in shown]
    return Report(lines, {"monday": found.monday.isoformat(), "uses": data, "waiting": found.waiting})


def _said(one: UseRow, lang: Lang) -> str:
    when = bookings.span(one.starts, one.ends)
    who = f"{one.user}（{one.unit.zh}）" if lang is Lang.ZH else f"{one.user} ({one.unit.en})"
    return f"{when}  {one.number}  {one.resource}  {one.subject}  {who}  {one.status.label.text(lang)}"


def _book(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    given: Given = {
        "resource_id": meant.record(opened, "teaching_resource", args.what),
        "starts_at": args.starts,
        "ends_at": args.ends,
        "user_name": args.user,
        "subject": args.subject,
        "headcount": args.people,
        "unit_id": meant.record(opened, "organisation", args.unit) if args.unit else None,
    }
    key = opened.write(booking.request if args.ask else booking.approve, given, office.today())
    card = opened.read(cards.card, "resource_use", key)
    number, status = str(card.values["use_no"]), card.values["status"]
    line = (
        Label(f"已申请 {number}", f"Requested: {number}")
        if args.ask
        else Label(f"已预约 {number}", f"Booked: {number}")
    )
    return Report((line,), {"number": number, "status": str(status)})


def _evaluate(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    if args.score is None:
        raise PtmanError(
            "no-score",
            "请用 --score 给出 1–5 的评分。未作任何改动。",
            "Give a score from 1 to 5 with --score. Nothing was changed.",
        )
    key = meant.record(opened, "resource_use", args.what)
    ref = opened.read(cards.card, "resource_use", key).ref
    opened.write(booking.evaluate, ref, Mark(args.score, args.comment), office.today())
    return Report((Label(f"已评价：{args.score} 分", f"Evaluated: {args.score}"),), {"score": args.score})


def _balance(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    """Told in lines, or written to the file that is named."""
    today = office.today()
    year = args.year or today.year
    if not args.what:
        found = opened.read(balance.of, year)
        lines = tuple(same(_sided(one, lang)) for one in found.units)
        return Report(lines, {"year": year, "units": len(found.units), "uses": len(found.uses)})
    target = writing.target(args.what, "xlsx", *PAPER)
    if target.suffix.casefold() == ".xlsx":
        content, rows = opened.read(papers.workbook_of, year, today, lang)
        return _saved(content, target, rows)
    return _paper(opened.read(papers.balance_of, year, today, lang), target)


def _sided(one: balance.UnitRow, lang: Lang) -> str:
    gives, takes = one.balance.gives, one.balance.takes
    hours = f"{gives.tenths / 10:g} / {takes.tenths / 10:g}"
    if lang is Lang.ZH:
        return f"{one.unit.zh}：共享 {one.offered} 项，提供 {gives.uses} 次，使用 {takes.uses} 次，小时 {hours}"
    return f"{one.unit.en}: shares {one.offered}, gives {gives.uses}, takes {takes.uses}, hours {hours}"


def _catalogue(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    target, today = writing.target(args.what, "xlsx", *PAPER), office.today()
    if target.suffix.casefold() != ".xlsx":
        return _paper(opened.read(papers.catalogue_of, today, lang), target)
    listing = opened.read(lists.named, "teaching_resource", today)
    written = workbook.write([listing], target, options.Options(today, options.Headers(lang.value)))
    return _told(written.path, written.rows)


def _calendar(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    """With one word of everything, with two of that resource."""
    said = args.target or args.what
    keys = (meant.record(opened, "teaching_resource", args.what),) if args.target else ()
    made = opened.read(calendars.bookings_of, keys, office.today(), db.utc_now(), lang)
    return _saved(made.content, writing.target(said, "ics"), None)


def _paper(made: paper.Report, target: Path) -> Report:
    return _saved(paper_files.set_as(made, Form(target.suffix[1:].casefold())).content, target, None)


def _saved(content: bytes, target: Path, rows: int | None) -> Report:
    files.write_atomically(target, content)
    return _told(target, rows)


def _told(target: Path, rows: int | None) -> Report:
    line = Label(f"已写入 {target}", f"Written: {target}")
    return Report((line,), {"file": str(target)} | ({} if rows is None else {"rows": rows}))
