"""The register of issued letters of a year: its real pages in either language, printed or saved as PDF or Word."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from ptman.labels import Label, Lang
from ptman.register import issued_numbers
from ptman.reports import issued_book
from ptman.reports.report import Report
from ui import day, words
from ui.desk import Desk
from ui.paper_dialog import PaperDialog


class BookDialog(PaperDialog):
    """One year at a time; the last in which anything was issued at first."""

    def __init__(self, desk: Desk, years: Sequence[int], parent: QWidget | None = None) -> None:
        self._desk = desk
        self.year = QComboBox()
        words.name(self.year, Label("年份", "Year"))
        for year in years or (day.today().year,):
            self.year.addItem(str(year), year)
        self._wanted: int = self.year.currentData()
        super().__init__(issued_book.TITLE, self._book, desk.work, parent)
        self.year.currentIndexChanged.connect(self._on_year)

    @override
    def more_choices(self) -> Sequence[QWidget]:
        return (self.year,)

    def _book(self, lang: Lang) -> Report:
        """On the worker."""
        return self._desk.read(issued_book.book, self._wanted, day.today(), lang)

    def _on_year(self) -> None:
        self._wanted = self.year.currentData()
        self.draw()


def years(desk: Desk) -> tuple[int, ...]:
    """On the worker: the years there are."""
    return desk.read(issued_numbers.years)
