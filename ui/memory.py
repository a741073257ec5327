"""What the window remembers between two starts: one ini file in the folder it is given."""

import json
from pathlib import Path

from PySide6.QtCore import QSettings

Kept = str | int | float | bool | None | list["Kept"] | dict[str, "Kept"]


def live_in(folder: Path) -> None:
    """From now on keep everything in `folder`; call before the first widget is made."""
    folder.mkdir(parents=True, exist_ok=True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))


def keep(key: str, value: Kept) -> None:
    """`key` is a path such as `table/students`."""
    settings, said = _settings(), json.dumps(value, ensure_ascii=False)
    if settings.value(key) != said:  # each change writes the file anew
        settings.setValue(key, said)


def recall(key: str, default: Kept = None) -> Kept:
    """What was kept, or `default`; a damaged entry counts as forgotten."""
    found = _settings().value(key)
    if not isinstance(found, str):
        return default
    try:
        value: Kept = json.loads(found)
    except ValueError:
        return default
    return value


def text(key: str, default: str = "") -> str:
    found = recall(key, default)
    return found if isinstance(found, str) else default


def number(key: str, default: int = 0) -> int:
    found = recall(key, default)
    return found if isinstance(found, int) and not isinstance(found, bool) else default


def flag(key: str, *, default: bool = False) -> bool:
    found = recall(key, default)
    return found if isinstance(found, bool) else default


def names(found: Kept) -> list[str]:
    """`found` as a list of strings, whatever it is."""
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []


def numbers(found: Kept) -> dict[str, int]:
    """`found` as whole numbers by name, whatever it is."""
    if not isinstance(found, dict):
        return {}
    return {key: item for key, item in found.items() if isinstance(item, int) and not isinstance(item, bool)}


def part(found: Kept, key: str) -> Kept:
    return found.get(key) if isinstance(found, dict) else None


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "ptman", "window")
