"""The application is set up once: our type, the remembered language, and an untouched import."""

import subprocess
import sys
from pathlib import Path

_START = """
import builtins, sys
from pathlib import Path
before = builtins.__import__
from ui import app
application = app.set_up(["ptman"], Path(sys.argv[1]))
from ui import memory, style, words
from ptman.labels import Lang
words.choose(Lang.EN)
style.choose(style.Theme.LIGHT)
print(builtins.__import__ is before, application.font().family(), application.font().pixelSize())
print(app.set_up([], Path(sys.argv[1])) is application, words.lang().value, sys.excepthook.__name__)
print(sorted(name for name in sys.modules if name in {"sqlalchemy", "openpyxl", "typst", "numpy", "pypinyin"}))
"""


def test_set_up(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _START, str(tmp_path)], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.splitlines() == ["True Noto Sans SC 13", "True en _on_uncaught", "[]"]
    assert (tmp_path / "ptman" / "window.ini").is_file()
