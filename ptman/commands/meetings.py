"""`ptman meeting`: calls meetings, writes their papers and calendars, applies what was promised at them."""

import argparse
from collections.abc import Callable

from ptman import db
from ptman.aspects.negotiation import calling, keeping_word, ledger, papers, promising, reading
from ptman.commands import exporting, meant, office, writing
from ptman.commands.report import Report, draft_lines
from ptman.export import options, workbook
from ptman.labels import Label, Lang, same
from ptman.reports import paper_files
from ptman.reports import report as paper
from ptman.reports.paper_files import Form

WRITERS: dict[str, tuple[str, Callable[..., paper.Report]]] = {
    "notice": ("meeting", papers.notice_of),
    "minutes": ("meeting", papers.minutes_of),
    "brief": ("organisation", papers.brief_of),
    "follow-up": ("action_item", papers.follow_up_of),
}


def run(args: argparse.Namespace, lang: Lang) -> Report:
    writes = args.action == "call" or (args.action == "apply" and args.keep)
    with office.opened(args, look=not writes) as opened:
        if args.action in WRITERS:
            return _written(opened, args, lang)
        deeds: dict[str, Callable[[db.Database, argparse.Namespace, Lang], Report]] = {
            "list": _list,
            "call": _call,
            "ics": _calendar,
            "ledger": _ledger,
            "apply": _apply,
            "kept": _kept,
        }
        return deeds[args.action](opened, args, lang)


def _list(opened: db.Database, _args: argparse.Namespace, lang: Lang) -> Report:
    found = opened.read(reading.meetings)
    lines = tuple(
        same(f"{one.on.isoformat()}  {one.number}  {one.title}  {one.status.label.text(lang)}") for one in found
    )
    rows = [{"number": one.number, "on": one.on.isoformat(), "status": one.status.value} for one in found]
    return Report(lines or (Label("还没有会议。", "There are no meetings yet."),), {"meetings": rows})


def _call(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    key = meant.record(opened, "meeting_series", args.what)
    today = office.today()
    planned = next(one.next_on for one in opened.read(calling.series, today) if one.id == key)
    made = opened.write(calling.call, key, writing.day(args.on) if args.on else planned)
    drawn = opened.read(reading.agenda, made)
    head, carried = drawn.meeting, len(drawn.carried)
    line = Label(
        f"已安排 {head.number} {head.title}（{head.on.isoformat()}），接续 {carried} 项未办结事项",
        f"Planned {head.number} {head.title} ({head.on.isoformat()}), {carried} open items carried over",
    )
    return Report((line,), {"meeting": head.number, "on": head.on.isoformat(), "carried": carried})


def _written(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    noun, verb = WRITERS[args.action]
    target = writing.target(args.target, "pdf", "docx")
    made = opened.read(verb, meant.record(opened, noun, args.what), office.today(), lang)
    return writing.saved(paper_files.set_as(made, Form(target.suffix[1:].casefold())), target)


def _calendar(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    """With one word the due days of every open item, with two the invitation to that meeting."""
    now = db.utc_now()
    if not args.target:
        made = opened.read(papers.due_days_of, office.today(), now)
        return writing.saved(made, writing.target(args.what, "ics"))
    made = opened.read(papers.invitation_of, meant.record(opened, "meeting", args.what), now)
    return writing.saved(made, writing.target(args.target, "ics"))


def _ledger(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    how = options.Options(today, options.Headers(lang.value), exporting.scope(None))
    written = workbook.write([opened.read(ledger.ledger, today)], writing.target(args.what, "xlsx"), how)
    line = Label(f"已写入 {written.rows} 行：{written.path}", f"{written.rows} rows written: {written.path}")
    return Report((line,), {"file": str(written.path), "rows": written.rows})


def _apply(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    key, today = meant.record(opened, "commitment", args.what), office.today()
    drawn = opened.read(promising.draft, key, today)
    lines = draft_lines(drawn.draft, lang)
    kept = opened.write(promising.keep, drawn, drawn.draft.preset(), today) if args.keep else 0
    if args.keep:
        lines = (
            *lines,
            Label(f"已更新 {kept} 个批次的容量，可以撤销。", f"Seats of {kept} periods kept; can be undone."),
        )
    return Report(lines, {"periods": len(drawn.changes), "kept": kept})


def _kept(opened: db.Database, _args: argparse.Namespace, _lang: Lang) -> Report:
    found = opened.read(keeping_word.kept, office.today())
    lines = tuple(
        Label(
            f"{one.partner}  {one.kind.label.zh}：到期 {one.promised}{one.unit}，兑现 {one.delivered}，"
            f"未兑现 {one.short}，未到期 {one.to_come}",
            f"{one.partner}  {one.kind.label.en}: due {one.promised}, delivered {one.delivered}, short {one.short}, "
            f"to come {one.to_come}",
        )
        for one in found
    )
    data = [
        {"partner": one.partner, "kind": one.kind.value, "promised": one.promised, "delivered": one.delivered}
        for one in found
    ]
    return Report(lines or (Label("还没有已确认的承诺。", "No commitment is confirmed yet."),), {"kept": data})
