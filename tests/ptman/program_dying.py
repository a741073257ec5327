"""Does one piece of work again and again in children that are killed at a given point of it."""

import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Engine, event

from ptman import db, schema
from ptman.intake import store
from ptman.intake.draft import IntakeDraft
from ptman.letters import abreast
from ptman.letters import store as letters

Point = Callable[..., None]
Work = Callable[[Point], object]
TODAY = date(2026, 9, 10)


class Fuse:
    """Kills this process at a point, and by nothing milder than the system's own kill."""

    def __init__(self, at: int) -> None:
        self.at, self.passed = at, 0

    def __call__(self, *_: object) -> None:
        if self.passed == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        self.passed += 1


def creating(path: Path, _other: Path) -> Work:
    return lambda _point: schema.create(path)


def upgrading(path: Path, _other: Path) -> Work:
    return lambda _point: schema.prepare(path, datetime(2026, 9, 10, tzinfo=UTC))


def importing(path: Path, workbook: Path) -> Work:
    """The workbook is read and compared once; each child keeps the draft in the file as it is then."""
    read, parts = store.read(workbook)
    with db.Database(path, who="导入", look=True) as office:
        drawn = office.read(store.compare, read, parts, TODAY)
    return lambda point: _keep(path, drawn, point)


def _keep(path: Path, drawn: IntakeDraft, point: Point) -> None:
    with db.Database(path, who="导入") as office:
        office.write(store.keep, drawn, drawn.draft.preset(), lambda done, *_: point() if done % 500 == 0 else None)
        point()


def issuing(path: Path, _other: Path) -> Work:
    """Every letter that waits, as one batch; a point before each letter is set, and one after the commit."""
    return lambda point: _issue(path, point)


def _issue(path: Path, point: Point) -> None:
    with db.Database(path, who="发函") as office:
        plan = office.read(letters.draft, 2026, TODAY)
        office.write(letters.issue, plan, None, TODAY, lambda _done, _total: point())
        point()


def issuing_abreast(path: Path, other: Path) -> Work:
    """The same, set by processes of their own that outlive nobody."""
    abreast.ENOUGH = 1
    os.cpu_count = lambda: 2
    return issuing(path, other)


WORKS = {
    "creating": creating,
    "upgrading": upgrading,
    "importing": importing,
    "issuing": issuing,
    "issuing_abreast": issuing_abreast,
}


def child(work: Work, at: int, answer: int) -> None:
    fuse = Fuse(at)
    for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, moment, lambda *_: fuse())
    work(fuse)
    os.write(answer, str(fuse.passed).encode())


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(name: str, path: str, other: str) -> None:
    """For each number read, a child works and dies at that point (-1: never); answers how many it passed, or `died`."""
    work = WORKS[name](Path(path), Path(other))
    _say("ready")
    for line in sys.stdin:
        reading, writing = os.pipe()
        born = os.fork()
        if born == 0:
            child(work, int(line), writing)
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as answer:
            _say(answer.read() or "died")
        os.waitpid(born, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
