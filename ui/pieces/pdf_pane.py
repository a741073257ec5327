"""A PDF with its bar: page n of m, zoom, fit the width; or a sentence where there is nothing to see."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ptman.errors import PtmanError
from ptman.labels import Label
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, text
from ui.pieces.pdf_sheets import Asks, Sheets, measured
from ui.pieces.pdf_view import PdfView


class PdfPane(QWidget):
    """`show_pdf` measures on the worker, then shows; `say` takes the PDF away and says why."""

    def __init__(self, work: Asks, nothing: Label) -> None:
        super().__init__()
        self._work = work
        self._wanted = b""
        self.view = PdfView(work)
        self.place = text.Text(style.SECONDARY, Tone.QUIET)
        self.zoom = text.Text(style.SECONDARY, Tone.QUIET)
        self.back = button.quiet(Label("上一页 (Page Up)", "Previous page (Page Up)"), "chevron-up")
        self.on = button.quiet(Label("下一页 (Page Down)", "Next page (Page Down)"), "chevron-down")
        self.smaller = button.quiet(Label("缩小 (Ctrl+-)", "Zoom out (Ctrl+-)"), "minus")
        self.larger = button.quiet(Label("放大 (Ctrl++)", "Zoom in (Ctrl++)"), "plus")
        self.whole = button.plain(Label("实际大小", "Actual size"))
        self.fit = button.plain(Label("适合宽度", "Fit width"))
        self._hint = text.paragraph(nothing, Tone.QUIET)
        self._nothing = nothing
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()
        self.say(nothing)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes; the pages before stay until the new ones are there."""
        if pdf != self._wanted:
            self._wanted = pdf
            self._work.ask(partial(measured, pdf), self._on_measured, self._on_failed)

    def show_nothing(self) -> None:
        self.say(self._nothing)

    def say(self, sentence: Label, tone: Tone = Tone.QUIET) -> None:
        """A sentence in the place of the pages."""
        self._wanted = b""
        self.view.show_sheets(None)
        self._hint.set_tone(tone)
        words.bind(self._hint, self._hint.setText, sentence)
        self._stack.setCurrentIndex(1)
        self._show_bar(on=False)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(style.NORMAL, style.TIGHT, style.NORMAL, style.TIGHT)
        bar.setSpacing(style.TIGHT)
        left, right = (self.back, self.on, self.place), (self.smaller, self.zoom, self.larger, self.whole, self.fit)
        for at, part in enumerate((*left, *right)):
            if at == len(left):
                bar.addStretch(1)
            bar.addWidget(part)
        self.zoom.setMinimumWidth(44)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setContentsMargins(style.LOOSE, 0, style.LOOSE, 0)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(text.hairline())
        layout.addLayout(self._stack, 1)
        style.role(self, style.Role.PANE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.view.turn_to(self.view.page() - 1))
        self.on.clicked.connect(lambda: self.view.turn_to(self.view.page() + 1))
        self.smaller.clicked.connect(lambda: self.view.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.view.zoom_by(1))
        self.whole.clicked.connect(lambda: self.view.zoom_to(100))
        self.fit.clicked.connect(self.view.fit_width)
        self.view.turned.connect(self._say_place)
        self.view.zoomed.connect(lambda percent: self.zoom.setText(f"{percent}%"))
        words.on_change(self, lambda: self._say_place(self.view.page() + 1, self.view.count))

    def _say_place(self, page: int, of: int) -> None:
        said = Label(f"第 {page} 页，共 {of} 页", f"Page {page} of {of}") if of else Label("", "")
        words.bind(self.place, self.place.setText, said)
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < of)

    def _show_bar(self, *, on: bool) -> None:
        for part in (self.smaller, self.larger, self.whole, self.fit):
            part.setEnabled(on)
        self.zoom.setVisible(on)

    def _on_measured(self, sheets: Sheets) -> None:
        if sheets.pdf == self._wanted:
            self._stack.setCurrentIndex(0)
            self._show_bar(on=True)
            self.view.show_sheets(sheets)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PtmanError):
            raise error
        self.say(error.sentence, Tone.OVERDUE)
