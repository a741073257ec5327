"""Each setting once: its type, its default, its range and its label; kept as one small file of this person."""

import contextlib
import getpass
import json
import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ptman import files, folders
from ptman.errors import PtmanError
from ptman.labels import Label, Lang

RECENT_MOST = 8


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of the program; `choices` is empty where any text will do."""

    key: str
    default: str
    label: Label
    choices: tuple[str, ...] = ()

    def read(self, stored: Mapping[str, object]) -> str:
        """The stored value where it is one that may be."""
        value = stored.get(self.key, self.default)
        fits = isinstance(value, str) and (not self.choices or value in self.choices)
        return str(value) if fits else self.default


LANGUAGE = Setting("language", "auto", Label("语言", "Language"), ("auto", *Lang))
WHO = Setting("who", "", Label("操作人", "Your name"))
SETTINGS = (LANGUAGE, WHO)


def _file() -> Path:
    return folders.user() / "settings.json"


def stored() -> dict[str, object]:
    """What is on disk; a damaged file counts as none, for settings can be made again."""
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def keep(**values: object) -> None:
    text = json.dumps(stored() | values, ensure_ascii=False, indent=1)
    files.write_atomically(_file(), text.encode())


def lang() -> Lang:
    """The chosen language, else the system's: Chinese where the locale is Chinese."""
    chosen = LANGUAGE.read(stored())
    if chosen != "auto":
        return Lang(chosen)
    named = os.environ.get("LC_ALL") or os.environ.get("LANG") or (locale.getlocale()[0] or "")
    return Lang.ZH if named.casefold().startswith(("zh", "chinese")) else Lang.EN


def who() -> str:
    """The name under which changes are noted."""
    chosen = WHO.read(stored())
    try:
        return chosen or getpass.getuser()
    except (KeyError, OSError, ImportError):
        # A user id without a name, as in some containers.
        return "—"


def recent() -> tuple[Path, ...]:
    """Office files opened lately and still there, newest first."""
    found = stored().get("recent", [])
    paths = [Path(str(one)) for one in found] if isinstance(found, list) else []
    return tuple(path for path in paths if path.exists())


def remember(office: Path) -> None:
    others = [path for path in recent() if path != office.absolute()]
    with contextlib.suppress(PtmanError):  # a list of files is not worth failing to open one
        keep(recent=[str(path) for path in [office.absolute(), *others][:RECENT_MOST]])
