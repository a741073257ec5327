"""One measured job of the Excel bench in a process of its own: python bench/excel_jobs.py JOB ROWS FOLDER."""

import hashlib
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


DRAFT, FIRST = "ptman: three-way draft", "ptman: first draft"
READ_ONLY, EXPORT, WRITE_ONLY = "openpyxl read-only", "ptman: export", "openpyxl write-only, styled"


def office_of(folder: Path, rows: int) -> Path:
    """Another one for another shape of the tables: nothing older is measured by mistake."""
    revisions = sorted((Path(__file__).resolve().parent.parent / "migrations" / "versions").glob("*.py"))
    shape = hashlib.sha256(b"".join(one.read_bytes() for one in revisions)).hexdigest()[:8]
    return folder / f"office{rows}-{shape}.ptman"


def draft(rows: int, folder: Path) -> None:
    """The roster comes again with one row in a hundred changed: read and compared three ways."""
    _compared(office_of(folder, rows), folder / f"again{rows}.xlsx", rows)


def first(rows: int, folder: Path) -> None:
    """The roster comes for the first time: every row is new."""
    _compared(office_of(folder, 0), folder / f"first{rows}.xlsx", rows)


def _compared(office: Path, path: Path, rows: int) -> None:
    from bench import rosters
    from ptman import db
    from ptman.intake import store

    _clock()
    with db.Database(office, who="bench", look=True) as opened:
        workbook, parts = store.read(path)
        drawn = opened.read(store.compare, workbook, parts, rosters.DAY, "bench")
    if len(drawn.draft.items) != rows or drawn.complaints:
        raise SystemExit("not the draft that was expected")


def openpyxl_read(rows: int, folder: Path, *, read_only: bool = False) -> None:
    import openpyxl

    _clock()
    book = openpyxl.load_workbook(folder / f"again{rows}.xlsx", read_only=read_only)
    if sum(1 for _ in book.worksheets[0].iter_rows(values_only=True)) != rows + 1:
        raise SystemExit("rows are missing")


def openpyxl_read_only(rows: int, folder: Path) -> None:
    openpyxl_read(rows, folder, read_only=True)


def pandas_read(rows: int, folder: Path) -> None:
    import pandas as pd

    _clock()
    if len(pd.read_excel(folder / f"again{rows}.xlsx", dtype=str)) != rows:
        raise SystemExit("rows are missing")


def export(rows: int, folder: Path) -> None:
    from bench import rosters
    from ptman.export import workbook

    listing = rosters.listing(rows)
    _clock()
    workbook.write([listing], folder / "written.xlsx", workbook.Options(rosters.DAY))


def openpyxl_write(rows: int, folder: Path, *, write_only: bool = False) -> None:
    """Every cell with font, border, alignment and format, as in our own rosters."""
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, Side

    from bench import rosters

    listing = rosters.listing(rows)
    _clock()
    book = openpyxl.Workbook(write_only=write_only)
    sheet = book.create_sheet("名册") if write_only else book.worksheets[0]
    side = Side("thin", color="9AA3AF")
    font, border = Font(name="等线", size=10), Border(side, side, side, side)
    left, centre = Alignment("left", "center", indent=1, wrap_text=True), Alignment("center", "center")
    for at, row in enumerate(listing.rows, start=1):
        if write_only:
            cells = [WriteOnlyCell(sheet, value) for value in row.cells]
        else:
            cells = [sheet.cell(at, column, value) for column, value in enumerate(row.cells, start=1)]
        for cell in cells:
            cell.font, cell.border = font, border
            cell.alignment = left if isinstance(cell.value, str) else centre
            cell.number_format = "@" if isinstance(cell.value, str) else cell.number_format
        if write_only:
            sheet.append(cells)
    book.save(folder / "written.xlsx")


def openpyxl_write_only(rows: int, folder: Path) -> None:
    openpyxl_write(rows, folder, write_only=True)


def xlsxwriter_write(rows: int, folder: Path) -> None:
    import xlsxwriter

    from bench import rosters

    listing = rosters.listing(rows)
    _clock()
    with xlsxwriter.Workbook(folder / "written.xlsx") as book:
        sheet = book.add_worksheet("名册")
        face = {"font_name": "等线", "font_size": 10, "valign": "vcenter", "border": 1, "border_color": "#9AA3AF"}
        text = book.add_format({**face, "align": "left", "indent": 1, "text_wrap": True, "num_format": "@"})
        number, day = (book.add_format({**face, "num_format": one}) for one in ("0", "yyyy-mm-dd"))
        for at, row in enumerate(listing.rows):
            for column, value in enumerate(row.cells):
                if isinstance(value, str):
                    sheet.write_string(at, column, value, text)
                elif isinstance(value, int):
                    sheet.write_number(at, column, value, number)
                else:
                    sheet.write_datetime(at, column, value, day)


JOBS: dict[str, Callable[[int, Path], None]] = {
    DRAFT: draft,
    FIRST: first,
    "openpyxl": openpyxl_read,
    READ_ONLY: openpyxl_read_only,
    "pandas": pandas_read,
    EXPORT: export,
    "openpyxl, styled": openpyxl_write,
    WRITE_ONLY: openpyxl_write_only,
    "XlsxWriter, styled": xlsxwriter_write,
}
_begun = [0.0, 0.0]


def _clock() -> None:
    """What came before was only the making of the data, or the start of the program."""
    _begun[:] = time.perf_counter(), _cpu()


def _cpu() -> float:
    every = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in every)


def main() -> None:
    job, rows, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    _clock()
    JOBS[job](rows, folder)
    wall, cpu = time.perf_counter() - _begun[0], _cpu() - _begun[1]
    print(json.dumps({"wall": wall, "cpu": cpu}))


if __name__ == "__main__":
    main()
