"""Who has an office file open for writing: the system's own lock, so that a crash never leaves one behind."""

import json
import os
import platform
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from ptman.errors import PtmanError


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that may write."""

    who: str
    host: str
    since: str


class Lock:
    """Held from construction to `release`; raises `PtmanError` file-in-use, naming the holder."""

    def __init__(self, office: Path, *, who: str, now: datetime) -> None:
        self._path = office.with_name(office.name + "-lock")
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        self._file: IO[str] = os.fdopen(descriptor, "r+", encoding="utf-8")
        if not _take(self._file):
            self._file.close()
            raise in_use(office)
        self._file.truncate(0)
        note = {"who": who, "host": platform.node(), "since": now.isoformat(timespec="minutes", sep=" ")}
        # The first byte carries the system's lock; the note follows it.
        self._file.write(" " + json.dumps(note))
        self._file.flush()

    def release(self) -> None:
        self._file.seek(0)
        self._file.truncate(0)
        self._file.close()


def holder(office: Path) -> Holder | None:
    """Who said they hold it; nothing where the note cannot be read."""
    try:
        note = json.loads(office.with_name(office.name + "-lock").read_text(encoding="utf-8"))
        return Holder(note["who"], note["host"], note["since"])
    except (OSError, ValueError, KeyError):
        return None


def _take(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def in_use(office: Path) -> PtmanError:
    by = holder(office)
    zh = f"{by.who}（{by.host}）自 {by.since} 起" if by else "另一个程序"
    en = f"{by.who} on {by.host} has had {office.name} open since {by.since}" if by else f"{office.name} is in use"
    return PtmanError(
        "file-in-use",
        f"{zh}正在使用 {office.name}。可以查看，不能修改；对方关闭后再试。",
        f"{en}. You may look, not write; try again when it is closed there.",
    )
