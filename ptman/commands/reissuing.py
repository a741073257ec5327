"""`ptman reissue`: which letters are out of date and what changed; the letter that supersedes one of them."""

import argparse
from typing import Any

from ptman import db
from ptman.commands import office
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.labels import Label, Lang, same
from ptman.letters import radar, reissuing
from ptman.letters.comparing import Change
from ptman.letters.reissuing import Reissue
from ptman.register import lists


def run(args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    if args.number is None:
        with office.opened(args, look=True) as opened:
            found = opened.read(radar.stale, today, args.cohort)
        lines = [line for one in found for line in (same(one.doc_no), *_lines(one.changes))]
        stale = [{"number": one.doc_no, "changes": _data(one.changes, lang)} for one in found]
        return Report(tuple(lines), {"stale": stale})
    with office.opened(args, look=not args.issue) as opened:
        plan = opened.read(reissuing.draft, _id_of(opened, args.number), today)
        if args.issue:
            opened.write(reissuing.issue, plan, today)
    return _report(plan, lang, issued=args.issue)


def _report(plan: Reissue, lang: Lang, *, issued: bool) -> Report:
    facts = plan.letter.facts
    done = Label("已签发", "issued") if issued else Label("草稿", "draft")
    head = Label(f"{facts.doc_no} 替代 {plan.old.doc_no}：", f"{facts.doc_no} supersedes {plan.old.doc_no}: ").plus(
        done
    )
    lines = [head, *_lines(plan.changes)]
    lines += [Label(f"  不能签发：{one.zh}", f"  cannot be issued: {one.en}") for one in plan.letter.refused]
    lines += [Label(f"  · {one.zh}", f"  · {one.en}") for one in plan.letter.warnings]
    data = {
        "number": facts.doc_no,
        "supersedes": plan.old.doc_no,
        "host": facts.host,
        "students": len(facts.rows),
        "issued": issued,
        "changes": _data(plan.changes, lang),
    }
    return Report(tuple(lines), data, Status.PARTLY if plan.letter.refused else Status.DONE)


def _id_of(opened: db.Database, number: str) -> str:
    listing = opened.read(lists.letters, office.today())
    at = listing.index("doc_no")
    found = next((row.id for row in listing.rows if row.cells[at] == number), None)
    if found is None:
        raise PtmanError("no-letter", f"没有文号为 {number} 的函件。", f"There is no letter {number}.")
    return found


def _lines(changes: tuple[Change, ...]) -> list[Label]:
    return [Label(f"  {one.said().zh}", f"  {one.said().en}") for one in changes]


def _data(changes: tuple[Change, ...], lang: Lang) -> list[dict[str, Any]]:
    return [{"student": one.who, "fact": one.what.text(lang), "old": one.old, "new": one.new} for one in changes]
