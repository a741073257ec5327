"""`ptman verify`: is a letter, or the code on it, the office's own; by its register, or its public key alone."""

import argparse
from pathlib import Path

from ptman import files
from ptman.commands import office
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.labels import Label, Lang
from ptman.letters import keys, verifying
from ptman.letters.verifying import Verdict

_STATUS = {Verdict.GENUINE: Status.DONE, Verdict.SUPERSEDED: Status.PARTLY, Verdict.VOID: Status.PARTLY}


def run(args: argparse.Namespace, lang: Lang) -> Report:
    if args.export:
        return _export(args)
    if not args.what:
        raise PtmanError(
            "nothing-to-verify",
            "请给出 PDF 文件或核验码的文字，或用 --export 导出公钥。",
            "Name a PDF or give the text of a code, or export the public key with --export.",
        )
    path = Path(args.what)
    content = path.read_bytes() if path.suffix.lower() == ".pdf" and path.is_file() else None
    if args.key:
        said = args.what if content is None else verifying.code_of(content)
        found = verifying.by_key(said, [keys.from_pem(Path(args.key).read_bytes())])
    else:
        with office.opened(args, look=True) as opened:
            found = opened.read(verifying.text, args.what) if content is None else opened.read(verifying.pdf, content)
    data = {"verdict": found.verdict.value, "number": found.doc_no, "superseded_by": found.superseded_by}
    status = _STATUS.get(found.verdict, Status.NOTHING)
    return Report((found.said(),), data | {"text": found.said().text(lang)}, status)


def _export(args: argparse.Namespace) -> Report:
    with office.opened(args, look=True) as opened:
        public = opened.read(keys.public)
    files.write_atomically(Path(args.export), keys.pem(public))
    return Report((Label(f"公钥已存为 {args.export}", f"Public key saved as {args.export}"),), {"file": args.export})
