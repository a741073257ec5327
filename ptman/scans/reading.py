"""Takes scanned files in: their bytes, the codes on their pages, and single letters cut out of them."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ptman import files
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import optical
from ptman.letters.optical import Side

Step = Callable[[int, int], object]
LARGEST = 400_000_000
"""Bytes of one scanned file: a thousand pages in colour."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One file as it was scanned; `sides` is empty where it could not be read, and `fault` says why."""

    name: str
    content: bytes
    sides: tuple[Side, ...] = ()
    fault: Label | None = None


def read(paths: Sequence[Path], step: Step | None = None) -> tuple[Scan, ...]:
    """Every file, looked over for codes; `step(done, total)` counts hundredths of files and may raise to cancel."""
    return tuple(_read(path, _part(step, at, len(paths))) for at, path in enumerate(paths))


def cut(scan: Scan, pages: Sequence[int]) -> bytes:
    """These pages as a file of their own: the same pages, the same bytes; a whole file stays as it came."""
    import pikepdf

    if len(pages) == len(scan.sides):
        return scan.content
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scan.content)) as whole, pikepdf.new() as part:
        for page in pages:
            part.pages.append(whole.pages[page])
        part.save(out, deterministic_id=True)
    return out.getvalue()


def _read(path: Path, step: Step | None) -> Scan:
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large(path.name)
        content = path.read_bytes()
    except OSError as error:
        return Scan(path.name, b"", fault=files.read_failure(error, path).sentence)
    except PtmanError as error:
        return Scan(path.name, b"", fault=error.sentence)
    try:
        return Scan(path.name, content, optical.sides(content, step))
    except PtmanError as error:
        return Scan(path.name, content, fault=error.sentence)


def _part(step: Step | None, at: int, total: int) -> Step | None:
    if step is None:
        return None
    return lambda done, of: step(100 * at + 100 * done // of, 100 * total)


def _too_large(name: str) -> PtmanError:
    return PtmanError(
        "scan-too-large",
        f"“{name}”超过 {LARGEST // 1_000_000} MB，没有读取。请分成几个文件扫描。",
        f"{name} has more than {LARGEST // 1_000_000} MB and was not read. Scan it in several files.",
    )
