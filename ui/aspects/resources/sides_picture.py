"""Give and take as bars to both sides of a middle line, one line a unit, each leading to the list behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from typing_extensions import override

from ptman.labels import Label
from ui import style, words
from ui.palette import Tone, Tones
from ui.pieces.picture import Part, Picture

LINE, HEAD = 34, 26
NAME, FIGURE = 200, 56
"""Width of the names at the left and of the figures at both ends."""
BAR = 14


@dataclass(frozen=True, slots=True)
class Pair:
    """One line: what the unit gives and takes."""

    key: str
    name: Label
    gives: float
    takes: float

    @property
    def said(self) -> Label:
        return Label(
            f"{self.name.zh}：提供 {self.gives:g}，使用 {self.takes:g}",
            f"{self.name.en}: gives {self.gives:g}, takes {self.takes:g}",
        )


class SidesPicture(Picture):
    """Both sides are on one scale, so that lengths can be compared across."""

    def __init__(self, name: Label, heads: tuple[Label, Label]) -> None:
        self._pairs: tuple[Pair, ...] = ()
        self._heads = heads
        super().__init__(name)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        self._pairs = tuple(pairs)
        self.show_parts([Part(one.key, one.said, 0) for one in pairs])
        said = "; ".join(words.say(one.said) for one in pairs)
        self.setAccessibleDescription(said)

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, HEAD + LINE * max(1, len(self._pairs)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(440, self.sizeHint().height())

    @override
    def places(self, area: QRectF) -> list[QRectF]:
        return [
            QRectF(area.left(), area.top() + HEAD + at * LINE, area.width(), LINE) for at in range(len(self._pairs))
        ]

    @override
    def draw(self, painter: QPainter, area: QRectF, tones: Tones) -> None:
        middle = area.left() + NAME + (area.width() - NAME) / 2
        reach = (area.width() - NAME) / 2 - FIGURE
        most = max((max(one.gives, one.takes) for one in self._pairs), default=0) or 1.0
        painter.setFont(style.font(style.SECONDARY))
        painter.setPen(QColor(tones.quiet))
        upright = Qt.AlignmentFlag.AlignVCenter
        left = QRectF(middle - reach - FIGURE, area.top(), reach + FIGURE - style.SMALL, HEAD)
        painter.drawText(left, upright | Qt.AlignmentFlag.AlignRight, words.say(self._heads[0]))
        right = QRectF(middle + style.SMALL, area.top(), reach + FIGURE, HEAD)
        painter.drawText(right, upright | Qt.AlignmentFlag.AlignLeft, words.say(self._heads[1]))
        for pair, place in zip(self._pairs, self.places(area), strict=True):
            self._line(painter, pair, (place, middle, reach / most), tones)
        painter.setPen(QPen(QColor(tones.edge), 1))
        painter.drawLine(int(middle), int(area.top()) + HEAD, int(middle), int(area.bottom()))

    def _line(self, painter: QPainter, pair: Pair, about: tuple[QRectF, float, float], tones: Tones) -> None:
        place, middle, scale = about
        upright = Qt.AlignmentFlag.AlignVCenter
        name = QRectF(place.left() + style.SMALL, place.top(), NAME - style.NORMAL, place.height())
        said = painter.fontMetrics().elidedText(words.say(pair.name), Qt.TextElideMode.ElideRight, int(name.width()))
        painter.setPen(QColor(tones.ink))
        painter.drawText(name, upright | Qt.AlignmentFlag.AlignLeft, said)
        top = place.center().y() - BAR / 2
        gives, takes = pair.gives * scale, pair.takes * scale
        for bar, tone in (
            (QRectF(middle - gives, top, gives, BAR), Tone.ACCENT),
            (QRectF(middle, top, takes, BAR), Tone.DONE),
        ):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.ink_of(tone)))
            painter.drawRect(bar)
        painter.setPen(QColor(tones.ink))
        figure = QRectF(middle - gives - FIGURE, place.top(), FIGURE - style.TIGHT, place.height())
        painter.drawText(figure, upright | Qt.AlignmentFlag.AlignRight, f"{pair.gives:g}")
        figure = QRectF(middle + takes + style.TIGHT, place.top(), FIGURE, place.height())
        painter.drawText(figure, upright | Qt.AlignmentFlag.AlignLeft, f"{pair.takes:g}")
