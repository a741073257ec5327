"""Takes the pictures of the manual: python -m bench.pictures [OFFICE.ptman] OUT [--all] (without a file: a sample)."""

import argparse
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QPixmap

from bench import poses
from bench.poses import Pose
from ptman import cli, settings
from ptman.labels import Lang
from ui import app, style, words
from ui.contents import PAGES
from ui.desktop import Desktop
from ui.welcome import Welcome

SIZES = ((1280, 800), (1920, 1080))
COLOURS = 256
WHO = "王老师"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("office", type=Path, nargs="?")
    parser.add_argument("out", type=Path)
    parser.add_argument("--all", action="store_true", help="both sizes and themes, pages only")
    args = parser.parse_args(arguments)
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        # Nothing of this person's settings may show in a picture, and none is changed by taking it.
        os.environ["PTMAN_HOME"] = scratch
        settings.keep(who=WHO)
        return _shoot(args.office or _sample(Path(scratch) / "sample"), args.out, Path(scratch), every=args.all)


def _sample(folder: Path) -> Path:
    """An office in which some students still wait, as the manual shows it."""
    cli.run(["--lang", "zh", "demo", str(folder), "--students", "120", "--leave", "30"])
    return folder / "demo.ptman"


def _shoot(office: Path, out: Path, scratch: Path, *, every: bool) -> int:
    application = app.set_up(["ptman"], scratch)
    desktop = Desktop(PAGES, Welcome)
    if not desktop.open(office) or desktop.window is None:
        return 1
    studio = poses.Studio(desktop, desktop.window, scratch)
    themes = (style.Theme.LIGHT, style.Theme.DARK)
    for (width, height), lang, theme in itertools.product(SIZES, Lang, themes) if every else _manual():
        words.language.speak(lang)
        style.wear(theme)
        desktop.window.resize(width, height)
        name = f"{lang}-{theme}" + ("" if width == SIZES[0][0] else f"-{width}")
        for pose in poses.PAGES if every else (*poses.PAGES, *poses.DIALOGS):
            _take(studio, pose, out / f"{pose.key}-{name}.png")
    desktop.close()
    application.quit()
    return 0


def _manual() -> Iterator[tuple[tuple[int, int], Lang, style.Theme]]:
    return ((SIZES[0], lang, style.Theme.LIGHT) for lang in Lang)


def _take(studio: poses.Studio, pose: Pose, target: Path) -> None:
    picture: QPixmap = pose.strike(studio)
    picture.save(str(target))
    _squeeze(target)
    print(f"{target}  {target.stat().st_size // 1024} KB")


def _squeeze(target: Path) -> None:
    """A screen holds few colours: with a palette of its own the file is a third; without ImageMagick it stays."""
    convert = shutil.which("convert")
    if convert is None:
        return
    part = target.with_suffix(".part")
    how = ["-strip", "-dither", "None", "-colors", str(COLOURS), "-define", "png:compression-level=9"]
    subprocess.run([convert, str(target), *how, f"PNG8:{part}"], check=True)  # noqa: S603 our own picture
    part.replace(target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
