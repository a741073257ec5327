"""The first lines of a list as its layout makes it, groups and sums set off."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from ptman.export.options import Headers
from ptman.fields import NUMERIC
from ptman.labels import Label
from ptman.listing import Line, Listing, Row, shown
from ui import style, words

LINES = 14
_PER_CHARACTER = 7


class Preview(QTableWidget):
    """Shows, and changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.setWordWrap(False)
        words.name(self, Label("前几行的样子", "What the first lines look like"))

    def show_listing(self, listing: Listing, headers: Headers) -> None:
        lines = listing.rows[:LINES]
        self.clear()
        self.setColumnCount(len(listing.columns))
        self.setRowCount(len(lines))
        self.setHorizontalHeaderLabels([headers.text(column.label) for column in listing.columns])
        for at, row in enumerate(lines):
            self._show_line(at, row, listing, headers)
        for at, column in enumerate(listing.columns):
            label = self.fontMetrics().horizontalAdvance(headers.text(column.label)) + style.LOOSE
            self.setColumnWidth(at, max(label, column.width * _PER_CHARACTER))

    def _show_line(self, at: int, row: Row, listing: Listing, headers: Headers) -> None:
        record = row.line is Line.RECORD
        for number, (column, value) in enumerate(zip(listing.columns, row.cells, strict=True)):
            item = QTableWidgetItem(shown(value, headers.lang).replace("\n", " "))
            if column.kind in NUMERIC and not isinstance(value, Label):
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if not record:
                item.setFont(style.font(strong=True))
                item.setBackground(QColor(style.tones().hover))
            self.setItem(at, number, item)
        if row.line is Line.GROUP and len(row.cells) > 1:
            self.setSpan(at, 0, 1, len(row.cells))
