"""`ptman import`: draft a workbook, keep the good rows, send the bad ones back."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ptman import db
from ptman.commands import office
from ptman.commands.report import Report, Status, draft_lines
from ptman.drafts import BESIDE, Fate
from ptman.intake import columns, kinds, layouts, places, reading, store
from ptman.intake.draft import IntakeDraft, Part
from ptman.intake.layouts import Meaning
from ptman.intake.sheet import Workbook
from ptman.labels import Label, Lang


def run(args: argparse.Namespace, lang: Lang) -> Report:
    source = Path(args.workbook)
    book = None if args.kind == "auto" else kinds.named(args.kind)
    workbook = reading.read(source)
    said = layouts.parsed(args.map, book)
    fresh = not args.keep and not (args.file and Path(args.file).exists())
    place = office.scratch() if fresh and args.file else office.opened(args, look=not args.keep, make=args.keep)
    with place as opened:
        parts = _understood(opened, workbook, said, args)
        drawn = opened.read(store.compare, workbook, parts, office.today(), args.sender)
        kept = keep(opened, drawn, theirs=args.theirs) if args.keep else None
    lines = [*draft_lines(drawn.draft, lang)]
    if kept is not None:
        lines.append(Label(f"已保留 {kept} 行。", f"Kept {kept} rows."))
    if args.report and drawn.complaints:
        store.annotated(source, Path(args.report), drawn)
        lines.append(Label(f"批注副本：{args.report}", f"Annotated copy: {args.report}"))
    return Report(tuple(lines), data(drawn, lang), Status.PARTLY if drawn.complaints else Status.DONE)


def _understood(
    opened: db.Database, workbook: Workbook, said: Mapping[str, tuple[Meaning, ...]], args: argparse.Namespace
) -> list[Part]:
    """The sheets with what was said of their headers, now or before; with --keep the source is remembered by it."""
    book = None if args.kind == "auto" else kinds.named(args.kind)
    source = store.source_of(workbook, args.sender)
    meanings = {kind: dict(known) for kind, known in opened.read(columns.meanings, source).items()}
    for kind, words in said.items():
        meanings.setdefault(kind, {}).update((one.key, one.slot) for one in words if one.slot is not None)
    parts = store.recognised(workbook, book, meanings)
    layouts.refuse_strangers(parts, said)
    for kind in {part.book for part in parts} & said.keys() if args.keep else ():
        opened.write(columns.say, kind, source, said[kind])
    return parts


def keep(opened: db.Database, drawn: IntakeDraft, *, theirs: bool = False) -> int:
    """Back up, then keep all that needs no person's eye; with `theirs` also the file's side of every conflict."""
    conflicts = {item.key for item in drawn.draft.items if item.fate is Fate.CONFLICT}
    taken = drawn.draft.preset() | (conflicts if theirs else set())
    if taken:
        opened.back_up("import")
        opened.write(store.keep, drawn, taken)
    return len(taken)


def data(drawn: IntakeDraft, lang: Lang) -> Mapping[str, Any]:
    counts = drawn.draft.counts()
    complaints = [
        {
            "sheet": one.sheet,
            "row": one.row,
            "column": places.column_letters(one.column) if one.column else "",
            "value": one.value,
            "code": one.code,
            "message": one.message.text(lang),
        }
        for one in drawn.complaints
    ]
    return {
        "kind": drawn.kind,
        "source": drawn.sender,
        "rows": sum(item.fate not in BESIDE for item in drawn.draft.items),
        "new": counts[Fate.NEW],
        "changed": counts[Fate.CHANGED],
        "unchanged": counts[Fate.UNCHANGED],
        "refused": counts[Fate.REFUSED],
        "doubtful": counts[Fate.DOUBTFUL],
        "conflicts": counts[Fate.CONFLICT],
        "kept_by_hand": counts[Fate.KEPT_BY_HAND],
        "missing": counts[Fate.MISSING],
        "complaints": complaints,
        "apart": list(_apart(drawn, lang)),
        "twins": [
            {"row": key, "like": twin.title, "because": twin.reason.text(lang)}
            for key, found in drawn.twins.items()
            for twin in found
        ],
    }


def _apart(drawn: IntakeDraft, lang: Lang) -> Iterator[Mapping[str, str]]:
    """The cells in which office and file differ and the office's value stands unless a person says otherwise."""
    for item in drawn.draft.items:
        if item.fate in {Fate.CONFLICT, Fate.KEPT_BY_HAND}:
            for one in item.differences:
                sides = {"field": one.field.text(lang), "office": one.old, "file": one.new}
                yield {"result": item.fate.value, "place": item.where, "title": item.title, **sides}
