"""What is printed is the stored page: printed to a file through the same path and read back."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from ptman.errors import PtmanError
from ptman.letters import pages, typeset
from tests.ptman.letters.conftest import Maker, letter  # noqa: F401 - the fixture that makes letters
from ui import memory, printing
from ui.work import Cancelled, Step


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    return printer


@pytest.fixture
def pdfs(letter: Maker) -> list[bytes]:  # noqa: F811 - a fixture is asked for by its name
    return [typeset.pdf(letter(["张雨桐"])), typeset.pdf(letter(["李思远", "王梓涵"]))]


def steps() -> tuple[list[tuple[int, int]], Step]:
    seen: list[tuple[int, int]] = []
    return seen, lambda done, total: seen.append((done, total))


def dark(pdf: bytes, page: int) -> set[tuple[int, int]]:
    """Which squares of a page, a millimetre wide, hold ink."""
    shown = pages.picture(pdf, page, 72)
    spots = set()
    for y in range(shown.height):
        row = shown.pixels[y * shown.stride : y * shown.stride + 4 * shown.width]
        spots |= {(x // 3, y // 3) for x in range(shown.width) if row[4 * x + 1] < 140}
    return spots


def beside(spots: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The spots with their neighbours: another resolution may shift a stroke by a dot."""
    return {(x + dx, y + dy) for x, y in spots for dx in (-1, 0, 1) for dy in (-1, 0, 1)}


def test_the_paper_shows_the_stored_pages(pdfs: list[bytes], tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    seen, step = steps()
    total = sum(pages.count(pdf) for pdf in pdfs)
    assert printing.send(to_file(target), pdfs, step) == total
    printed = target.read_bytes()
    assert pages.count(printed) == total
    assert seen[-1] == (total, total)
    page = pages.picture(printed, 0, 72)
    assert (page.width, page.height) == (595, 842)
    ours, theirs = dark(pdfs[0], 0), dark(printed, 0)
    assert len(ours & beside(theirs)) > 0.9 * len(ours)
    assert len(theirs & beside(ours)) > 0.98 * len(theirs)


def test_the_same_letter_prints_the_same_again(pdfs: list[bytes], tmp_path: Path) -> None:
    pictures = []
    for name in ("one.pdf", "two.pdf"):
        printing.send(to_file(tmp_path / name), pdfs[:1], steps()[1])
        pictures.append(pages.picture((tmp_path / name).read_bytes(), 0, 100).pixels)
    assert pictures[0] == pictures[1]


def test_a_range_of_pages_and_both_sides(pdfs: list[bytes], tmp_path: Path) -> None:
    printer = to_file(tmp_path / "range.pdf")
    printer.setFromTo(2, 2)
    assert printing.send(printer, pdfs, steps()[1]) == 1
    assert pages.count((tmp_path / "range.pdf").read_bytes()) == 1
    both = to_file(tmp_path / "both.pdf")
    both.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    odd = [pdf for pdf in pdfs if pages.count(pdf) % 2]
    whole = sum(pages.count(pdf) for pdf in pdfs) + len(odd)
    assert printing.send(both, pdfs, steps()[1]) == (whole if both.duplex() is both.DuplexMode.DuplexLongSide else 4)


def test_cancel_stops_the_job(pdfs: list[bytes], tmp_path: Path) -> None:
    def step(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        printing.send(to_file(tmp_path / "halted.pdf"), pdfs, step)
    assert pages.count((tmp_path / "halted.pdf").read_bytes()) == 1


def test_a_printer_is_told_again_what_it_was_told_last(tmp_path: Path) -> None:
    told = to_file(tmp_path / "a.pdf")
    told.setCopyCount(3)
    told.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printing.remember(told)
    fresh = to_file(tmp_path / "b.pdf")
    printing.recall(fresh)
    assert (fresh.copyCount(), fresh.duplex()) == (3, told.duplex())
    memory.keep(f"printing/on/{told.printerName()}", {"duplex": 77, "copies": -4})
    printing.recall(fresh)
    assert fresh.copyCount() == 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_in_words(pdfs: list[bytes], tmp_path: Path) -> None:
    with pytest.raises(PtmanError) as refused:
        printing.send(to_file(tmp_path / "nowhere" / "x.pdf"), pdfs, steps()[1])
    assert refused.value.code == "printer-refused"
