"""Who has an office file open for writing: the system's own lock, so that a crash never leaves one behind."""

import contextlib
import json
import os
import platform
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from ptman import files
from ptman.errors import PtmanError

# Windows locks bytes against reading too: the byte that carries the lock lies far behind the note.
LOCKED_BYTE: Final = 1 << 30


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that may write."""

    who: str
    host: str
    since: str


class Lock:
    """Held from construction to `release`; raises `PtmanError` file-in-use, naming the holder."""

    def __init__(self, office: Path, *, who: str, now: datetime) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        try:
            self._file = os.open(_beside(office), flags, 0o600)
        except OSError as error:
            raise files.write_failure(error, office) from error
        if not _take(self._file):
            os.close(self._file)
            raise in_use(office)
        note = {"who": who, "host": platform.node(), "since": now.isoformat(timespec="minutes", sep=" ")}
        with contextlib.suppress(OSError):  # on a full disk the lock holds all the same
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, json.dumps(note).encode())

    def release(self) -> None:
        with contextlib.suppress(OSError):
            os.ftruncate(self._file, 0)
        _give_up(self._file)
        os.close(self._file)


def _beside(office: Path) -> Path:
    """One lock for one file, by whatever link it was opened."""
    real = office.resolve()
    return real.with_name(real.name + "-lock")


def holder(office: Path) -> Holder | None:
    """Who said they hold it; nothing where the note cannot be read."""
    try:
        note = json.loads(_beside(office).read_text(encoding="utf-8"))
        return Holder(note["who"], note["host"], note["since"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _take(file: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _give_up(file: int) -> None:
    """Elsewhere closing the file gives the lock up; Windows may take its time over that."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)


def in_use(office: Path) -> PtmanError:
    by = holder(office)
    zh = f"{by.who}（{by.host}）自 {by.since} 起" if by else "另一个程序"
    en = f"{by.who} on {by.host} has had {office.name} open since {by.since}" if by else f"{office.name} is in use"
    return PtmanError(
        "file-in-use",
        f"{zh}正在使用 {office.name}。可以查看，不能修改；对方关闭后再试。",
        f"{en}. You may look, not write; try again when it is closed there.",
    )
