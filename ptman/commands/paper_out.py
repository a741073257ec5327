"""Writes a list or a paper to the file that a command names, by the ending of its name."""

from pathlib import Path

from ptman import files
from ptman.commands import exporting, office
from ptman.commands.report import Report
from ptman.errors import PtmanError
from ptman.export import options, workbook
from ptman.labels import Label, Lang
from ptman.listing import Listing
from ptman.reports import paper_files
from ptman.reports.paper_files import Form
from ptman.reports.report import Report as Paper

PAPERS = tuple(one.value for one in Form)


def ending(said: str, *allowed: str) -> str:
    """The ending of the file; PtmanError `file-ending` unless it is among those allowed."""
    found = Path(said).suffix[1:].casefold()
    if found in allowed:
        return found
    zh, en = "、".join(f".{one}" for one in allowed), " or ".join(f".{one}" for one in allowed)
    raise PtmanError(
        "file-ending",
        f"请写明要写入的文件，以 {zh} 结尾。没有写入文件。",
        f"Name the file to write, ending in {en}. Nothing was written.",
    )


def paper(made: Paper, target: str) -> Report:
    """As PDF or Word."""
    form = Form(ending(target, *PAPERS))
    path = Path(target)
    files.write_atomically(path, paper_files.set_as(made, form).content)
    return Report((Label(f"已写入 {path}", f"Written: {path}"),), {"file": str(path)})


def sheet(listing: Listing, target: str, lang: Lang) -> Report:
    """As a workbook."""
    how = options.Options(office.today(), options.Headers(lang.value), exporting.scope(None))
    written = workbook.write([listing], Path(target), how)
    line = Label(f"已写入 {written.rows} 行：{written.path}", f"{written.rows} rows written: {written.path}")
    return Report((line,), {"file": str(written.path), "rows": written.rows})
