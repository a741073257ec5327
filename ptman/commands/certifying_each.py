"""Certificates by the command line: what would be issued, and with --keep the documents in a folder."""

import argparse
from pathlib import Path

from ptman import db
from ptman.commands import lettering, office
from ptman.commands.report import Report, Status
from ptman.labels import Label, Lang, same
from ptman.letters import each, store
from ptman.letters.each import Each


def certified(opened: db.Database, drawn: Each, args: argparse.Namespace, lang: Lang) -> Report:
    """Issued where `args.keep`; the documents are written into `args.target`, else where one stands."""
    lines: list[Label] = [drawn.told()]
    paths: tuple[Path, ...] = ()
    made = opened.write(each.issue, drawn, office.today()) if args.keep else ()
    if made:
        paths = lettering.save(opened.read(store.issued, [one.id for one in made]), Path(args.target or "."))
        lines += [Label(f"已签发 {len(made)} 份，可以撤销。", f"{len(made)} issued; can be undone.")]
        lines += [same(str(path)) for path in paths]
    data = {
        "issued": [one.doc_no for one in made],
        "drafted": len(drawn.plans),
        "standing": drawn.standing,
        "refused": {one.name: [why.text(lang) for why in one.why] for one in drawn.refused},
        "files": [str(path) for path in paths],
    }
    return Report(tuple(lines), data, Status.PARTLY if drawn.refused else Status.DONE)
