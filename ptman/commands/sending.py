"""`ptman send`: a workbook for others to fill in; the same again, withdrawn, reminded of, and those that are out."""

import argparse
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from ptman import db, files
from ptman.commands import office
from ptman.commands.report import Report
from ptman.errors import PtmanError
from ptman.export.sending import rowing, store
from ptman.export.sending.request import Recipient, Request, Sent
from ptman.labels import Label, Lang
from ptman.listing import Listing, shown
from ptman.register import lists, recipients
from ptman.rules import dates


def run(args: argparse.Namespace, lang: Lang) -> Report:
    others = {"again": _again, "withdraw": _withdraw, "remind": _remind, "out": _out}
    if args.list in others:
        with office.opened(args, look=args.list != "withdraw") as opened:
            return others[args.list](opened, args, lang)
    target = Path(_needed(args.target, "OUT.xlsx"))
    with office.opened(args) as opened:
        listing, request = opened.read(_asked, args, lang)
        sent = opened.write(store.send, listing, request, office.today())
    return _saved(sent, target)


def _asked(session: Session, args: argparse.Namespace, lang: Lang) -> tuple[Listing, Request]:
    listing = lists.named(session, args.list, office.today(), args.cohort)
    listing = rowing.narrowed(listing.searched(args.only) if args.only else listing, None)
    columns = _words(args.columns) or tuple(column.key for column in listing.columns)
    to = recipients.named(session, args.to)
    return listing, Request(
        Recipient.of(to.name, to.noun, to.id), columns, _words(args.fill), _day(args.due), args.note, lang
    )


def _again(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    sent = opened.read(store.again, _needed(args.target, "NUMBER"))
    return _saved(sent, Path(args.copy or sent.file_name))


def _withdraw(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    number = _needed(args.target, "NUMBER")
    opened.write(store.withdraw, number)
    return Report((Label(f"已撤回 {number}。", f"{number} withdrawn."),), {"number": number})


def _remind(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    said = opened.read(store.reminder, _needed(args.target, "NUMBER"), office.today())
    return Report((said,), {"text": said.text(lang)})


def _out(opened: db.Database, _args: argparse.Namespace, lang: Lang) -> Report:
    listing = opened.read(lists.any_noun, "workbook_out", office.today())
    keys = [column.key for column in listing.columns]
    found = [dict(zip(keys, (shown(cell, lang) for cell in row.cells), strict=True)) for row in listing.rows]
    shorts = ("number", "status", "sent_on", "due_on", "recipient", "title")
    lines = [Label(said, said) for one in found if (said := "  ".join(filter(None, (one[key] for key in shorts))))]
    return Report(tuple(lines) or (Label("没有发出的工作簿。", "No workbook was sent."),), {"workbooks": found})


def _saved(sent: Sent, target: Path) -> Report:
    files.write_atomically(target, sent.content)
    line = Label(f"{sent.number} 已写入 {sent.rows} 行：{target}", f"{sent.number}: {sent.rows} rows written: {target}")
    return Report((line,), {"file": str(target), "number": sent.number, "id": sent.id, "rows": sent.rows})


def _words(said: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in said.replace("，", ",").split(",") if word.strip())


def _day(said: str) -> date | None:
    if not said:
        return None
    read = dates.date(said)
    if read.fault is not None or read.value is None:
        raise PtmanError(
            "due-bad",
            f"“{said}”不是日期（例如 2026-09-30），未发出。",
            f"{said} is no day (such as 2026-09-30). Nothing was sent.",
        )
    return read.value


def _needed(said: str | None, what: str) -> str:
    if not said:
        raise PtmanError("no-target", f"还需要写上 {what}。", f"Say {what} too.")
    return said
