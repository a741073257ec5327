"""How many students get their first, second, … choice in a proposal, as small bars."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from ptman.assign.comparing import LATER
from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Role
from ptman.labels import Label, same
from ui import style, words
from ui.pairing import proposal
from ui.palette import Tone, Tones
from ui.pieces.picture import Part, Picture

_HEIGHT = 76
_BARS = 36
_SAID = {
    "other": Label("未选", "other"),
    "none": Label("空缺", "none"),
    str(LATER): same(f"{LATER}+"),
}
_TONES = {"other": Tone.QUIET, "none": Tone.SOON}


class RankProfile(Picture):
    """One bar a rank, figures above, ranks below. Press one to see its rows."""

    def show_plan(self, plan: AssignDraft, role: Role) -> None:
        parts = []
        for name, count in proposal.profile(plan, role):
            label = _SAID.get(name) or Label(f"第{name}", f"{name}")
            parts.append(Part(name, label, count, _TONES.get(name, Tone.ACCENT)))
        self.show_parts(parts)

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(260, _HEIGHT)

    @override
    def places(self, area: QRectF) -> list[QRectF]:
        wide = area.width() / max(1, len(self._parts))
        return [QRectF(area.left() + at * wide, area.top(), wide, area.height()) for at in range(len(self._parts))]

    @override
    def draw(self, painter: QPainter, area: QRectF, tones: Tones) -> None:
        most = max((part.count for part in self._parts), default=0)
        for part, place in zip(self._parts, self.places(area), strict=True):
            high = _BARS * part.count / most if most else 0.0
            floor = place.top() + 18 + _BARS
            bar = QRectF(place.center().x() - 10, floor - max(high, 1.0), 20, max(high, 1.0))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.ink_of(part.tone) if part.count else tones.line))
            painter.drawRect(bar)
            painter.setFont(style.font(style.SECONDARY))
            painter.setPen(QColor(tones.ink))
            figure = QRectF(place.left(), bar.top() - 17, place.width(), 16)
            painter.drawText(figure, Qt.AlignmentFlag.AlignCenter, str(part.count))
            painter.setPen(QColor(tones.quiet))
            under = QRectF(place.left(), floor + 2, place.width(), 18)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, words.say(part.label))
