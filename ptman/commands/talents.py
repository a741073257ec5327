"""`ptman talent`: draws up milestones, reports and assessments, audits degrees, writes the papers of talents."""

import argparse
from collections.abc import Callable
from pathlib import Path

from ptman import db, files
from ptman.aspects.talents import (
    assessing,
    auditing,
    certificates,
    certifying,
    classes,
    cycles,
    papers,
    planning,
    reading,
    validity,
)
from ptman.aspects.talents.rows import Shade
from ptman.commands import certifying_each, meant, office
from ptman.commands.report import Report, draft_lines
from ptman.drafts import Draft
from ptman.errors import PtmanError
from ptman.labels import Label, Lang, same
from ptman.register import lists
from ptman.reports import paper_files
from ptman.reports import report as paper
from ptman.reports.paper_files import Form

DRAWN = frozenset({"milestones", "reports", "assessments", "validity"})
OF_COHORT: dict[str, Callable[..., paper.Report]] = {"progress": papers.progress_of, "reminder": papers.reminder_of}
OF_RECORD: dict[str, tuple[str, Callable[..., paper.Report]]] = {
    "plan-form": ("student", papers.plan_of),
    "midterm-form": ("student", papers.midterm_of),
    "assessment-form": ("student", papers.assessment_of),
    "audit-sheet": ("student", papers.audit_of),
    "roster": ("training_class", papers.roster_of),
}


def run(args: argparse.Namespace, lang: Lang) -> Report:
    writes = args.action in {*DRAWN, "certificates"} and args.keep
    with office.opened(args, look=not writes) as opened:
        if args.action in DRAWN:
            return _drawn(opened, args, lang)
        if args.action in {*OF_COHORT, *OF_RECORD, "certification-sheet"}:
            return _written(opened, args, lang)
        told: dict[str, Callable[[db.Database, argparse.Namespace, Lang], Report]] = {
            "path": _path,
            "audit": _audit,
            "certifications": _certifications,
            "classes": _classes,
            "certificates": _certificates,
        }
        return told[args.action](opened, args, lang)


def _drawn(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    """A draft, kept where that is asked for."""
    today = office.today()
    cohort = 0 if args.action == "validity" else _cohort(opened, args.what)
    draft, keep = _draft(opened, args.action, cohort)
    kept = keep() if args.keep else 0
    lines = draft_lines(draft, lang)
    if args.keep:
        lines = (*lines, Label(f"已写入 {kept} 项，可以撤销。", f"{kept} kept; can be undone."))
    return Report(lines, {"items": len(draft.items), "kept": kept, "on": today.isoformat()})


def _draft(opened: db.Database, action: str, cohort: int) -> tuple[Draft, Callable[[], int]]:
    today = office.today()
    if action == "milestones":
        path = opened.read(planning.draft, cohort, today)
        return path.draft, lambda: opened.write(planning.keep, path, path.draft.preset(), today)
    if action == "reports":
        cycle = opened.read(cycles.draft, cohort)
        return cycle.draft, lambda: opened.write(cycles.keep, cycle, cycle.draft.preset())
    if action == "assessments":
        practice = opened.read(assessing.draft, cohort, today)
        return practice.draft, lambda: opened.write(assessing.keep, practice, practice.draft.preset(), cohort)
    days = opened.read(validity.draft, today)
    return days.draft, lambda: opened.write(validity.keep, days, days.draft.preset())


def _written(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    if args.action == "certification-sheet":
        made, target = opened.read(papers.certifications_of, today, lang), _target(args.what, "pdf", "docx")
    elif args.action in OF_COHORT:
        made = opened.read(OF_COHORT[args.action], _cohort(opened, args.what), today, lang)
        target = _target(args.target, "pdf", "docx")
    else:
        noun, verb = OF_RECORD[args.action]
        made = opened.read(verb, meant.record(opened, noun, args.what), today, lang)
        target = _target(args.target, "pdf", "docx")
    return _saved(paper_files.set_as(made, Form(target.suffix[1:].casefold())).content, target)


def _certificates(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    """The certificates of a class; where they are kept, their documents go into the folder named."""
    key = meant.record(opened, "training_class", args.what)
    drawn = opened.read(certificates.draft, key, office.today(), args.language)
    return certifying_each.certified(opened, drawn, args, lang)


def _path(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    found = opened.read(reading.matrix, _cohort(opened, args.what), office.today())
    lines = []
    for one in found.figures:
        said = "，".join(f"{shade.label.text(lang)} {count}" for shade, count in one.counts)
        lines.append(same(f"{one.step.label.text(lang)}  {said}"))
    data = [
        {"code": one.step.code, "overdue": one.of(Shade.OVERDUE), "done": one.of(Shade.DONE)} for one in found.figures
    ]
    return Report(tuple(lines), {"students": len(found.rows), "overdue": found.overdue, "milestones": data})


def _audit(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    found = opened.read(auditing.audits, _cohort(opened, args.what), office.today())
    lines = []
    for one in found:
        first = one.blocks[0].label if one.blocks else Label("可以授予", "Nothing in the way")
        lines.append(same(f"{one.pupil.number}  {one.pupil.name}  {len(one.blocks)}  {first.text(lang)}"))
    data = [{"student": one.pupil.number, "blocks": [each.code for each in one.blocks]} for one in found]
    return Report(tuple(lines), {"students": data})


def _certifications(opened: db.Database, _args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    found = opened.read(certifying.certificates, today)
    tallies = opened.read(certifying.tallies, found)
    lines = []
    for one in tallies:
        aim = "" if one.target is None else f" / {one.target}"
        lines.append(same(f"{one.cohort}  {one.level.label.text(lang)}  {one.holders}{aim}"))
    data = [
        {"cohort": one.cohort, "level": one.level.value, "holders": one.holders, "target": one.target}
        for one in tallies
    ]
    return Report(tuple(lines), {"certifications": len(found), "tallies": data})


def _classes(opened: db.Database, _args: argparse.Namespace, lang: Lang) -> Report:
    found = opened.read(classes.listing_of, office.today())
    lines = tuple(
        same("  ".join(str(cell.text(lang) if isinstance(cell, Label) else cell) for cell in row.cells[:6]))
        for row in found.rows
    )
    return Report(
        lines or (Label("还没有培训班。", "There are no training classes yet."),), {"classes": len(found.rows)}
    )


def _cohort(opened: db.Database, said: str) -> int:
    """The cohort named, else the newest; PtmanError `cohort-bad`."""
    known = opened.read(lists.cohorts)
    if not said and known:
        return known[0]
    if said.isascii() and said.isdecimal() and int(said) in known:
        return int(said)
    shown = "、".join(map(str, known))
    raise PtmanError(
        "cohort-bad",
        f"没有年级“{said}”。现有年级：{shown}。未作任何改动。",
        f"There is no cohort “{said}”; there are {shown}. Nothing was changed.",
    )


def _saved(content: bytes, target: Path) -> Report:
    files.write_atomically(target, content)
    return Report((Label(f"已写入 {target}", f"Written: {target}"),), {"file": str(target)})


def _target(said: str, *endings: str) -> Path:
    target = Path(said)
    if target.suffix[1:].casefold() not in endings:
        wanted = "、".join(f".{one}" for one in endings)
        raise PtmanError(
            "file-ending",
            f"请写明要写入的文件，以 {wanted} 结尾。没有写入文件。",
            f"Name the file to write, ending in {' or '.join(f'.{one}' for one in endings)}. Nothing was written.",
        )
    return target
