"""`ptman verify`: is a letter, or the code on it, the office's own; by its register, or its public key alone."""

import argparse
from pathlib import Path

from ptman import files, signing
from ptman.commands import office
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.labels import Label, Lang
from ptman.letters import verifying
from ptman.letters.verifying import Finding, Verdict

_ENDINGS = {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"}
_STATUS = {Verdict.GENUINE: Status.DONE, Verdict.SUPERSEDED: Status.PARTLY, Verdict.VOID: Status.PARTLY}


def run(args: argparse.Namespace, lang: Lang) -> Report:
    if args.export:
        return _export(args)
    if not args.what:
        raise PtmanError(
            "nothing-to-verify",
            "请给出 PDF、照片或核验码的文字，或用 --export 导出公钥。",
            "Name a PDF or a picture, or give the text of a code, or export the public key with --export.",
        )
    found = _by_key(args) if args.key else _by_register(args)
    worst = max(found, key=lambda one: _status(one.verdict))
    data = {"verdict": worst.verdict.value, "number": worst.doc_no, "superseded_by": worst.superseded_by}
    data |= {"text": worst.said().text(lang)}
    every = [{"verdict": one.verdict.value, "number": one.doc_no} for one in found]
    return Report(tuple(one.said() for one in found), data | {"found": every}, _status(worst.verdict))


def _status(verdict: Verdict) -> Status:
    return _STATUS.get(verdict, Status.NOTHING)


def _content(what: str) -> bytes | None:
    """The bytes of a PDF or a picture; None where the words are the text of a code."""
    path = Path(what)
    return path.read_bytes() if path.suffix.lower() in _ENDINGS and path.is_file() else None


def _by_key(args: argparse.Namespace) -> tuple[Finding, ...]:
    publics = [signing.from_pem(Path(args.key).read_bytes())]
    content = _content(args.what)
    said = (args.what,) if content is None else verifying.codes_of(content)
    return tuple(verifying.by_key(one, publics) for one in said) or (Finding(Verdict.NOT_OURS),)


def _by_register(args: argparse.Namespace) -> tuple[Finding, ...]:
    content = _content(args.what)
    with office.opened(args, look=True) as opened:
        if content is None:
            return (opened.read(verifying.text, args.what),)
        return opened.read(verifying.file, content)


def _export(args: argparse.Namespace) -> Report:
    with office.opened(args, look=True) as opened:
        public = opened.read(signing.public)
    files.write_atomically(Path(args.export), signing.pem(public))
    return Report((Label(f"公钥已存为 {args.export}", f"Public key saved as {args.export}"),), {"file": args.export})
