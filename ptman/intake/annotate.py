"""Makes the copy of a workbook that goes back to its sender, with a colour and a comment on each bad cell."""

import contextlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ptman import files
from ptman.intake import bad_files, limits, prescan, process, reading, rewriting, separated
from ptman.intake.limits import Limits


@dataclass(frozen=True, slots=True)
class Mark:
    """What is wrong at one place; column 0 stands for the whole row and is shown on its first cell."""

    sheet: str
    row: int
    column: int
    text: str


def annotated_copy(source: Path, target: Path, marks: Sequence[Mark], within: Limits = limits.DEFAULT) -> None:
    """Write `source` with its marks to `target` as .xlsx; no row moves, so row numbers still fit.

    Values, styles, widths, lists and merged areas stay; macros and charts are not carried over, and formulas
    keep no stored result until Excel calculates them; of an .ods or .xls only values and merged areas stay.
    Raises PtmanError: as reading.read, same-file, marking-stopped, and as files.write_atomically.
    """
    with contextlib.suppress(OSError):
        if source.samefile(target):
            raise bad_files.refusal("same-file", source.name)
    job = {"job": "mark", "marks": [[mark.sheet, mark.row, mark.column, mark.text] for mark in marks]}
    with tempfile.TemporaryFile() as copy, tempfile.TemporaryFile() as answer:
        reading.copied(source, copy, within)
        separated.as_workbook(copy, source.name, within)
        if prescan.examine(copy, source.name, within).plain:
            _rewrite(source, copy, within)
        if process.run(job, copy, answer, process.Bounds(within.annotate_seconds, within.child_bytes)) != 0:
            size = bad_files.megabytes(within.child_bytes)
            raise bad_files.refusal("marking-stopped", source.name, seconds=within.annotate_seconds, size=size)
        files.write_atomically(target, answer.read())


def _rewrite(source: Path, copy: BinaryIO, within: Limits) -> None:
    """Put the values of an .ods or .xls in place of its bytes, as a workbook that can be marked."""
    made = rewriting.as_xlsx(reading.read(source, within))
    copy.seek(0)
    copy.truncate()
    copy.write(made)
    copy.flush()
