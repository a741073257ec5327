"""Copies of an office file that can be trusted: made online, verified, hashed, rotated, and restored with care."""

import contextlib
import json
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from ptman import files, folders, pragmas
from ptman.errors import PtmanError

STAMP = "%Y%m%d-%H%M%S"
faults = pragmas.faults


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy, as its name says it: when (UTC) and why it was made."""

    path: Path
    at: datetime
    reason: str


# How many of each are kept: the last ones, and the newest of each day, week and month.
KEPT: tuple[tuple[int, Callable[[Backup], object]], ...] = (
    (10, lambda one: one.path),
    (7, lambda one: one.at.date()),
    (4, lambda one: one.at.isocalendar()[:2]),
    (12, lambda one: (one.at.year, one.at.month)),
)


def write(office: Path, target: Path) -> None:
    """A verified copy of the file as it stands, also while it is in use; the target appears whole or not at all."""
    _refuse_live(office, target)
    part = target.with_name(target.name + ".part")
    try:
        digest = _copied(office, part)
        # A copy without its checksum is still checked by its pages; beside a wrong one it would be refused.
        manifest(target).unlink(missing_ok=True)
        part.replace(target)
        note = json.dumps({"file": target.name, "sha256": digest})
        files.write_atomically(manifest(target), note.encode())
    except driver.DatabaseError as error:
        raise _full(error) or PtmanError(
            "backup-failed",
            f"备份未完成（{target.name}）：文件损坏或磁盘出错。原文件未作任何改动。",
            f"The backup {target.name} was not made: the file is damaged or the disk failed. Nothing was changed.",
        ) from error
    except OSError as error:
        raise files.write_failure(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            files.clear(part)


def _refuse_live(office: Path, target: Path) -> None:
    """A file that somebody has open must never be replaced under them, least of all the office itself."""
    if target.resolve() == office.resolve() or target.with_name(target.name + "-wal").exists():
        raise PtmanError(
            "backup-target",
            f"{target.name} 是正在使用的文件，不能被备份覆盖。请另选名称。",
            f"{target.name} is in use and cannot be overwritten by a backup. Choose another name.",
        )


def _copied(source: Path, part: Path) -> str:
    """Copy in one step (a stepwise backup never ends under a busy writer), check, flush; the SHA-256."""
    files.blank(part)
    origin = pragmas.connect(source, read_only=True)
    copy = driver.connect(str(part), isolation_level=None)
    try:
        copy.execute("PRAGMA trusted_schema=OFF")
        origin.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise driver.DatabaseError("the copy is damaged")
    finally:
        copy.close()
        origin.close()
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    return files.sha256(part)


def automatic(office: Path, reason: str, now: datetime) -> Backup:
    """A copy beside the file, named by the time (UTC) and the reason; older ones are thinned out."""
    try:
        folder = folders.backups(office)
        for left in folder.glob("*.part"):  # of a copy that was cut off
            files.clear(left)
    except OSError as error:
        raise files.write_failure(error, office) from error
    made = Backup(files.free(folder / f"{office.stem}-{now.strftime(STAMP)}-{reason}.ptman"), now, reason)
    write(office, made.path)
    with contextlib.suppress(OSError):  # the copy is made; what cannot be thinned out today goes next time
        for old in surplus(listed(office)):
            old.path.unlink(missing_ok=True)
            manifest(old.path).unlink(missing_ok=True)
    return made


def listed(office: Path) -> tuple[Backup, ...]:
    """The automatic copies, newest first; files of other names are left alone."""
    named = re.compile(re.escape(office.stem) + r"-([0-9]{8}-[0-9]{6})-(\w+)(\.[0-9]+)?\.ptman")
    found = []
    for path in folders.backups(office).iterdir():
        if match := named.fullmatch(path.name):
            with contextlib.suppress(ValueError):  # digits that are no day
                found.append(Backup(path, datetime.strptime(f"{match[1]}+0000", f"{STAMP}%z"), match[2]))
    return tuple(sorted(found, key=_age, reverse=True))


def _age(one: Backup) -> tuple[datetime, int, str]:
    return one.at, len(one.path.name), one.path.name


def surplus(copies: Iterable[Backup]) -> tuple[Backup, ...]:
    """Those that no rule keeps. Pure."""
    newest_first = sorted(copies, key=_age, reverse=True)
    kept: set[Path] = set()
    for count, bucket in KEPT:
        first: dict[object, Backup] = {}
        for one in newest_first:
            first.setdefault(bucket(one), one)
        kept |= {one.path for one in list(first.values())[:count]}
    return tuple(one for one in newest_first if one.path not in kept)


def restore(office: Path, source: Path, now: datetime) -> Path | None:
    """Put a copy in the file's place; the replaced file is kept and its path returned. Nobody may have it open."""
    office = office.resolve()
    verify(source)
    part = office.with_name(office.name + ".restoring")
    try:
        _copied(source, part)
        replaced = _set_aside(office, now)
        part.replace(office)
        files.settle(office.parent)
    except driver.DatabaseError as error:
        raise _full(error) or _untrusted(source, "已损坏或磁盘出错", "is damaged or the disk failed") from error
    except OSError as error:
        raise files.write_failure(error, office) from error
    finally:
        with contextlib.suppress(OSError):
            files.clear(part)
    return replaced


def _set_aside(office: Path, now: datetime) -> Path | None:
    """Keep the file under another name. A log that cannot be folded moves with it: left behind it would corrupt."""
    kept = files.free(office.with_name(f"{office.stem}-replaced-{now.strftime(STAMP)}.ptman"))
    with contextlib.suppress(PtmanError):  # a damaged file is kept as it is
        pragmas.fold(office)
    live = [suffix for suffix in files.DATABASE if office.with_name(office.name + suffix).exists()]
    if live == [""]:
        with contextlib.suppress(OSError):  # where the disk knows no second names, it is moved
            kept.hardlink_to(office)
            return kept
    for suffix in live:
        office.with_name(office.name + suffix).replace(kept.with_name(kept.name + suffix))
    return kept if live else None


def verify(source: Path) -> None:
    """The copy is what was written then: its hash where a manifest stands beside it, its maker, nothing foreign."""
    note = manifest(source)
    try:
        if note.exists() and _noted(note) != files.sha256(source):
            raise _untrusted(source, "与校验和不符", "does not match its checksum")
        pragmas.revision(source)
        if pragmas.foreign_parts(source):
            raise _untrusted(source, "含有 ptman 不会建立的部分", "holds parts that ptman never makes")
    except OSError as error:
        raise files.read_failure(error, source) from error


def _noted(note: Path) -> str | None:
    try:
        return str(json.loads(note.read_text(encoding="utf-8"))["sha256"])
    except (ValueError, TypeError, KeyError):
        return None


def _full(error: Exception) -> PtmanError | None:
    return known if (known := pragmas.known(error)) and known.code == "disk-full" else None


def _untrusted(source: Path, zh: str, en: str) -> PtmanError:
    return PtmanError("backup-untrusted", f"{source.name} {zh}，未恢复。", f"{source.name} {en}. Nothing was restored.")


def manifest(target: Path) -> Path:
    return target.with_name(target.name + ".json")
