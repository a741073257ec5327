"""`ptman demo`: the whole main job on sample data, from five workbooks to letters, with a summary."""

import argparse
import shutil
import time
from datetime import date
from pathlib import Path

from ptman import db, settings
from ptman.assign import store as assign
from ptman.assign.draft import AssignDraft
from ptman.commands import assigning, demo_aspects, exporting, importing, lettering, office
from ptman.commands.report import Report, Status
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.export import options, workbook
from ptman.intake import store as intake
from ptman.labels import Label, Lang
from ptman.letters import store as letters
from ptman.register import lists
from ptman.samples import workbooks

OFFICE = "demo.ptman"
MARK = ".ptman-demo"
COHORT_LISTS = ("students", "double-supervisors", "placements", "supervisors", "bases")


def run(args: argparse.Namespace, lang: Lang) -> Report:
    folder, today = Path(args.folder), office.today()
    _clear(folder)
    begun = time.perf_counter()
    sample = workbooks.write(folder / "workbooks", today, students=args.students, seed=args.seed)
    lines = [Label(f"样例工作簿 {len(sample.paths)} 个", f"{len(sample.paths)} sample workbooks")]
    with db.Database.create(folder / OFFICE, who=settings.who()) as opened:
        lines += [_import(opened, path, folder, today) for path in _in_order(sample)]
        cohort = opened.read(lists.cohorts)[0]
        plan = opened.read(assign.draft, cohort, today)
        opened.write(assign.keep, plan, _taken(plan, args.leave), today)
        lines += [assigning.summary(plan), *_vacancies(plan)]
        lines += _letters(opened, folder, cohort, today)
        lines += demo_aspects.fill(opened, today)
        lines.append(_export(opened, folder, (cohort, today, lang)))
    settings.remember(folder / OFFICE)
    seconds = time.perf_counter() - begun
    lines.append(
        Label(
            f"用时 {seconds:.1f} 秒。结果在 {folder.absolute()}",
            f"{seconds:.1f} s. The results are in {folder.absolute()}",
        )
    )
    status = Status.PARTLY if plan.vacancies else Status.DONE
    return Report(tuple(lines), {"folder": str(folder), "seconds": seconds}, status)


def _clear(folder: Path) -> None:
    """Only a folder that an earlier demo filled is emptied; anything else in the way is refused."""
    if (folder / MARK).exists():
        shutil.rmtree(folder)
    elif folder.exists() and any(folder.iterdir()):
        raise PtmanError(
            "folder-in-use",
            f"{folder} 不是空文件夹，也不是以前的演示。请另选一个文件夹。",
            f"{folder} is neither empty nor an earlier demo. Choose another folder.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).touch()


def _in_order(sample: workbooks.Sample) -> tuple[Path, ...]:
    """Those that others name come first."""
    return (sample.bases, sample.academics, sample.industry, sample.students, sample.preferences)


def _import(opened: db.Database, path: Path, folder: Path, today: date) -> Label:
    book, parts = intake.read(path)
    drawn = opened.read(intake.compare, book, parts, today)
    kept = importing.keep(opened, drawn)
    refused = drawn.draft.counts()[Fate.REFUSED]
    if drawn.complaints:
        copy = folder / "returned" / path.name
        copy.parent.mkdir(exist_ok=True)
        intake.annotated(path, copy, drawn)
    return Label(
        f"导入 {path.name}：保留 {kept} 行，退回 {refused} 行",
        f"Import {path.name}: {kept} rows kept, {refused} sent back",
    )


def _taken(plan: AssignDraft, leave: int) -> frozenset[str]:
    """Everything, but for the last `leave` students, whom a visitor may pair."""
    waiting = sorted(plan.situation.students, key=lambda one: one.number)[len(plan.situation.students) - leave :]
    ids = {one.id for one in waiting} if leave else set()
    return frozenset(one.key for one in plan.proposals if one.student not in ids) & plan.draft.keepable()


def _vacancies(plan: AssignDraft) -> list[Label]:
    return [
        Label(
            f"  空缺 {one.student} {one.name}：{one.missing.label.zh}，{one.reason.zh}",
            f"  vacancy {one.student} {one.name}: {one.missing.label.en}, {one.reason.en}",
        )
        for one in plan.vacancies[:8]
    ]


def _letters(opened: db.Database, folder: Path, cohort: int, today: date) -> list[Label]:
    plan = opened.read(letters.draft, cohort, today)
    issued = opened.write(letters.issue, plan, None, today)
    live = lettering.standing(opened, cohort, today)
    sheets = opened.read(letters.issued, [one.id for one in live])
    lettering.save(sheets, folder / "letters", str(folder / "letters.pdf"))
    return [Label(f"派遣函 {len(issued)} 份，合订于 letters.pdf", f"{len(issued)} letters, all of them in letters.pdf")]


def _export(opened: db.Database, folder: Path, about: tuple[int, date, Lang]) -> Label:
    cohort, today, lang = about
    target = folder / "rosters"
    target.mkdir()
    for name in COHORT_LISTS:
        listing = opened.read(lists.named, name, today, cohort)
        how = options.Options(today, options.Headers(lang.value), exporting.scope(cohort))
        workbook.write([listing], target / f"{listing.title.text(lang)}.xlsx", how)
    return Label(f"名册 {len(COHORT_LISTS)} 份", f"{len(COHORT_LISTS)} rosters")
