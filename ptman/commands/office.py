"""Opens the office file that a command works on."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from ptman import db, settings
from ptman.errors import PtmanError


def path_of(args: argparse.Namespace) -> Path:
    """The file named by --file, else the one opened last."""
    if args.file:
        return Path(args.file)
    recent = settings.recent()
    if not recent:
        raise PtmanError(
            "no-file", "请用 --file 指定办公文件（*.ptman）。", "Name the office file (*.ptman) with --file."
        )
    return recent[0]


@contextmanager
def opened(args: argparse.Namespace, *, look: bool = False, make: bool = False) -> Iterator[db.Database]:
    """The office; `make` creates a missing file, `look` opens beside a program that is writing."""
    path = path_of(args)
    if make and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        office = db.Database.create(path, who=settings.who())
    else:
        office = db.Database(path, who=settings.who(), look=look)
    settings.remember(path)
    try:
        yield office
    finally:
        failed = office.close()
        if failed is not None:
            sys.stderr.write(failed.text(settings.lang()) + "\n")


@contextmanager
def scratch() -> Iterator[db.Database]:
    """An empty office that is gone afterwards, to draft against where none exists yet."""
    with tempfile.TemporaryDirectory() as folder, db.Database.create(Path(folder) / "scratch.ptman", who="") as office:
        yield office


def today() -> date:
    """The day of the office, by the local clock."""
    return db.utc_now().astimezone().date()
