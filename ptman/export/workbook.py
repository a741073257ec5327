"""Writes lists as one workbook: made in memory, then put in place whole."""

import hashlib
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ptman import files
from ptman.export import cell_text, formats
from ptman.export.options import Headers, Options, Written
from ptman.export.roster import Roster
from ptman.labels import Label
from ptman.listing import Listing

__all__ = ["Headers", "Options", "Written", "write"]

# A text of a list is a text: nothing in it makes a formula, a link or a number.
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(listings: Sequence[Listing], target: Path, sheet_options: Options) -> Written:
    """Each listing as a sheet of one new workbook at `target`; equal lists give equal bytes.

    Raises PtmanError text-too-long, too-many-rows, and those of files.write_atomically; an older file stays whole.
    """
    if not listings:
        raise ValueError("a workbook needs at least one list")
    content, notices = _content(listings, sheet_options)
    files.write_atomically(target, content)
    rows = sum(len(listing.rows) for listing in listings)
    return Written(target, rows, hashlib.sha256(content).hexdigest(), notices)


def _content(listings: Sequence[Listing], options: Options) -> tuple[bytes, tuple[Label, ...]]:
    import xlsxwriter

    stream = io.BytesIO()
    notices: list[Label] = []
    names: frozenset[str] = frozenset()
    with xlsxwriter.Workbook(stream, _PLAIN) as workbook:
        made = formats.make(workbook)
        workbook.set_properties(_properties(listings, options))
        for listing in listings:
            name = cell_text.sheet_name(listing.title.text(options.headers.lang), names)
            names |= {name}
            notices += Roster(workbook.add_worksheet(name), listing, options, made).write()
    return stream.getvalue(), tuple(notices)


def _properties(listings: Sequence[Listing], options: Options) -> dict[str, object]:
    """The day given, not the clock's, so that equal lists give equal bytes."""
    titles = [cell_text.writable(options.headers.text(listing.title))[0] for listing in listings]
    day = options.dated
    return {
        "title": " · ".join(titles)[:255],
        "subject": options.scope.text(options.headers.lang)[:255],
        "created": datetime(day.year, day.month, day.day, tzinfo=UTC),
    }
