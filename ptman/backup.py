"""Copies of an office file that can be trusted: made online, verified, hashed, rotated, and restored with care."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from ptman import folders, pragmas
from ptman.errors import PtmanError

STAMP = "%Y%m%d-%H%M%S"
# How many of each are kept: the last ones, and the newest of each day, week and month.
KEPT: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (10, lambda at: at),
    (7, lambda at: at.date()),
    (4, lambda at: at.isocalendar()[:2]),
    (12, lambda at: (at.year, at.month)),
)


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy, as its name says it: when and why it was made."""

    path: Path
    at: datetime
    reason: str


def write(office: Path, target: Path) -> None:
    """A verified copy of the file as it stands, also while it is in use; the target appears whole or not at all."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        _copied(office, part)
        digest = _sha256(part)
        part.replace(target)
    except driver.DatabaseError as error:
        raise PtmanError(
            "backup-failed",
            f"备份未完成（{target.name}）：文件损坏或磁盘已满。原文件未作任何改动。",
            f"The backup {target.name} was not made: the file is damaged or the disk is full. Nothing was changed.",
        ) from error
    finally:
        part.unlink(missing_ok=True)
    manifest(target).write_text(json.dumps({"file": target.name, "sha256": digest}), encoding="utf-8")
    _settle(target.parent)


def _copied(office: Path, part: Path) -> None:
    """One step (`pages=-1`): a stepwise backup never ends under a busy writer."""
    source = pragmas.connect(office, read_only=True)
    copy = driver.connect(str(part), isolation_level=None)
    try:
        source.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise driver.DatabaseError("the copy is damaged")
    finally:
        copy.close()
        source.close()
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def automatic(office: Path, reason: str, now: datetime) -> Backup:
    """A copy beside the file, named by the time (UTC) and the reason; older ones are thinned out."""
    name = f"{office.stem}-{now.strftime(STAMP)}-{reason}.ptman"
    made = Backup(folders.backups(office) / name, now, reason)
    write(office, made.path)
    for old in surplus(listed(office)):
        old.path.unlink(missing_ok=True)
        manifest(old.path).unlink(missing_ok=True)
    return made


def listed(office: Path) -> tuple[Backup, ...]:
    """The automatic copies, newest first."""
    found = []
    for path in folders.backups(office).glob(f"{office.stem}-*.ptman"):
        day, time, reason = path.stem.removeprefix(f"{office.stem}-").split("-", 2)
        found.append(Backup(path, datetime.strptime(f"{day}-{time}+0000", f"{STAMP}%z"), reason))
    return tuple(sorted(found, key=lambda one: (one.at, one.path.name), reverse=True))


def surplus(copies: Iterable[Backup]) -> tuple[Backup, ...]:
    """Those that no rule keeps. Pure."""
    newest_first = sorted(copies, key=lambda one: one.at, reverse=True)
    kept: set[Path] = set()
    for count, bucket in KEPT:
        first: dict[object, Backup] = {}
        for one in newest_first:
            first.setdefault(bucket(one.at), one)
        kept |= {one.path for one in list(first.values())[:count]}
    return tuple(one for one in newest_first if one.path not in kept)


def restore(office: Path, source: Path, now: datetime) -> Path | None:
    """Put a copy in the file's place; the replaced file is kept and its path returned. Nobody may have it open."""
    verify(source)
    _refuse_foreign_parts(source)
    part = office.with_name(office.name + ".restoring")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    _copied(source, part)
    replaced = None
    if office.exists():
        replaced = office.with_name(f"{office.stem}-replaced-{now.strftime(STAMP)}.ptman")
        # An old write-ahead log beside a restored file would corrupt it: it moves with the file it belongs to.
        for suffix in ("", "-wal", "-shm"):
            live = office.with_name(office.name + suffix)
            if live.exists():
                live.replace(replaced.with_name(replaced.name + suffix))
    part.replace(office)
    _settle(office.parent)
    return replaced


def verify(source: Path) -> None:
    """The copy is what was written then: its hash where a manifest stands beside it, its pages, its maker."""
    if not source.exists():
        raise PtmanError("file-gone", f"找不到 {source.name}。", f"{source.name} is not there.")
    note = manifest(source)
    if note.exists() and json.loads(note.read_text(encoding="utf-8"))["sha256"] != _sha256(source):
        raise _untrusted(source, "与校验和不符", "does not match its checksum")
    if pragmas.application_id(source) != pragmas.APPLICATION_ID:
        raise _untrusted(source, "不是 ptman 文件", "is not an office file of ptman")


def _refuse_foreign_parts(source: Path) -> None:
    """A file from outside may carry triggers or views that ptman never makes."""
    connection = pragmas.connect(source, read_only=True)
    try:
        extra = connection.execute("SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone()
    finally:
        connection.close()
    if extra[0]:
        raise _untrusted(source, "含有 ptman 不会建立的部分", "holds parts that ptman never makes")


def _untrusted(source: Path, zh: str, en: str) -> PtmanError:
    return PtmanError("backup-untrusted", f"{source.name} {zh}，未恢复。", f"{source.name} {en}. Nothing was restored.")


def manifest(target: Path) -> Path:
    return target.with_name(target.name + ".json")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _settle(folder: Path) -> None:
    """Make a rename last through a power cut, where the system lets folders be flushed."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)


def faults(office: Path) -> list[str]:
    """What SQLite finds wrong with the pages and references of a file; empty when it is sound."""
    connection: Any = pragmas.connect(office, read_only=True)
    try:
        pages = [row[0] for row in connection.execute("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
        return pages + [f"{row[0]} → {row[2]}" for row in connection.execute("PRAGMA foreign_key_check").fetchall()]
    finally:
        connection.close()
