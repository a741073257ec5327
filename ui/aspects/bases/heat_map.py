"""The coverage map as a picture: a line a base, a cell a month, its share of usable seats as a tint and in figures."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from typing_extensions import override

from ptman.aspects.bases import coverage_paper
from ptman.aspects.bases.coverage import Coverage, Line, Tile
from ptman.labels import Label
from ui import style, words
from ui.palette import Tone, Tones
from ui.pieces.picture import Part, Picture

ROW, HEAD, NAMES = 40, 32, 172
_LEAST = 50
_CENTRE = Qt.AlignmentFlag.AlignCenter
NAME = Label("基地能力图", "Coverage of bases")


class HeatMap(Picture):
    """The chosen cell stays marked; arrows go from base to base and from month to month."""

    def __init__(self) -> None:
        super().__init__(NAME)
        self._map: Coverage | None = None
        self.selected = ""
        self.chosen.connect(self.select)

    def show_map(self, found: Coverage) -> None:
        self._map = found
        parts = [Part(key(line, tile), said(line, tile), tile.usable) for line in found.lines for tile in line.tiles]
        self.show_parts(parts)
        self.setFixedHeight(self.sizeHint().height())
        if self.tile() is None and parts:
            self.selected = parts[0].key
        self.select(self.selected)

    def select(self, wanted: str) -> None:
        self.selected = wanted
        if self.hasFocus():
            self._point_at(next((at for at, part in enumerate(self._parts) if part.key == wanted), 0))
        self.update()

    def tile(self) -> tuple[Line, Tile] | None:
        """The chosen cell with its base."""
        lines = self._map.lines if self._map is not None else ()
        pairs = ((line, tile) for line in lines for tile in line.tiles)
        return next((pair for pair in pairs if key(*pair) == self.selected), None)

    @override
    def sizeHint(self) -> QSize:
        lines = len(self._map.lines) if self._map is not None else 0
        return QSize(NAMES + _LEAST * self._across(), HEAD + ROW * (lines + 1) + style.SMALL)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def places(self, area: QRectF) -> list[QRectF]:
        return [self._cell(area, row, column) for row in range(self._down()) for column in range(self._across())]

    @override
    def draw(self, painter: QPainter, area: QRectF, tones: Tones) -> None:
        found = self._map
        if found is None:
            return
        painter.setFont(style.font(style.SECONDARY))
        painter.setPen(QColor(tones.quiet))
        for at, month in enumerate(found.months):
            place = self._cell(area, 0, at)
            place.moveTop(area.top())
            place.setHeight(HEAD)
            painter.drawText(place, _CENTRE, f"{month:%Y-%m}" if at == 0 or month.month == 1 else f"{month:%m}")
        for row, line in enumerate(found.lines):
            self._words(painter, area, row, (f"{line.name}", tones.ink))
            for column, tile in enumerate(line.tiles):
                self._tile(painter, self._cell(area, row, column), (line, tile), tones)
        self._totals(painter, area, found, tones)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go to the other bases; the rest is as for every picture."""
        step = {Qt.Key.Key_Down: self._across(), Qt.Key.Key_Up: -self._across()}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 0 <= self._at + step < len(self._parts):
            self._point_at(self._at + step)

    def _tile(self, painter: QPainter, place: QRectF, of: tuple[Line, Tile], tones: Tones) -> None:
        tile = of[1]
        inner = place.adjusted(2, 2, -2, -2)
        chosen = key(*of) == self.selected
        painter.setPen(QPen(QColor(tones.accent), 2) if chosen else Qt.PenStyle.NoPen)
        tone = tone_of(tile)
        painter.setBrush(QColor(tones.soft_of(tone)) if tile.promised else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, style.CORNER, style.CORNER)
        painter.setPen(QColor(tones.ink_of(tone)))
        painter.setFont(style.font())
        if not tile.promised:
            painter.drawText(inner, _CENTRE, "–" if not tile.taken else f"0/{tile.taken}")
            return
        upper = QRectF(inner.left(), inner.top() + 1, inner.width(), inner.height() * 0.56)
        lower = QRectF(inner.left(), upper.bottom() - 3, inner.width(), inner.height() * 0.46)
        mark = words.say(coverage_paper.mark(tile))
        painter.drawText(upper if mark else inner, _CENTRE, f"{tile.usable}/{tile.promised}")
        if mark:
            painter.setFont(style.font(style.SECONDARY))
            metrics = painter.fontMetrics()
            painter.drawText(lower, _CENTRE, metrics.elidedText(mark, Qt.TextElideMode.ElideRight, int(lower.width())))

    def _totals(self, painter: QPainter, area: QRectF, found: Coverage, tones: Tones) -> None:
        row = len(found.lines)
        self._words(painter, area, row, (words.say(coverage_paper.TOTAL), tones.ink))
        for column, total in enumerate(found.totals):
            painter.drawText(self._cell(area, row, column), _CENTRE, f"{total.usable}/{total.promised}")

    def _words(self, painter: QPainter, area: QRectF, row: int, text: tuple[str, str]) -> None:
        said_, ink = text
        painter.setFont(style.font(strong=row == self._down()))
        place = QRectF(area.left() + style.SMALL, area.top() + HEAD + ROW * row, NAMES - style.NORMAL, ROW)
        painter.setPen(QColor(ink))
        fitted = painter.fontMetrics().elidedText(said_, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)

    def _cell(self, area: QRectF, row: int, column: int) -> QRectF:
        width = (area.width() - NAMES - style.SMALL) / max(1, self._across())
        return QRectF(area.left() + NAMES + width * column, area.top() + HEAD + ROW * row, width, ROW)

    def _across(self) -> int:
        return len(self._map.months) if self._map is not None else 0

    def _down(self) -> int:
        return len(self._map.lines) if self._map is not None else 0


def key(line: Line, tile: Tile) -> str:
    return f"{line.id}:{tile.month.isoformat()}"


def said(line: Line, tile: Tile) -> Label:
    """For a screen reader: base, month, what holds it back, how many usable."""
    month, why = f"{tile.month:%Y-%m}", tile.bottleneck.label
    return Label(f"{line.name} {month} {why.zh} 可用", f"{line.name} {month} {why.en}, usable")


def tone_of(tile: Tile) -> Tone:
    """Nothing usable is overdue, or more students than seats; less than promised is soon; all of it done."""
    if not tile.promised:
        return Tone.OVERDUE if tile.taken else Tone.QUIET
    if not tile.usable or tile.short:
        return Tone.OVERDUE
    return Tone.SOON if tile.usable < tile.promised else Tone.DONE
