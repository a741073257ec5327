"""Prints PDFs as they were issued: each page a picture of the stored bytes at the printer's own resolution."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import pages
from ui import memory, words
from ui.work import Step

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Side = tuple[bytes, int]
"""A PDF and one of its pages, from 0."""
_MUCH = 1.01
_LAST = "printing/last"
MOST_COPIES = 99
FINEST = 600
"""Dots an inch beyond which no eye sees a difference on paper, but a page takes half a gigabyte."""


def there_is_a_printer() -> bool:
    """Whether this machine has any printer set up."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def asked(parent: QWidget, title: Label) -> "QPrinter | None":
    """The system's print dialog: the printer as the user has set it, None where they said no."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    recall(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(words.say(title))
    # Some systems show their own dialog only this way, and it runs its own loop.
    agreed = dialog.exec()
    dialog.deleteLater()
    if not agreed:
        return None
    remember(printer)
    return printer


def remember(printer: "QPrinter") -> None:
    """Both sides and copies, as this printer was last told; and that it was the last."""
    name = printer.printerName()
    memory.keep(_LAST, name)
    memory.keep(f"printing/on/{name}", {"duplex": printer.duplex().value, "copies": printer.copyCount()})


def recall(printer: "QPrinter") -> None:
    """As `remember` left it, where that printer is still there and can do so."""
    from PySide6.QtPrintSupport import QPrinterInfo

    name = memory.text(_LAST)
    if name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(name)
    told = memory.numbers(memory.recall(f"printing/on/{printer.printerName()}"))
    if told.get("duplex") in {one.value for one in printer.DuplexMode}:
        printer.setDuplex(printer.DuplexMode(told["duplex"]))
    printer.setCopyCount(min(max(told.get("copies", 1), 1), MOST_COPIES))


def send(printer: "QPrinter", pdfs: Sequence[bytes], step: Step) -> int:
    """Print these documents in order, on the worker; how many sides were sent.

    With printing on both sides each document begins on a new sheet. A cancel stops the printer's job.
    Raises PtmanError `printer-refused`, `letter-pdf-damaged`.
    """
    from PySide6.QtPrintSupport import QPrinter

    wanted = tuple(_sides(printer, pdfs))
    printer.setFullPage(True)
    painter = QPainter()
    if not wanted or not painter.begin(printer):
        raise _refused(printer)
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.LosslessImageRendering)
    try:
        for done, side in enumerate(wanted, start=1):
            if done > 1:
                printer.newPage()
            if side is not None:
                _draw(painter, printer, side)
            step(done, len(wanted))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    if printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        raise _refused(printer)
    return len(wanted)


def _sides(printer: "QPrinter", pdfs: Sequence[bytes]) -> Iterator[Side | None]:
    """Each page within the range that was asked, once for each copy the printer cannot make; None is an empty side."""
    both = printer.duplex() in {printer.DuplexMode.DuplexLongSide, printer.DuplexMode.DuplexShortSide}
    every: list[Side | None] = []
    for pdf in pdfs:
        every += [(pdf, page) for page in range(pages.count(pdf))]
        every += [None] if both and len(every) % 2 else []
    first, last = printer.fromPage() or 1, printer.toPage() or len(every)
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    for _ in range(copies):
        yield from every[first - 1 : last]


def _draw(painter: QPainter, printer: "QPrinter", side: Side) -> None:
    dpi = min(printer.resolution(), FINEST)
    shown = pages.picture(*side, dpi)
    image = QImage(shown.pixels, shown.width, shown.height, shown.stride, QImage.Format.Format_RGBX8888)
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = QSizeF(shown.width, shown.height) * (printer.resolution() / dpi)
    # A sheet of whole points is a dot or two smaller than true A4: no reason to draw every stroke anew.
    if size.width() > paper.width() * _MUCH or size.height() > paper.height() * _MUCH:
        size = size.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(paper.topLeft(), size), image)


def _refused(printer: "QPrinter") -> PtmanError:
    name = printer.printerName() or printer.outputFileName()
    return PtmanError(
        "printer-refused",
        f"打印机“{name}”没有接受打印任务。函件没有变化；请检查打印机后重试，或另存为 PDF。",
        f"The printer {name} did not take the job. The letters are unchanged; check it and try again, or save as PDF.",
    )
