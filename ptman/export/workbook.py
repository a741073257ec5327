"""Writes lists as one workbook: made in memory, then put in place whole."""

import hashlib
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ptman import files
from ptman.export import cell_text, contents, formats
from ptman.export.layouts.applying import Sheet
from ptman.export.options import Headers, Options, Written
from ptman.export.roster import Roster
from ptman.labels import Label
from ptman.listing import Listing

__all__ = ["Headers", "Options", "Sheet", "Written", "content", "write", "write_sheets"]

# A text of a list is a text: nothing in it makes a formula, a link or a number.
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(listings: Sequence[Listing], target: Path, sheet_options: Options) -> Written:
    """Each listing as a sheet of one new workbook at `target`; equal lists give equal bytes.

    Raises PtmanError text-too-long, too-many-rows, and those of files.write_atomically; an older file stays whole.
    """
    return write_sheets([Sheet(listing, listing.title) for listing in listings], target, sheet_options)


def write_sheets(sheets: Sequence[Sheet], target: Path, options: Options, *, summary: bool = False) -> Written:
    """The same for sheets with names of their own; `summary` puts a sheet before them that lists them with their rows.

    Raises as `write` does.
    """
    made, notices = content(sheets, options, summary=summary)
    files.write_atomically(target, made)
    rows = sum(len(sheet.listing.records) for sheet in sheets)
    return Written(target, rows, hashlib.sha256(made).hexdigest(), notices)


def content(sheets: Sequence[Sheet], options: Options, *, summary: bool = False) -> tuple[bytes, tuple[Label, ...]]:
    """The bytes of the workbook, and what had to be changed."""
    import xlsxwriter

    if not sheets:
        raise ValueError("a workbook needs at least one list")
    stream = io.BytesIO()
    notices: list[Label] = []
    lang = options.headers.lang
    names = _names(([contents.TITLE.text(lang)] if summary else []) + [sheet.tab.text(lang) for sheet in sheets])
    listings = [sheet.listing for sheet in sheets]
    with xlsxwriter.Workbook(stream, _PLAIN) as workbook:
        made = formats.make(workbook)
        workbook.set_properties(_properties(listings, options))
        if summary:
            page = workbook.add_worksheet(names.pop(0))
            Roster(page, contents.listing(names, listings), options, made).write()
            contents.link(page, names, made)
        for name, listing in zip(names, listings, strict=True):
            notices += Roster(workbook.add_worksheet(name), listing, options, made).write()
    return stream.getvalue(), tuple(notices)


def _names(wanted: Sequence[str]) -> list[str]:
    """Names that Excel takes, no two alike."""
    found: list[str] = []
    for title in wanted:
        found.append(cell_text.sheet_name(title, frozenset(found)))
    return found


def _properties(listings: Sequence[Listing], options: Options) -> dict[str, object]:
    """The day given, not the clock's, so that equal lists give equal bytes."""
    titles = [cell_text.writable(options.headers.text(listing.title))[0] for listing in listings]
    day = options.dated
    return {
        "title": " · ".join(titles)[:255],
        "subject": options.scope.text(options.headers.lang)[:255],
        "created": datetime(day.year, day.month, day.day, tzinfo=UTC),
    }
