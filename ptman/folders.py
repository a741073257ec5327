"""Where things live: resources with the program, settings and logs with the user, backups beside the file."""

import os
import re
import sys
from pathlib import Path

from ptman.errors import PtmanError

SYNCED = ("onedrive", "dropbox", "nutstore", "坚果云", "icloud", "google drive", "baidunetdisk", "百度网盘")
REMOTE = ("cifs", "smb", "nfs", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd", "9p", "webdav", "davfs", "remote")
DRIVE_REMOTE = 4  # what GetDriveTypeW answers for a mapped network drive


def program() -> Path:
    """The folder that holds `resources` and `migrations`."""
    return Path(getattr(sys, "_MEIPASS", Path(__file__).parents[1]))


def resources() -> Path:
    return program() / "resources"


def user() -> Path:
    """Settings and logs of this person, readable by them alone. PTMAN_HOME moves it."""
    if "PTMAN_HOME" in os.environ:
        folder = Path(os.environ["PTMAN_HOME"])
    elif sys.platform == "win32":
        folder = Path(os.environ.get("APPDATA", Path.home())) / "ptman"
    elif sys.platform == "darwin":
        folder = Path.home() / "Library" / "Application Support" / "ptman"
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config")) / "ptman"
    return _made(folder)


def backups(office: Path) -> Path:
    """The folder of one office file's backups, beside it."""
    return _made(office.with_name(office.name + "-backups"))


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def refuse_shared(office: Path) -> None:
    """Refuse a place where file locks do not hold: there two computers would destroy each other's work."""
    real = office.resolve()
    parts = [part.casefold() for part in real.parts]
    if any(word in part for part in parts for word in SYNCED) or _file_system(real).startswith(REMOTE):
        raise PtmanError(
            "shared-folder",
            f"{office.name} 位于网络或同步文件夹中，两台电脑同时使用会损坏数据。文件未打开；请移到本机磁盘。",
            f"{office.name} lies in a network or synchronised folder, where two computers would damage it. "
            "It was not opened; move it to a local disk.",
        )


def _file_system(path: Path) -> str:
    """The kind of the file system, where the system tells (Linux, Windows); else nothing. `path` is absolute."""
    if sys.platform == "win32":
        import ctypes

        return "remote" if ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == DRIVE_REMOTE else ""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, escaped, name, *_ = line.split(" ")
        # The kernel writes a blank in a name as \040.
        point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), escaped)
        inside = str(path).startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, name
    return kind
