"""A file is written whole or not at all, and every failure of the disk has its sentence."""

import errno
import os
import sys
from pathlib import Path

import pytest

from ptman import files
from ptman.errors import PtmanError
from ptman.labels import Lang


def test_a_file_is_new_or_replaced_and_private(tmp_path: Path) -> None:
    path = tmp_path / "名册.xlsx"
    for content in (b"first", b"", b"third" * 100_000):
        files.write_atomically(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PtmanError) as caught:
        files.write_atomically(tmp_path / "gone" / "a.xlsx", b"x")
    assert caught.value.code == "folder-gone"


def test_a_name_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(PtmanError) as caught:
        files.write_atomically(tmp_path / ("x" * 300), b"x")
    assert caught.value.code == "write-failed"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    full = tmp_path / "full.xlsx"
    full.symlink_to("/dev/full")
    with full.open("wb", buffering=0) as stream, pytest.raises(OSError, match="space") as caught:
        stream.write(b"x")
    assert files.write_failure(caught.value, full).code == "disk-full"


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX limits on file sizes")
def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    import resource
    import signal

    path = tmp_path / "a.xlsx"
    files.write_atomically(path, b"older")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(PtmanError) as caught:
            files.write_atomically(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert caught.value.code == "disk-full"
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "written", "read"),
    [
        (errno.ENOSPC, "disk-full", "read-failed"),
        (errno.EACCES, "no-permission", "no-permission"),
        (errno.EROFS, "no-permission", "no-permission"),
        (errno.EBUSY, "file-locked", "file-locked"),
        (errno.ENOENT, "folder-gone", "file-gone"),
        (errno.EIO, "write-failed", "read-failed"),
    ],
)
def test_each_error_of_the_system_has_a_sentence(number: int, written: str, read: str) -> None:
    error = OSError(number, os.strerror(number))
    path = Path("folder/名册.xlsx")
    assert files.write_failure(error, path).code == written
    failure = files.read_failure(error, path)
    assert failure.code == read
    assert all("名册.xlsx" in failure.text(lang) for lang in Lang)


def test_windows_says_that_another_program_holds_the_file() -> None:
    class HeldError(OSError):
        winerror = 32

    assert files.read_failure(HeldError(errno.EACCES, "in use"), Path("a.xlsx")).code == "file-locked"
