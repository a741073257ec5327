"""`ptman practice`: the practice ledger of a student or a cohort, and agreed changes of placements."""

import argparse

from ptman import db, ledgers
from ptman.aspects.bases import changing, practice_list, practice_paper
from ptman.commands import meant, office, paper_out
from ptman.commands.report import Report
from ptman.labels import Label, Lang
from ptman.register import titles


def run(args: argparse.Namespace, lang: Lang) -> Report:
    with office.opened(args, look=args.action != "change") as opened:
        if args.action == "show":
            return _show(opened, args, lang)
        return _ledger(opened, args, lang) if args.action == "ledger" else _change(opened, args)


def _show(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    key, today = meant.record(opened, "student", args.what), office.today()
    if args.target:
        paper_out.ending(args.target, *paper_out.PAPERS)
        return paper_out.paper(opened.read(practice_paper.report_of, key, today, lang), args.target)
    found = opened.read(ledgers.ledger, key, today)
    lines = [found.summary]
    for one in found.placed:
        days = f"{one.days.start} – {one.days.end}"
        lines.append(Label(f"  {days}  {one.base}  {one.status.zh}", f"  {days}  {one.base}  {one.status.en}"))
    for test in found.findings:
        state = test.label.plus(test.standing.label, ": ")
        lines.append(state.plus(test.cure, " – ") if test.cure else state)
    done, project = found.length(), found.length(project=True)
    data = {"months": done.months, "days": done.days, "project_months": project.months, "project_days": project.days}
    tests = [{"code": one.code, "standing": one.standing.value} for one in found.findings]
    return Report(tuple(lines), {**data, "findings": tests})


def _ledger(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    paper_out.ending(args.what, "xlsx")
    return paper_out.sheet(opened.read(practice_list.practice_ledger, office.today(), args.cohort), args.what, lang)


def _change(opened: db.Database, args: argparse.Namespace) -> Report:
    """The first change of the placement that has not been carried out."""
    key = meant.record(opened, "placement", args.what)
    ref = opened.read(changing.next_of, key)
    going = opened.write(changing.carry_out, ref, office.today())
    title = opened.read(titles.one, "placement", going)
    return Report((Label(f"已执行，实践为 {title}", f"Carried out; the placement is {title}"),), {"placement": title})
