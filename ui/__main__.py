"""`python -m ui`: the window on an office file, or the welcome where none is known."""

import argparse
import logging
import sys
from pathlib import Path

from ptman import folders, settings
from ptman.labels import Lang


def main(arguments: list[str]) -> int:
    """Open the file named, else the last one; the exit status of the application."""
    parser = argparse.ArgumentParser(prog="ptman")
    parser.add_argument("--file", type=Path)
    parser.add_argument("--lang", choices=[lang.value for lang in Lang])
    args = parser.parse_args(arguments)
    log = folders.user() / "ptman.log"
    log.touch(mode=0o600)
    logging.basicConfig(filename=log, level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    # SQLAlchemy before Qt: PySide6 makes every later import slower.
    from ptman import db  # noqa: F401
    from ui import app, errors, words

    application = app.set_up(sys.argv[:1], folders.user())
    if args.lang:
        words.language.speak(Lang(args.lang))
    from ui.contents import PAGES
    from ui.desktop import Desktop
    from ui.welcome import Welcome

    desktop = Desktop(PAGES, Welcome)
    desktop.start(args.file or next(iter(settings.recent()), None))
    status = application.exec()
    failed = desktop.close()
    if failed is not None:
        errors.show(failed).finished.connect(application.quit)
        application.exec()
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
