"""`ptman tech`: the ledger of technology contracts, their checks, and the publicity of negotiated prices."""

import argparse

from ptman import db
from ptman.aspects.technology import ledger, publicity, reading
from ptman.aspects.technology.reading import Contract
from ptman.commands import meant, office, paper_out
from ptman.commands.report import Report
from ptman.labels import Label, Lang
from ptman.rules import measures


def run(args: argparse.Namespace, lang: Lang) -> Report:
    with office.opened(args, look=True) as opened:
        if args.action == "list":
            return _list(opened)
        if args.action == "ledger":
            return _ledger(opened, args, lang)
        key = meant.record(opened, "tech_contract", args.what)
        if args.action == "check":
            return _check(opened, key)
        paper_out.ending(args.target, *paper_out.PAPERS)
        return paper_out.paper(opened.read(publicity.notice_of, key, office.today(), lang), args.target)


def _list(opened: db.Database) -> Report:
    found = opened.read(reading.contracts, office.today())
    data = [
        {"number": one.number, "status": one.status.value, "amount": one.amount, "received": one.money.received}
        | {"students": [name for _, name in one.students]}
        for one in found
    ]
    lines = tuple(_line(one) for one in found)
    return Report(lines or (Label("还没有技术合同。", "There are no technology contracts yet."),), {"contracts": data})


def _line(one: Contract) -> Label:
    status, kind = one.status.label, one.kind.label
    head = f"{one.number}  {one.name}"
    received, amount = measures.yuan(one.money.received), measures.yuan(one.amount or 0)
    return Label(
        f"{head}  {kind.zh} {status.zh}，到账 {received}/{amount} 元",
        f"{head}  {kind.en}, {status.en.lower()}, received {received} of {amount}",
    )


def _ledger(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    if paper_out.ending(args.what, "xlsx", *paper_out.PAPERS) == "xlsx":
        return paper_out.sheet(opened.read(ledger.ledger, today), args.what, lang)
    return paper_out.paper(opened.read(ledger.report_of, today, lang), args.what)


def _check(opened: db.Database, key: str) -> Report:
    one = next(each for each in opened.read(reading.contracts, office.today()) if each.id == key)
    lines = tuple(
        test.label.plus(test.standing.label, ": ").plus(test.cure or Label("", ""), " " if test.cure else "")
        for test in one.checks
    )
    return Report(lines, {"checks": [{"code": test.code, "standing": test.standing.value} for test in one.checks]})
