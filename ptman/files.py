"""Writes a file whole or not at all, and says in plain words why a file could not be read or written."""

import contextlib
import errno
import hashlib
import itertools
import os
import secrets
import sys
from pathlib import Path

from ptman.errors import PtmanError

# A database is its file and the logs beside it.
DATABASE = ("", "-wal", "-shm", "-journal")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
# Windows says that another program holds the file (sharing and lock violation).
_HELD = {32, 33}


def write_atomically(path: Path, content: bytes) -> None:
    """Put `content` at `path`, readable by its owner only; whatever fails, the old file stays whole.

    Raises PtmanError: disk-full, no-permission, file-locked, folder-gone, write-failed.
    """
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _write_through(part, content)
        part.replace(path)
        settle(path.parent)
    except OSError as error:
        raise write_failure(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def blank(path: Path) -> None:
    """An empty file for a new database, which its owner alone may read."""
    clear(path)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def clear(path: Path) -> None:
    """Remove a half-made database with the logs beside it, where there is one."""
    for suffix in DATABASE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def free(path: Path) -> Path:
    """The path itself, or where a file is there already, the next name after it."""
    names = (path if n == 1 else path.with_name(f"{path.stem}.{n}{path.suffix}") for n in itertools.count(1))
    return next(name for name in names if not name.exists())


def sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _write_through(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def settle(folder: Path) -> None:
    """Make the new name itself last; Windows does that on its own and cannot open folders."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_failure(error: OSError, path: Path) -> PtmanError:
    """Why nothing could be written at `path`; an older file there is unchanged."""
    name = path.name
    if error.errno in _FULL:
        return PtmanError(
            "disk-full",
            f"磁盘已满，“{name}”没有写入，原有文件未变。请腾出空间后重试。",
            f"The disk is full. {name} was not written and an older file is unchanged. Free some space and try again.",
        )
    if _is_held(error) or (error.errno in _FORBIDDEN and sys.platform == "win32" and path.exists()):
        return file_locked(name)
    if error.errno in _FORBIDDEN:
        return PtmanError(
            "no-permission",
            f"没有在“{path.parent}”中写入的权限，“{name}”没有写入。请另选一个文件夹。",
            f"You may not write in {path.parent}. {name} was not written. Choose another folder.",
        )
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return PtmanError(
            "folder-gone",
            f"文件夹“{path.parent}”不存在，“{name}”没有写入。请另选一个文件夹。",
            f"The folder {path.parent} does not exist. {name} was not written. Choose another folder.",
        )
    return PtmanError(
        "write-failed",
        f"“{name}”没有写入，原有文件未变（系统报告：{error.strerror}）。请重试或另选位置。",
        f"{name} was not written and an older file is unchanged ({error.strerror}). Try again or choose another place.",
    )


def read_failure(error: OSError, path: Path) -> PtmanError:
    """Why `path` could not be read; nothing was changed."""
    name = path.name
    if _is_held(error):
        return file_locked(name)
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return PtmanError(
            "file-gone",
            f"找不到“{name}”，它可能已被移动、改名或删除。请重新选择文件。",
            f"{name} is not there any more; it may have been moved, renamed or deleted. Choose the file again.",
        )
    if error.errno in _FORBIDDEN:
        return PtmanError(
            "no-permission",
            f"没有读取“{name}”的权限。请向文件的所有者要求权限，或复制一份到自己的文件夹。",
            f"You may not read {name}. Ask its owner for access, or for a copy in a folder of your own.",
        )
    return PtmanError(
        "read-failed",
        f"“{name}”无法读取（系统报告：{error.strerror}），没有改动任何内容。请检查磁盘或网络后重试。",
        f"{name} could not be read ({error.strerror}); nothing was changed. Check the disk or network and try again.",
    )


def file_locked(name: str) -> PtmanError:
    return PtmanError(
        "file-locked",
        f"“{name}”正被 Excel 或其他程序打开。请关闭后重试。",
        f"{name} is open in Excel or another program. Close it and try again.",
    )


def _is_held(error: OSError) -> bool:
    return getattr(error, "winerror", None) in _HELD or error.errno in {errno.EBUSY, errno.ETXTBSY}
