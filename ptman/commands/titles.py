"""`ptman title`: judges students for the professional title, drafts a batch, writes its papers, issues certificates."""

import argparse
from collections.abc import Callable
from pathlib import Path

from ptman import db
from ptman.aspects.titles import certificates, certifying, drafting, looking, matrix, papers, why
from ptman.aspects.titles.why import Why
from ptman.commands import certifying_each, exporting, meant, office, writing
from ptman.commands.report import Report, draft_lines
from ptman.drafts import Draft, Item
from ptman.export import options, workbook
from ptman.labels import Label, Lang, same
from ptman.listing import Listing
from ptman.reports import paper_files
from ptman.reports import report as paper
from ptman.reports.paper_files import Form
from ptman.rules.findings import Finding

XLSX = "xlsx"
WRITERS: dict[str, tuple[str, Callable[..., paper.Report], bool]] = {
    "applications": ("title_batch", papers.list_of, True),
    "proof": ("title_application", papers.proof_of, False),
    "publicity": ("title_batch", papers.publicity_of, True),
    "certificates": ("title_batch", papers.certificates_of, False),
}
"""Action → the noun it is about, its paper, and whether it is written as a workbook too."""


def run(args: argparse.Namespace, lang: Lang) -> Report:
    writes = args.action in {"draft", "certify", "documents"} and args.keep
    with office.opened(args, look=not writes) as opened:
        if args.action in WRITERS:
            return _written(opened, args, lang)
        deeds: dict[str, Callable[[db.Database, argparse.Namespace, Lang], Report]] = {
            "list": _list,
            "why": _why,
            "draft": _draft,
            "certify": _certify,
            "documents": _documents,
        }
        return deeds[args.action](opened, args, lang)


def _list(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    key = meant.record(opened, "title_batch", args.what) if args.what else ""
    found = opened.read(looking.look, key, office.today())
    if args.target:
        return _workbook(found.matrix, args.target, lang)
    lines = [
        same(
            f"{one.number}  {one.name}  {matrix.verdict(one).text(lang)}  {(cure.text(lang) if cure else '')}".rstrip()
        )
        for one, cure in ((each, matrix.cure(each)) for each in found.students)
    ]
    rows = [
        {
            "student": one.number,
            "verdict": one.verdict.value,
            "earliest": one.earliest.isoformat() if one.earliest else None,
            "short": [each.code for each in one.short],
        }
        for one in found.students
    ]
    batch = found.batch.name if found.batch else None
    return Report(tuple(lines) or (Label("没有在读学生。", "Nobody studies."),), {"batch": batch, "students": rows})


def _why(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    student = meant.record(opened, "student", args.what)
    today = office.today()
    batch = meant.record(opened, "title_batch", args.batch) if args.batch else _next(opened)
    made = opened.read(why.why, student, batch, today)
    lines = [same(f"{made.student.number} {made.student.name}"), *(_said(one, lang) for one in made.student.findings)]
    lines.append(Label(f"专业实践：{made.practice.zh}", f"Practice: {made.practice.en}"))
    if args.until:
        changed = opened.read(why.what_if, student, batch, writing.day(args.until), today)
        head = Label(f"若实践延至 {args.until}：", f"If practice went on until {args.until}:")
        lines += [head, *(_said(one.after, lang) for one in changed if one.differs)]
    return Report(tuple(lines), _data(made))


def _draft(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    key, today = meant.record(opened, "title_batch", args.what), office.today()
    drawn = opened.read(drafting.draft, key, today)
    kept = opened.write(drafting.keep, drawn, drawn.draft.preset(), today) if args.keep else 0
    said = Label(f"已起草 {kept} 份申报，可以撤销。", f"{kept} applications drafted; can be undone.")
    return _drafted(drawn.draft, kept, said, (args.keep, lang))


def _certify(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    key, today = meant.record(opened, "title_batch", args.what), office.today()
    drawn = opened.read(certifying.draft, key, today)
    kept = opened.write(certifying.keep, drawn, drawn.draft.preset(), today) if args.keep else 0
    said = Label(f"已发放 {kept} 份证书，可以撤销。", f"{kept} certificates issued; can be undone.")
    return _drafted(drawn.draft, kept, said, (args.keep, lang))


def _documents(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    key = meant.record(opened, "title_batch", args.what)
    drawn = opened.read(certificates.draft, key, office.today(), args.language)
    return certifying_each.certified(opened, drawn, args, lang)


def _drafted(drawn: Draft, kept: int, said: Label, how: tuple[bool, Lang]) -> Report:
    keep, lang = how
    lines = (*draft_lines(drawn, lang), *(_item(one, lang) for one in drawn.items if one.differences))
    return Report((*lines, said) if keep else lines, {"drafted": len(drawn.preset()), "kept": kept})


def _item(one: Item, lang: Lang) -> Label:
    values = "  ".join(f"{each.field.text(lang)} {each.new}" for each in one.differences)
    return same(f"{one.title}  {values}")


def _written(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    noun, verb, listed = WRITERS[args.action]
    target = writing.target(args.target, "pdf", "docx", *((XLSX,) if listed else ()))
    key = meant.record(opened, noun, args.what)
    if target.suffix[1:].casefold() == XLSX:
        return _workbook(_listing(opened, args.action, key), args.target, lang)
    made = opened.read(verb, key, office.today(), lang)
    return writing.saved(paper_files.set_as(made, Form(target.suffix[1:].casefold())), target)


def _listing(opened: db.Database, action: str, key: str) -> Listing:
    if action == "publicity":
        return opened.read(papers.publicity_listing, key, office.today())
    return opened.read(looking.look, key, office.today()).applied


def _workbook(listing: Listing, target: str, lang: Lang) -> Report:
    how = options.Options(office.today(), options.Headers(lang.value), exporting.scope(None))
    written = workbook.write([listing], Path(writing.target(target, XLSX)), how)
    line = Label(f"已写入 {written.rows} 行：{written.path}", f"{written.rows} rows written: {written.path}")
    return Report((line,), {"file": str(written.path), "rows": written.rows})


def _next(opened: db.Database) -> str:
    found = opened.read(looking.look, "", office.today()).batch
    return found.ref.id if found else ""


def _said(one: Finding, lang: Lang) -> Label:
    """√ 学位课加权平均分  83.21 / 80；差 …；怎样补足."""
    sign = matrix.SIGNS[one.standing]
    value = "/".join(part.text(lang) for part in (one.value, one.threshold) if part is not None)
    gap = matrix.gap(one).text(lang) if one.gap else ""
    cure = one.cure.text(lang) if one.cure and not one.met else ""
    parts = (f"{sign} {one.label.text(lang)}", value, gap, cure)
    return same("  ".join(part for part in parts if part))


def _data(made: Why) -> dict[str, object]:
    return {
        "student": made.student.number,
        "verdict": made.student.verdict.value,
        "tests": {one.code: one.standing.value for one in made.student.findings},
    }
