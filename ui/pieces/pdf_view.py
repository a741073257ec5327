"""Pages of a PDF on a grey ground, drawn by the worker at the resolution of the screen, sharp at any zoom."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import style, words
from ui.pieces.pdf_sheets import GAP, POINTS, Asks, Sheets, Zoom, drawn, extent

DOTS = 96
"""Dots an inch on a screen at 100 %."""
LEAST, MOST, STEP = 25, 400, 1.2
_PAUSE = 40
_KEPT = 8


class PdfView(QAbstractScrollArea):
    """Page Up and Page Down turn pages, Ctrl and wheel or + and - zoom, Ctrl+0 fits the width.

    Signals:
        turned(int, int): the page in sight, from 1, of how many; 0 of 0 for none.
        zoomed(int): percent.
    """

    turned = Signal(int, int)
    zoomed = Signal(int)

    def __init__(self, work: Asks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._sheets = Sheets(b"", ())
        self._zoom = Zoom()
        self._images: dict[tuple[int, int], QImage] = {}
        self._asked: set[tuple[int, int]] = set()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._draw_missing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        words.name(self, Label("函件预览", "Preview of the letter"))

    @property
    def percent(self) -> int:
        """The zoom of the moment."""
        widest = max((size.width() for size in self._sheets.sizes), default=0)
        if not self._zoom.fit or not widest:
            return self._zoom.percent
        room = self.viewport().width() - 2 * GAP
        return max(LEAST, min(MOST, int(100 * room * POINTS / (widest * DOTS))))

    @property
    def count(self) -> int:
        return len(self._sheets.sizes)

    def page(self) -> int:
        """The page in the middle of the sight, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        places = self._places()
        return next((at for at, place in enumerate(places) if middle <= place.bottom() + GAP), max(0, len(places) - 1))

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Show another PDF from its first page on, or nothing."""
        self._sheets = sheets or Sheets(b"", ())
        self._images.clear()
        self._asked.clear()
        self._settle()
        self.verticalScrollBar().setValue(0)

    def turn_to(self, page: int) -> None:
        """Bring the top of a page (from 0) into sight."""
        places = self._places()
        if places:
            self.verticalScrollBar().setValue(places[max(0, min(page, len(places) - 1))].top() - GAP)

    def zoom_to(self, percent: float) -> None:
        """Keeps the middle of the sight where it is."""
        bar, before = self.verticalScrollBar(), self.percent
        middle = bar.value() + self.viewport().height() // 2
        self._zoom = Zoom(max(LEAST, min(MOST, round(percent))), fit=False)
        self._settle()
        bar.setValue(middle * self.percent // before - self.viewport().height() // 2)

    def zoom_by(self, steps: int) -> None:
        self.zoom_to(self.percent * STEP**steps)

    def fit_width(self) -> None:
        self._zoom = replace(self._zoom, fit=True)
        self._settle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        last = self.count - 1
        turns = {Qt.Key.Key_PageUp: self.page() - 1, Qt.Key.Key_PageDown: self.page() + 1}
        turns |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key in turns:
            self.turn_to(turns[key])
        elif key in zooms and held:
            self.zoom_by(zooms[key])
        elif key == Qt.Key.Key_0 and held:
            self.fit_width()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tones = style.tones()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tones.ground))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        dpi = self._dpi()
        for page, place in self._in_sight():
            painter.fillRect(place.adjusted(-1, -1, 1, 1), QColor(tones.edge))
            painter.fillRect(place, QColor(Qt.GlobalColor.white))
            sharp = self._images.get((page, dpi))
            stale = sharp or next((image for (at, _), image in self._images.items() if at == page), None)
            if stale is not None:
                painter.drawImage(place, stale)
            if sharp is None:
                self._pause.start()

    def _dpi(self) -> int:
        return round(self.percent * DOTS / 100 * self.devicePixelRatioF())

    def _places(self) -> list[QRect]:
        scale = self._dpi() / POINTS / self.devicePixelRatioF()
        return self._sheets.places(scale, self.viewport().width())

    def _in_sight(self) -> list[tuple[int, QRect]]:
        offset = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        moved = [place.translated(offset) for place in self._places()]
        sight = self.viewport().rect()
        return [(page, place) for page, place in enumerate(moved) if place.intersects(sight)]

    def _settle(self) -> None:
        """The scroll bars after another PDF, size or zoom."""
        room, whole = self.viewport().size(), extent(self._places())
        for bar, length, shown in (
            (self.verticalScrollBar(), whole.height(), room.height()),
            (self.horizontalScrollBar(), whole.width(), room.width()),
        ):
            bar.setRange(0, max(0, length - shown))
            bar.setPageStep(shown)
        self.zoomed.emit(self.percent)
        self._on_scrolled()
        self.viewport().update()

    def _draw_missing(self) -> None:
        for page, _ in self._in_sight() if self.isVisible() else ():
            key = (page, self._dpi())
            if key not in self._images and key not in self._asked:
                self._asked.add(key)
                job = partial(drawn, self._sheets.pdf, page, self._dpi())
                self._work.ask(job, partial(self._on_drawn, self._sheets, key))

    def _on_drawn(self, sheets: Sheets, key: tuple[int, int], image: QImage) -> None:
        if sheets is self._sheets:
            self._images[key] = image
            self._asked.discard(key)
            for old in list(self._images)[:-_KEPT]:
                del self._images[old]
            self.viewport().update()

    def _on_scrolled(self) -> None:
        self.turned.emit(self.page() + 1 if self.count else 0, self.count)
