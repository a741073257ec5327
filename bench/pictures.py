"""Takes a picture of every page of the window: python -m bench.pictures OFFICE.ptman OUT [--all]."""

import argparse
import itertools
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from ptman.labels import Lang
from ui import app, style, words
from ui.contents import PAGES
from ui.desktop import Desktop
from ui.window import Window

SIZES = ((1280, 800), (1920, 1080))
SETTLE_MS = 400


def settle(desktop: Desktop) -> None:
    """Until the worker rests and what it brought is painted."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(SETTLE_MS)
    timer.timeout.connect(lambda: None if desktop.office and desktop.office.work.busy else loop.quit())
    timer.start()
    loop.exec()


def shoot(desktop: Desktop, window: Window, out: Path, name: str) -> None:
    for page in PAGES:
        window.go(page.KEY)
        settle(desktop)
        table = getattr(window.page, "table", None)
        if table is not None and table.shown_rows:
            table.select([table.shown_rows[0].id])
            settle(desktop)
        target = out / f"{page.KEY}-{name}.png"
        window.grab().save(str(target))
        print(target)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("office", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--all", action="store_true", help="both sizes, languages and themes")
    args = parser.parse_args(arguments)
    args.out.mkdir(parents=True, exist_ok=True)
    application: QApplication = app.set_up(["ptman"], args.out / ".settings")
    desktop = Desktop(PAGES)
    desktop.open(args.office)
    window = desktop.window
    if window is None:
        return 1
    looks = itertools.product(SIZES, Lang, (style.Theme.LIGHT, style.Theme.DARK))
    for (width, height), lang, theme in looks if args.all else [(SIZES[0], Lang.ZH, style.Theme.LIGHT)]:
        words.language.speak(lang)
        style.wear(theme)
        window.resize(width, height)
        shoot(desktop, window, args.out, f"{lang}-{theme}" + ("" if width == SIZES[0][0] else f"-{width}"))
    desktop.close()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
