"""`ptman send`: a workbook for others to fill in; the same again, withdrawn, reminded of, and those that are out."""

import argparse
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from ptman import db, files
from ptman.commands import leaving, office
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.export.giving import wish
from ptman.export.sending import planning, rowing, store
from ptman.export.sending.request import Outgoing, Recipient, Request, Sent
from ptman.labels import Label, Lang
from ptman.listing import shown
from ptman.register import lists, recipients
from ptman.rules import dates
from ptman.rules.disclosing import Purpose


def run(args: argparse.Namespace, lang: Lang) -> Report:
    others = {"again": _again, "withdraw": _withdraw, "remind": _remind, "out": _out}
    if args.list in others:
        with office.opened(args, look=args.list != "withdraw") as opened:
            return others[args.list](opened, args, lang)
    target = Path(_needed(args.target, "OUT.xlsx"))
    with office.opened(args, look=args.look) as opened:
        outgoing = opened.read(_drafted, args, lang)
        left_out = leaving.named(outgoing.plan, lang)
        said = None if args.look else _said(opened.write(store.send, outgoing, target, office.today()), target)
    data = {"rows": outgoing.plan.rows, "excluded": left_out, **(said.data if said else {})}
    lines = (*(said.lines if said else ()), *leaving.lines(left_out))
    return Report(lines, data, Status.PARTLY if left_out else Status.DONE)


def _drafted(session: Session, args: argparse.Namespace, lang: Lang) -> Outgoing:
    listing = lists.named(session, args.list, office.today(), args.cohort)
    listing = rowing.narrowed(listing.searched(args.only) if args.only else listing, None)
    plain = [one.key for one in listing.columns if one not in wish.sensitive(listing.columns)]
    columns = _words(args.columns) or tuple(plain)
    to = recipients.named(session, args.to)
    request = Request(
        Recipient.of(to.name, to.noun, to.id, inside=args.inside),
        columns,
        _words(args.fill),
        _day(args.due),
        args.note,
        lang,
        Purpose(args.purpose),
        args.why,
        args.agreement,
    )
    return planning.draft(session, listing, request, office.today())


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
    return _said(sent, target)


def _said(sent: Sent, target: Path) -> Report:
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
