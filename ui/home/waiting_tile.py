"""The first figure on the first page: students without an industry supervisor, parted by days since enrolment."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from typing_extensions import override

from ptman.labels import Label
from ui import icons, style, words
from ui.palette import Tone, Tones
from ui.pieces.picture import Part, Picture

HEIGHT = 76
_LEFT = 0.46
_WHOLE = Label("缺企业导师", "No industry")


class WaitingTile(Picture):
    """Four parts: all of them at the left, then those past the limit, those late, those new; each opens its list."""

    def __init__(self) -> None:
        super().__init__(Label("缺企业导师的学生", "Students without an industry supervisor"))
        self._lacking = 0
        self.setFixedHeight(HEIGHT)

    def show_waiting(self, lacking: int, by_days: Mapping[str, int], limits: tuple[int, int]) -> None:
        """`by_days` goes by chip; `limits` are the days after which it is late and over the limit."""
        early, limit = limits
        self._lacking = lacking
        self.show_parts(
            (
                Part("no-industry", _WHOLE, lacking, Tone.ACCENT if lacking else Tone.DONE),
                Part(
                    "no-industry-late",
                    Label(f"逾 {limit} 天", f"> {limit} days"),
                    by_days.get("no-industry-late", 0),
                    Tone.OVERDUE,
                ),
                Part(
                    "no-industry-waiting",
                    Label(f"逾 {early} 天", f"> {early} days"),
                    by_days.get("no-industry-waiting", 0),
                    Tone.SOON,
                ),
                Part(
                    "no-industry-new",
                    Label(f"{early} 天以内", f"≤ {early} days"),
                    by_days.get("no-industry-new", 0),
                    Tone.QUIET,
                ),
            )
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(272, HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def places(self, area: QRectF) -> list[QRectF]:
        if not self._parts:
            return []
        left = QRectF(area.left(), area.top(), area.width() * _LEFT, area.height())
        right = QRectF(left.right(), area.top() + 5, area.width() - left.width() - 4, area.height() - 10)
        line = right.height() / (len(self._parts) - 1)
        rows = (QRectF(right.left(), right.top() + at * line, right.width(), line) for at in range(3))
        return [left, *rows]

    @override
    def draw(self, painter: QPainter, area: QRectF, tones: Tones) -> None:
        painter.setPen(QPen(QColor(tones.accent if self.hasFocus() else tones.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), style.CORNER, style.CORNER)
        for part, place in zip(self._parts, self.places(area), strict=True):
            ink = tones.ink_of(part.tone) if part.count else tones.quiet
            (_whole if part.key == "no-industry" else _row)(painter, place, part, (ink, tones))


def _whole(painter: QPainter, place: QRectF, part: Part, colours: tuple[str, Tones]) -> None:
    _, tones = colours
    inner = place.adjusted(style.WIDE, style.NORMAL, 0, -style.NORMAL)
    icons.paint(painter, "briefcase", QRectF(inner.right() - 26, inner.top(), 18, 18), tones.ink_of(part.tone))
    painter.setPen(QColor(tones.ink_of(part.tone)))
    painter.setFont(style.font(style.FIGURE))
    painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, str(part.count))
    painter.setPen(QColor(tones.quiet))
    painter.setFont(style.font(style.SECONDARY))
    name = painter.fontMetrics().elidedText(words.say(part.label), Qt.TextElideMode.ElideRight, int(inner.width()))
    painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, name)


def _row(painter: QPainter, place: QRectF, part: Part, colours: tuple[str, Tones]) -> None:
    ink, tones = colours
    inner = place.adjusted(style.SMALL, 0, -style.SMALL, 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(style.font(style.SECONDARY))
    painter.setPen(QColor(tones.quiet))
    painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, words.say(part.label))
    painter.setPen(QColor(ink))
    painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, str(part.count))
