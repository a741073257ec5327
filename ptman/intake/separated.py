"""Turns a .csv file into a plain workbook of texts, so that all that follows is as for any workbook."""

import csv
import io
from collections.abc import Iterable
from pathlib import PurePath
from typing import BinaryIO

from ptman.intake import bad_files, places, sniff
from ptman.intake.limits import Limits

SUFFIX = ".csv"
SHEET = "CSV"
# UTF-8 first: hardly any text of GB 18030 happens to be valid UTF-8, but any UTF-8 may be read as GB 18030.
ENCODINGS = ("utf-8-sig", "gb18030")
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
SIGNS = (",", "\t", ";", "，", "；")
# What a cell of a workbook can hold.
LONGEST = 32_767


def as_workbook(copy: BinaryIO, name: str, within: Limits) -> None:
    """Replace the bytes of a .csv file by those of a workbook; other files, whatever they are called, stay.

    Numbers stay as they were typed: nothing is lost of long identity numbers or leading zeros.
    """
    if PurePath(name).suffix.casefold() != SUFFIX or sniff.complaint(copy) != "csv-renamed":
        return
    copy.seek(0)
    text = _decoded(copy.read(), name)
    csv.field_size_limit(within.file_bytes)
    try:
        made = _workbook(csv.reader(io.StringIO(text, newline=""), delimiter=_sign(text)), name, within)
    except csv.Error as error:
        raise bad_files.refusal("damaged", name, part=SHEET) from error
    copy.seek(0)
    copy.truncate()
    copy.write(made)
    copy.flush()


def _decoded(content: bytes, name: str) -> str:
    for encoding in ("utf-16",) if content.startswith(WIDE_MARKS) else ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise bad_files.refusal("damaged", name, part=SHEET)


def _sign(text: str) -> str:
    """What parts the fields: the sign that stands most often in the first line with one."""
    first = next((line for line in text.splitlines() if any(sign in line for sign in SIGNS)), "")
    return max(SIGNS, key=first.count)


def _workbook(lines: Iterable[list[str]], name: str, within: Limits) -> bytes:
    import xlsxwriter

    output = io.BytesIO()
    cells = 0
    with xlsxwriter.Workbook(output, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        for row, fields in enumerate(lines):
            cells += len(fields)
            _check(row, cells, name, within)
            for column, value in enumerate(fields):
                if len(value) > LONGEST:
                    place = places.address(row + 1, column + 1)
                    raise bad_files.refusal("text-too-long", name, place=place, limit=LONGEST)
                if value:
                    sheet.write_string(row, column, value)
    return output.getvalue()


def _check(row: int, cells: int, name: str, within: Limits) -> None:
    if row >= within.rows:
        raise bad_files.refusal("too-many-rows", name, sheet=SHEET, limit=within.rows)
    if cells > within.cells:
        raise bad_files.refusal("too-many-cells", name, limit=within.cells)
