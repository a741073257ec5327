"""The icons: line drawings in the colour of the text around them, sharp at any scale."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from ui import palette
from ui.palette import Tone

FOLDER = Path(__file__).parent.parent / "resources" / "icons"


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.replace('stroke-width="2"', 'stroke-width="1.75"').encode()))


class _Line(QIconEngine):
    """Draws one icon in the colour the theme has at that moment, so a change of theme needs no reloading."""

    def __init__(self, drawing: str, tone: Tone) -> None:
        super().__init__()
        self._drawing = drawing
        self._tone = tone

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tones = palette.of(QGuiApplication.palette())
        paint(
            painter, self._drawing, QRectF(rect), tones.off if mode is QIcon.Mode.Disabled else tones.ink_of(self._tone)
        )

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return _Line(self._drawing, self._tone)

    @override
    def iconName(self) -> str:
        return self._drawing


def icon(name: str, tone: Tone = Tone.PLAIN) -> QIcon:
    """The drawing of that name in `resources/icons`."""
    return QIcon(_Line(name, tone))


def paint(painter: QPainter, name: str, rect: QRectF, colour: str) -> None:
    """Draw an icon as large as fits into `rect`, in the middle."""
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    _renderer(name, colour).render(painter, square)
