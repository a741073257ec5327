"""The process that meets the file: confined in memory and time, so that no workbook can take the program down."""

import io
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

# The library itself refused the workbook; any other failure ends the process with another status.
REFUSED = 3


def main() -> int:
    """Do the job named in the first line of standard input on the workbook behind it."""
    job = json.loads(sys.stdin.buffer.readline())
    _confine(job["bytes"], job["seconds"])
    workbook = io.BytesIO(sys.stdin.buffer.read())
    if job["job"] == "mark":
        from ptman.intake import marking

        sys.stdout.buffer.write(marking.marked(workbook, job["marks"]))
        return 0
    return _read(workbook, sys.stdout.buffer)


def _confine(memory: int, seconds: int) -> None:
    """Limit this process; a system without such limits has only the parent's clock."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (memory, memory))
    # A core file would hold names and identity numbers.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(workbook: BinaryIO, output: BinaryIO) -> int:
    import python_calamine

    from ptman.intake import wire

    try:
        book = python_calamine.load_workbook(workbook)
        for about in book.sheets_metadata:
            if about.typ is python_calamine.SheetTypeEnum.WorkSheet:
                visible = about.visible is python_calamine.SheetVisibleEnum.Visible
                output.writelines(_lines(book.get_sheet_by_name(about.name), visible=visible))
    except python_calamine.CalamineError:
        return REFUSED
    except BaseException as error:
        # The library's own panic over a workbook without sense; it derives from no Exception.
        if type(error).__name__ != "PanicException":
            raise
        return REFUSED
    output.write(wire.end_line())
    return 0


def _lines(sheet: "CalamineSheet", *, visible: bool) -> Iterator[bytes]:
    from ptman.intake import wire

    merged = sheet.merged_cell_ranges or ()
    areas = ((top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in merged)
    yield wire.sheet_line(sheet.name, visible, areas)
    # Rows come from the sheet's first row on, but columns from the first filled one on.
    first = sheet.start[1] + 1 if sheet.start else 1
    for row, values in enumerate(sheet.iter_rows(), start=1):
        line = wire.row_line(row, first, values)
        if line is not None:
            yield line


if __name__ == "__main__":
    sys.exit(main())
