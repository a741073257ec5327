"""`ptman attach`: keeps files with a record, lists them, writes them out."""

import argparse
from pathlib import Path

from ptman import db, files
from ptman.commands import meant, office
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.labels import Label, Lang, same
from ptman.models.core import nouns
from ptman.register import attachments
from ptman.register.attachments import Attached


def run(args: argparse.Namespace, _lang: Lang) -> Report:
    if args.noun not in nouns():
        known = ", ".join(nouns())
        raise PtmanError("no-noun", f"没有“{args.noun}”这种记录。可用：{known}", f"No kind {args.noun}. Use: {known}")
    with office.opened(args, look=not args.files) as opened:
        record = meant.record(opened, args.noun, args.record)
        if args.files:
            return _keep(opened, (args.noun, record), args)
        found = opened.read(attachments.listed, args.noun, record)
        if args.save:
            return _save(opened, found, Path(args.save))
    return _listed(found)


def _keep(opened: db.Database, to: tuple[str, str], args: argparse.Namespace) -> Report:
    today = office.today()
    most = opened.read(attachments.limit, today)
    lines: list[Label] = []
    kept: list[str] = []
    for name in args.files:
        try:
            opened.write(attachments.attach, to, attachments.look(Path(name), most), today, args.note)
        except PtmanError as error:
            lines.append(error.sentence)
            continue
        kept.append(name)
        lines.append(Label(f"已添加 {Path(name).name}", f"Attached {Path(name).name}"))
    status = Status.DONE if len(kept) == len(args.files) else Status.PARTLY if kept else Status.NOTHING
    return Report(tuple(lines), {"attached": kept}, status)


def _save(opened: db.Database, found: tuple[Attached, ...], folder: Path) -> Report:
    written = []
    for one in found:
        target = files.free(folder / Path(one.name).name)
        files.write_atomically(target, opened.read(attachments.content, one.ref.id))
        written.append(str(target))
    return Report(tuple(same(path) for path in written), {"written": written})


def _listed(found: tuple[Attached, ...]) -> Report:
    lines = [same(f"{one.day}  {one.by}  {one.name}  ({attachments.said(one.size).en})") for one in found]
    rows = [{"name": one.name, "size": one.size, "media": one.media, "added_on": one.day.isoformat()} for one in found]
    return Report(tuple(lines) or (Label("没有附件。", "No attachments."),), {"attachments": rows})
