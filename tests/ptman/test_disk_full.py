"""On a disk that is really full every step says so, nothing is half done, and work goes on when there is room."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ptman import backup, db
from ptman.errors import PtmanError
from tests.ptman import offices, program_full

NOW = datetime(2026, 9, 10, tzinfo=UTC)
MOUNT = 'mount -t tmpfs -o size="$1" none "$2" && exec "$3" -m tests.ptman.program_full "$2"'


def in_a_small_disk(folder: Path, size: str) -> dict[str, str]:
    """What the program says that works there; the disk is seen by it alone and gone with it."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("needs unshare (Linux)")
    inside = [unshare, "--user", "--map-root-user", "--mount", "sh", "-c"]
    allowed = subprocess.run(
        [*inside, 'mount -t tmpfs none "$0"', str(folder)], check=False, capture_output=True, timeout=60
    )
    if allowed.returncode != 0:
        pytest.skip("this machine lets nobody mount a disk of their own")
    done = subprocess.run(
        [*inside, MOUNT, "sh", size, str(folder), sys.executable],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        cwd=offices.ROOT,
        env={**os.environ, "PYTHONPATH": str(offices.ROOT)},
        timeout=60,
    )
    told: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_a_full_disk(tmp_path: Path) -> None:
    told = in_a_small_disk(tmp_path, "8m")
    steps = ("save", "create", "export", "backup", "over an older copy", "close", "restore")
    assert {step: told.pop(step) for step in steps} == dict.fromkeys(steps, "disk-full")
    assert told == {
        "contents as before": "True",
        "read": "done",
        "contents still": "True",
        "left over": "",
        "save with room": "done",
        "backup with room": "done",
        "journal": "()",
        "faults": "[]",
        "older copy": "done",
    }


@contextmanager
def short_files(most: int) -> Iterator[None]:
    """No file of this process may grow beyond `most` bytes: the write fails in the system, as on a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX limits on file sizes")
@pytest.mark.parametrize("kilobytes", [8, 64, 200, 400])
def test_writes_that_break_off(office: db.Database, tmp_path: Path, kilobytes: int) -> None:
    office.write(offices.add)
    target = tmp_path / "copy.ptman"
    backup.write(office.path, target)
    before = offices.tables(office.path, journal_too=True)
    with short_files(kilobytes * 1024):
        with pytest.raises(PtmanError):
            office.write(program_full.add_many)
        with pytest.raises(PtmanError):
            office.back_up("import")
        with pytest.raises(PtmanError):
            backup.write(office.path, target)
    assert offices.tables(office.path, journal_too=True) == before
    assert [one.reason for one in backup.listed(office.path)] == []
    assert not [name for name in offices.beside(office.path) if "part" in name]
    backup.verify(target)
    office.write(program_full.add_many)
    assert backup.faults(office.path) == []


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX limits on file sizes")
def test_a_restore_that_breaks_off_leaves_the_file(office: db.Database, tmp_path: Path) -> None:
    office.write(offices.add)
    target = tmp_path / "copy.ptman"
    backup.write(office.path, target)
    office.close()
    before = (office.path.read_bytes(), offices.beside(office.path))
    with short_files(64 * 1024), pytest.raises(PtmanError):
        backup.restore(office.path, target, NOW)
    assert (office.path.read_bytes(), offices.beside(office.path)) == before
