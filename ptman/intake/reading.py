"""Reads a workbook somebody sent: copied once, examined, then read by a process that may die."""

import hashlib
import stat
import tempfile
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import BinaryIO

from ptman import files
from ptman.errors import PtmanError
from ptman.intake import bad_files, child, limits, places, prescan, process, separated, wire
from ptman.intake.facts import Facts, SheetFacts
from ptman.intake.limits import Limits
from ptman.intake.packed import Packed
from ptman.intake.process import Bounds
from ptman.intake.sheet import Area, CellKind, Line, Odd, Sheet, Stored, Workbook
from ptman.labels import Label

_CHUNK = 1024 * 1024
# Fewer formatted empty rows than this are nothing unusual.
_MANY_EMPTY_ROWS = 10_000


def read(path: Path, within: Limits = limits.DEFAULT, unwanted: Event | None = None) -> Workbook:
    """The workbook at `path`; raises PtmanError with a code of bad_files.SENTENCES or of files.read_failure.

    Once `unwanted` is set, the process that reads is ended and Unwanted raised.
    """
    with tempfile.TemporaryFile() as copy:
        sha256 = copied(path, copy, within)
        separated.as_workbook(copy, path.name, within.by_value())
        facts = prescan.examine(copy, path.name, within)
        values = _values(copy, facts.part, path.name, process.Bounds(within.read_seconds, within.child_bytes, unwanted))
    if any(_lost(sheet, facts.sheets.get(sheet.name)) for sheet in values):
        # Two readers that disagree on a sheet mean that one of them lost cells.
        raise bad_files.refusal("damaged", path.name, part=facts.part)
    sheets = tuple(_completed(sheet, facts.sheets.get(sheet.name)) for sheet in values)
    if not any(sheet.lines for sheet in sheets):
        raise bad_files.refusal("no-data", path.name)
    return Workbook(path.name, sheets, _notes(facts, sheets), facts.date_1904, sha256)


def copied(path: Path, copy: BinaryIO, within: Limits) -> str:
    """Copy the file once, so that what is examined is what is read; answers the SHA-256 of these bytes."""
    digest = hashlib.sha256()
    size = 0
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise bad_files.refusal("not-a-file", path.name)
        _check_size(about.st_size, path.name, within)
        with path.open("rb") as source:
            while piece := source.read(_CHUNK):
                size += len(piece)
                _check_size(size, path.name, within)
                digest.update(piece)
                _kept(copy, piece, path)
    except OSError as error:
        raise files.read_failure(error, path) from error
    return digest.hexdigest()


def _kept(copy: BinaryIO, piece: bytes, path: Path) -> None:
    try:
        copy.write(piece)
        copy.flush()
    except OSError as error:
        raise files.write_failure(error, Path(tempfile.gettempdir()) / path.name) from error


def _check_size(size: int, name: str, within: Limits) -> None:
    if size > within.file_bytes:
        facts = {"size": bad_files.megabytes(size), "limit": bad_files.megabytes(within.file_bytes)}
        raise bad_files.refusal("file-too-large", name, **facts)


def _values(copy: BinaryIO, part: str, name: str, bounds: Bounds) -> tuple[Sheet, ...]:
    try:
        return process.taken({"job": "read"}, copy, bounds, wire.sheets)
    except process.Stopped as end:
        if end.status == child.REFUSED:
            raise bad_files.refusal("damaged", name, part=part) from end
        raise stopped(name, bounds) from end


def stopped(name: str, bounds: Bounds) -> PtmanError:
    size = bad_files.megabytes(bounds.memory)
    return bad_files.refusal("reader-stopped", name, seconds=bounds.seconds, size=size)


def _lost(sheet: Sheet, facts: SheetFacts | None) -> bool:
    """Whether fewer numbers, dates and times were read than stand in the sheet."""
    return facts is not None and isinstance(sheet.lines, Packed) and sheet.lines.numbers < facts.numbers


def _completed(sheet: Sheet, facts: SheetFacts | None) -> Sheet:
    """The sheet with the cells that the reader of values leaves empty: errors and formulas without a result."""
    if facts is None:
        return sheet
    odd: dict[int, dict[int, Odd]] = {}
    kinds: dict[str, Odd] = {}
    missing = Odd(CellKind.UNCALCULATED, "")
    for place in facts.uncalculated:
        row, column = places.unpacked(place)
        odd.setdefault(row, {})[column] = missing
    for place, text in facts.errors.items():
        row, column = places.unpacked(place)
        odd.setdefault(row, {})[column] = kinds.setdefault(text, Odd(CellKind.ERROR, text))
    changed = {row: _with_odd(sheet.line(row), row, cells) for row, cells in odd.items()}
    return replace(
        sheet,
        lines=sheet.lines.with_lines(changed) if changed and isinstance(sheet.lines, Packed) else sheet.lines,
        merged=sheet.merged or tuple(Area(*area) for area in facts.merged),
        formulas=frozenset(facts.formulas),
        hidden_rows=facts.hidden_rows,
        hidden_columns=facts.hidden_columns,
        empty_rows=facts.empty_rows,
    )


def _with_odd(line: Line | None, row: int, odd: dict[int, Odd]) -> Line:
    cells: dict[int, Stored] = {} if line is None else dict(enumerate(line.values, start=line.left))
    cells.update(odd)
    left, right = min(cells), max(cells)
    return Line(row, left, tuple(cells.get(column) for column in range(left, right + 1)))


def _notes(facts: Facts, sheets: tuple[Sheet, ...]) -> tuple[Label, ...]:
    notes: list[Label] = []
    if facts.macros:
        notes.append(Label("文件含有宏，已忽略。", "The file holds macros. They are ignored."))
    if facts.links:
        notes.append(
            Label(
                "文件含有指向其他文件的链接，已忽略；按上次保存的值读取。",
                "The file holds links to other files. They are ignored; values as last saved are read.",
            )
        )
    for sheet in sheets:
        notes.extend(_sheet_notes(sheet))
    return tuple(notes)


def _sheet_notes(sheet: Sheet) -> list[Label]:
    notes: list[Label] = []
    name = sheet.name
    if not sheet.visible and sheet.lines:
        notes.append(Label(f"工作表“{name}”是隐藏的，也已读入。", f"The sheet {name} is hidden; it was read too."))
    if sheet.hidden_rows:
        count = f"{sheet.hidden_rows:,}"
        notes.append(
            Label(f"工作表“{name}”有 {count} 个隐藏行，也已读入。", f"{name}: {count} hidden rows were read too.")
        )
    if sheet.hidden_columns:
        count = f"{sheet.hidden_columns:,}"
        notes.append(
            Label(f"工作表“{name}”有 {count} 个隐藏列，也已读入。", f"{name}: {count} hidden columns were read too.")
        )
    if sheet.empty_rows > _MANY_EMPTY_ROWS:
        count = f"{sheet.empty_rows:,}"
        notes.append(Label(f"工作表“{name}”有 {count} 个空行，已忽略。", f"{name}: {count} empty rows were ignored."))
    return notes
