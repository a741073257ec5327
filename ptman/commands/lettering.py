"""`ptman letters`: a cohort's placement letters as PDFs in a folder, and as one file."""

import argparse
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ptman import db, files
from ptman.commands import office
from ptman.commands.report import Report, Status, draft_lines
from ptman.drafts import Fate
from ptman.labels import Label, Lang, same
from ptman.letters import docx_issuing, in_hand, merge, papers, store
from ptman.letters.draft import LettersDraft
from ptman.letters.papers import Paper
from ptman.register import lists


def run(args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    with office.opened(args, look=not args.issue) as opened:
        plan = opened.read(store.draft, args.cohort, today)
        if args.issue and plan.draft.keepable():
            opened.write(in_hand.issue_letters, plan, None, today)
        live = standing(opened, args.cohort, today)
        sheets = opened.read(store.issued, [one.id for one in live])
        word = opened.read(docx_issuing.issued, [one.id for one in live])
    saved = save(sheets, Path(args.folder), args.merged)
    if word:
        docx_issuing.save(word, Path(args.folder))
    letters = [
        {"number": one.number, "host": one.host, "students": one.students, "file": str(path)}
        for one, path in zip(live, saved, strict=True)
    ]
    lines = [*_waiting(plan, lang, issued=args.issue)]
    lines += [same(f"{one['number']}  {one['host']}  {one['file']}") for one in letters]
    refused = plan.draft.counts()[Fate.REFUSED]
    return Report(tuple(lines), {"letters": letters}, Status.PARTLY if refused else Status.DONE)


def _waiting(plan: LettersDraft, lang: Lang, *, issued: bool) -> tuple[Label, ...]:
    """What could be issued, or after issuing what could not."""
    return () if issued and not plan.draft.counts()[Fate.REFUSED] else draft_lines(plan.draft, lang)


@dataclass(frozen=True, slots=True)
class Live:
    """A letter in force."""

    id: str
    number: str
    host: str
    students: int


def standing(opened: db.Database, cohort: int, today: date) -> list[Live]:
    """The letters in force of a cohort, by number."""
    listing = opened.read(lists.letters, today, cohort).tagged("issued")
    number, host, students = (listing.index(key) for key in ("doc_no", "addressee", "students"))
    live = [
        Live(row.id, str(row.cells[number]), str(row.cells[host]), int(str(row.cells[students])))
        for row in listing.rows
    ]
    return sorted(live, key=lambda one: (len(one.number), one.number))


def save(sheets: tuple[Paper, ...], folder: Path, merged: str | None = None) -> tuple[Path, ...]:
    """Each letter as a file of its own, and all of them as one where asked."""
    if not sheets:
        return ()
    folder.mkdir(parents=True, exist_ok=True)
    paths = papers.save(sheets, folder)
    if merged:
        files.write_atomically(Path(merged), merge.merge([sheet.pdf for sheet in sheets]))
    return paths
