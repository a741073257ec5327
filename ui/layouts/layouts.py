"""Opens the dialog of layouts over a page's list, and sends what it lays out to a workbook, a PDF or the printer."""

from PySide6.QtCore import QObject

from ptman.export.layouts.layout import Layout
from ptman.export.options import Options
from ptman.labels import Label
from ui import day, errors, memory, printing
from ui.layouts import screen
from ui.layouts.dialog import LayoutDialog, Wanted, Way
from ui.registers.exporting import Exporting
from ui.registers.viewed import ViewedPage
from ui.work import Step

NO_PRINTER = Label(
    "这台电脑没有可用的打印机。可写成 PDF，在别处打印。",
    "There is no printer on this computer. Write a PDF and print it elsewhere.",
)
_PRINTING = Label("打印列表", "Printing the list")


class Layouts(QObject):
    """One for a page."""

    def __init__(self, page: ViewedPage, exporting: Exporting) -> None:
        super().__init__(page)
        self._page = page
        self._exporting = exporting

    def begin(self) -> None:
        """Ask how the list of the page is to look."""
        dialog = LayoutDialog(self._page.desk, screen.subject(self._page), self._page.window())
        dialog.worn.connect(self._wear)
        dialog.wanted.connect(self._send)
        dialog.told.connect(self._page.told)
        dialog.open()

    def _wear(self, layout: Layout) -> None:
        memory.keep(screen.HEADERS, layout.headers.value)
        screen.wear(self._page, layout)
        self._page.told.emit(Label("已用于列表", "Used on the list"))

    def _send(self, wanted: Wanted) -> None:
        options = Options(
            day.today(), wanted.layout.headers, self._page.scope_of(wanted.layout.tag, wanted.layout.words)
        )
        if wanted.way is Way.PRINTER:
            self._print(wanted, options)
        elif wanted.way is Way.PDF:
            self._exporting.begin_pdf(wanted.sheets, options, self._title(wanted))
        else:
            self._exporting.begin_sheets(wanted.sheets, options, self._title(wanted), summary=wanted.summary)

    def _title(self, wanted: Wanted) -> Label:
        title = wanted.layout.title
        return Label(title, title) if title else self._page.table.listing.title

    def _print(self, wanted: Wanted, options: Options) -> None:
        window = self._page.window()
        if not printing.there_is_a_printer():
            errors.tell(_PRINTING, NO_PRINTER, window)
            return
        printer = printing.asked(window, _PRINTING)
        if printer is None:
            return

        def job(step: Step) -> int:
            from ptman.reports import lists, pages

            return printing.send(printer, [pages.pdf(lists.report(wanted.sheets, options))], step)

        self._page.desk.work.run(_PRINTING, job, self._on_printed)

    def _on_printed(self, sides: int) -> None:
        self._page.told.emit(Label(f"已送打印 {sides} 页", f"Sent {sides} pages to the printer"))
