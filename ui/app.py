"""Sets up the application: type, themes, language, memory, and where failures go."""

import builtins
from collections.abc import Sequence
from pathlib import Path

_import = builtins.__import__
from PySide6.QtWidgets import QApplication  # noqa: E402 - the import above this one must be noted first

# PySide6 puts its own function there, which reads the source of every later import: a quarter of the start.
builtins.__import__ = _import

from ui import errors, memory, style, words  # noqa: E402 - after the cure


def set_up(arguments: Sequence[str], settings: Path) -> QApplication:
    """The application, ready for its first window; what it remembers lives in the folder `settings`."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(arguments))
    application.setApplicationName("ptman")
    application.setApplicationDisplayName("ptman")
    memory.live_in(settings)
    errors.install()
    words.language.speak(words.remembered())
    style.dress(application)
    return application
