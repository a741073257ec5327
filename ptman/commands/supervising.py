"""`ptman supervise`: renews, certifies, tells of guidance, assesses, and foresees what it brings when one leaves."""

import argparse
from collections.abc import Callable

from ptman import db, files, listing
from ptman.aspects.double import assessing, certificates, changes, departing, holding, leaving, papers, renewing, tables
from ptman.aspects.double.guiding import matrix
from ptman.aspects.double.leaving_rows import Leaving
from ptman.commands import departing as saying
from ptman.commands import meant, office, writing
from ptman.commands.report import Report, Status, draft_lines
from ptman.labels import Label, Lang, same
from ptman.letters import making, store
from ptman.listing import Listing
from ptman.register import cards
from ptman.reports import paper_files, report
from ptman.reports.paper_files import Form
from ptman.rules.supervisors import assessing as years

WRITING = frozenset({"renew", "assess", "leave"})
"""Actions that write only with --keep."""
ALWAYS = frozenset({"certify", "form"})


def run(args: argparse.Namespace, lang: Lang) -> Report:
    # What leaving brings is found by rehearsing it, which needs the file to itself.
    writes = args.action in ALWAYS or args.action == "leave" or (args.action in WRITING and args.keep)
    deeds: dict[str, Callable[[db.Database, argparse.Namespace, Lang], Report]] = {
        "list": _list,
        "renew": _renew,
        "certify": _certify,
        "changes": _changes,
        "form": _form,
        "guidance": _guidance,
        "remind": _remind,
        "assess": _assess,
        "sheet": _sheet,
        "leave": _leave,
    }
    with office.opened(args, look=not writes) as opened:
        return deeds[args.action](opened, args, lang)


def _list(opened: db.Database, _args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    found = opened.read(holding.supervisors, today)
    lines = _lines(tables.supervisors(found, today), lang)
    data = [
        {
            "number": one.number,
            "name": one.name,
            "load": str(one.load),
            "due": one.due,
            "qualified": one.qualified.complete,
        }
        for one in found
    ]
    return Report(
        lines or (Label("还没有企业导师。", "There are no industry supervisors yet."),), {"supervisors": data}
    )


def _renew(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    drawn = opened.read(renewing.draft, today, args.within)
    kept = opened.write(renewing.keep, drawn, drawn.draft.preset(), today) if args.keep else 0
    lines = draft_lines(drawn.draft, lang) + (_kept(kept) if args.keep else ())
    return Report(lines, {"terms": len(drawn.draft.items), "kept": kept})


def _certify(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    """The appointment is meant by its own number."""
    today, key = office.today(), meant.record(opened, "appointment", args.what)
    drawn = opened.read(certificates.draft, key, today, lang.value)
    made = opened.write(making.issue, drawn, today)
    return _issued(opened, made.id, made.doc_no, args)


def _form(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    today, key = office.today(), meant.record(opened, "supervisor_change", args.what)
    ref = opened.read(cards.card, "supervisor_change", key).ref
    made = opened.write(changes.issue_form, ref, opened.read(changes.form, key, today), today)
    return _issued(opened, made.id, made.doc_no, args)


def _changes(opened: db.Database, _args: argparse.Namespace, lang: Lang) -> Report:
    found = opened.read(changes.requests, office.today())
    lines = _lines(tables.requests(found), lang)
    data = [{"number": one.number, "status": one.status.value, "open": one.open} for one in found]
    return Report(lines or (Label("没有变更申请。", "There are no requests."),), {"changes": data})


def _guidance(opened: db.Database, _args: argparse.Namespace, _lang: Lang) -> Report:
    found = opened.read(matrix, office.today())
    short = sum(one.short for one in found.rows)
    line = Label(
        f"本学期（{found.term.label.zh}）指导关系 {len(found.rows)} 个，未指导 {found.none} 个，"
        f"不足 {found.least} 次的 {short} 个",
        f"This term ({found.term.label.en}): {len(found.rows)} pairs, {found.none} not guided, "
        f"{short} guided less than {found.least} times",
    )
    return Report((line,), {"pairs": len(found.rows), "none": found.none, "short": short})


def _remind(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    return _saved(opened.read(papers.reminders_of, office.today(), lang), args.what)


def _sheet(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    year = args.year or years.year_of(office.today())
    return _saved(opened.read(papers.sheet_of, year, office.today(), lang), args.what)


def _assess(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    year = int(args.what) if args.what.isdecimal() else years.year_of(today)
    drawn = opened.read(assessing.draft, year, today)
    kept = opened.write(assessing.keep, drawn, drawn.draft.preset(), today) if args.keep else 0
    lines = draft_lines(drawn.draft, lang) + (_kept(kept) if args.keep else ())
    return Report(lines, {"supervisors": len(drawn.draft.items), "kept": kept})


def _leave(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    noun = "academic_supervisor" if args.academic else "industry_supervisor"
    on = writing.day(args.on) if args.on else today
    who = Leaving(noun, meant.record(opened, noun, args.what), on, args.reason)
    seen = opened.read(leaving.draft, who)
    found = saying.rehearsed(opened, seen, today)
    if args.out:
        _saved(opened.read(papers.tell_of, (seen, found), today, lang), args.out)
    if args.keep:
        opened.write(departing.apply, seen, today)
    data = {"students": seen.students, "vacant": len(seen.vacant), "letters": len(found.letters), "kept": args.keep}
    status = Status.PARTLY if seen.vacant else Status.DONE
    return Report(saying.lines(seen, found, lang, kept=args.keep), data, status)


def _issued(opened: db.Database, key: str, number: str, args: argparse.Namespace) -> Report:
    if args.out:
        (sheet,) = opened.read(store.issued, [key])
        files.write_atomically(writing.target(args.out, "pdf"), sheet.pdf)
    return Report((Label(f"已签发 {number}", f"Issued {number}"),), {"number": number})


def _saved(made: report.Report, said: str) -> Report:
    target = writing.target(said, "pdf", "docx")
    return writing.saved(paper_files.set_as(made, Form(target.suffix[1:].casefold())), target)


def _kept(count: int) -> tuple[Label, ...]:
    return (Label(f"已保留 {count} 项，可以撤销。", f"{count} kept; can be undone."),)


def _lines(found: Listing, lang: Lang) -> tuple[Label, ...]:
    """One line a row, blanks left out."""
    return tuple(same("  ".join(listing.shown(cell, lang) for cell in row.cells if cell)) for row in found.rows)
