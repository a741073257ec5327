"""The command line: words in, a report out; the window where no command is given."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ptman import settings
from ptman.commands import arguments
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.labels import Lang


def run(words: Sequence[str]) -> int:
    """Do what the words ask; the exit status: 0 done, 1 done in part, 2 nothing done."""
    _speak_utf8()
    args = arguments.parser().parse_args(words)
    lang = Lang(args.lang) if args.lang else settings.lang()
    try:
        if args.command is None:
            return _window(args)
        report = _command(args.run)(args, lang)
    except PtmanError as error:
        sys.stderr.write(error.text(lang) + "\n")
        return Status.NOTHING
    except KeyboardInterrupt:
        sys.stderr.write(
            {Lang.ZH: "已中断，未完成的部分没有保留。", Lang.EN: "Stopped; nothing half done was kept."}[lang] + "\n"
        )
        return Status.NOTHING
    try:
        _tell(report, lang, as_json=getattr(args, "json", False))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has gone: what was to be done is done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return report.status


def _speak_utf8() -> None:
    """Chinese reaches the terminal whatever its code page is said to be."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _command(name: str) -> Callable[[argparse.Namespace, Lang], Report]:
    """`module:function` of `ptman.commands`, imported only when it is asked for."""
    import importlib

    module, _, function = name.partition(":")
    found: Callable[[argparse.Namespace, Lang], Report] = getattr(
        importlib.import_module(f"ptman.commands.{module}"), function
    )
    return found


def _window(args: argparse.Namespace) -> int:
    """Start the window in this process's place: the core itself knows no Qt."""
    from importlib.util import find_spec

    if find_spec("PySide6") is None:
        raise PtmanError(
            "no-window",
            "没有安装窗口部分（PySide6）。命令行仍可使用：ptman --help。",
            "The window (PySide6) is not installed. The command line works: ptman --help.",
        )
    more = ["--file", str(Path(args.file).absolute())] if args.file else []
    more += ["--lang", args.lang] if args.lang else []
    return os.spawnv(os.P_WAIT, sys.executable, [sys.executable, "-m", "ui", *more])  # noqa: S606 our own window


def _tell(report: Report, lang: Lang, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(report.data, ensure_ascii=False) + "\n")
        return
    for line in report.lines:
        sys.stdout.write(line.text(lang) + "\n")
