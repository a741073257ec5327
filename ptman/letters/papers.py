"""Letters as files: a PDF under its number and host, in a folder."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ptman import files

LONGEST = 200
"""Bytes of a file's name without its ending: most file systems allow 255."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Paper:
    """One PDF with the name its file should bear."""

    name: str
    pdf: bytes


def name(*parts: str) -> str:
    """A file name for any system: forbidden signs become _, the name is cut where it is too long."""
    stem = _FORBIDDEN.sub("_", " ".join(parts))
    while len(stem.encode()) > LONGEST:
        stem = stem[:-1]
    return f"{stem.strip(' .')}.pdf"


def save(papers: Iterable[Paper], folder: Path) -> tuple[Path, ...]:
    """Write each paper whole into the folder, replacing a file of the same name; the paths, in order.

    Raises PtmanError as `files.write_atomically` does.
    """
    saved = []
    for paper in papers:
        path = folder / paper.name
        files.write_atomically(path, paper.pdf)
        saved.append(path)
    return tuple(saved)
