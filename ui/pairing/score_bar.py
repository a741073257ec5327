"""A score as a bar made of its terms, and the legend that names them; shorter is better, nothing is best."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import style, words
from ui.pairing import ink
from ui.palette import Tone, Tones

_FIGURE = 30
_THICK = 8
_FULL = 45
"""Points at which the bar is full: an unranked choice with everything against it."""
_ROW = 20
_NAMES = {
    "rank": Label("志愿", "Choice"),
    "supervisor_rank": Label("导师意向", "Supervisor"),
    "field": Label("方向", "Field"),
    "topic": Label("课题", "Topic"),
    "ends_early": Label("聘期不足", "Term ends early"),
    "travel": Label("路途", "Travel"),
    "hint": Label("办公室倾向", "Hint"),
    "moved": Label("改动现状", "Moves what stands"),
    "affinity": Label("已有合作（减分）", "Work together (less)"),
}
_HINT = Label("分数越低越好，0 分最好", "Lower is better, 0 is best")


def paint(painter: QPainter, area: QRectF, points: Mapping[str, int]) -> None:
    """The parts in the order of the legend, what is taken off hatched over the end, the sum at the right."""
    tones = style.tones()
    ink.write_right(painter, area, str(sum(points.values())), Tone.PLAIN, style.SECONDARY)
    track = QRectF(area.left(), area.center().y() - _THICK / 2, area.width() - _FIGURE, _THICK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tones.line))
    painter.drawRoundedRect(track, 3, 3)
    left = track.left()
    for name, width in _parts(points, track.width()):
        _fill(painter, QRectF(left, track.top(), width, _THICK), name, tones)
        left += width
    off = -points.get("affinity", 0) * track.width() / _FULL
    if off > 0:
        _fill(painter, QRectF(max(track.left(), left - off), track.top(), max(off, 4.0), _THICK), "affinity", tones)


class Legend(QWidget):
    """The terms that occur in the list above, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words.on_change(self, self._fit)
        self._fit()

    def show_terms(self, names: Iterable[str]) -> None:
        found = frozenset(names)
        self._shown = tuple(name for name in _NAMES if name in found)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        rows = max((row for _, _, row in self._places(self.width())), default=0) + 1
        return QSize(240, rows * _ROW + style.SMALL)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for name, left, row in self._places(self.width()):
            top = row * _ROW + style.TIGHT
            label = _NAMES.get(name, _HINT)
            if name:
                painter.setPen(Qt.PenStyle.NoPen)
                _fill(painter, QRectF(left, top + 6, 10, 8), name, style.tones())
            at = left + (14 if name else 0)
            ink.write(painter, QRectF(at, top, self.width() - at, _ROW), words.say(label), Tone.QUIET, style.SECONDARY)

    def _places(self, width: int) -> list[tuple[str, float, int]]:
        """Each term with its left edge and its row; the hint stands last."""
        metrics = QFontMetricsF(style.font(style.SECONDARY))
        left, row = 0.0, 0
        placed = []
        for name in (*self._shown, ""):
            need = metrics.horizontalAdvance(words.say(_NAMES.get(name, _HINT))) + (14 if name else 0)
            if left and left + need > width:
                left, row = 0.0, row + 1
            placed.append((name, left, row))
            left += need + style.NORMAL
        return placed

    def _fit(self) -> None:
        said = [words.say(_NAMES[name]) for name in self._shown]
        self.setAccessibleName(", ".join([*said, words.say(_HINT)]))
        self.setFixedHeight(self.sizeHint().height())
        self.update()


def _parts(points: Mapping[str, int], width: float) -> Iterator[tuple[str, float]]:
    left = width
    for name in _NAMES:
        if name in points and points[name] > 0:
            share = min(left, points[name] * width / _FULL)
            left -= share
            yield name, share


def _fill(painter: QPainter, area: QRectF, name: str, tones: Tones) -> None:
    """Shades of the accent for wishes and fits, amber for a warning, a hatch for what is taken off."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_brush(name, tones))
    painter.drawRect(area.adjusted(0, 0, -1, 0) if area.width() > 2 else area)  # noqa: PLR2004 - a gap of one pixel
    if name == "affinity":
        painter.setPen(QPen(QColor(tones.done), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0.5, 0.5, -1.5, -0.5))
        painter.setPen(Qt.PenStyle.NoPen)


def _brush(name: str, tones: Tones) -> QBrush:
    strength = {"rank": 1.0, "supervisor_rank": 0.65, "field": 0.42, "topic": 0.24}
    if name in strength:
        colour = QColor(tones.accent)
        colour.setAlphaF(strength[name])
        return QBrush(colour)
    if name == "affinity":
        return QBrush(QColor(tones.paper))
    return QBrush(QColor(tones.soon if name == "ends_early" else tones.quiet))
