"""A sentence in its place on a page: what was refused and why, with what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import icons, style
from ui.palette import Tone
from ui.pieces import button, text

_ICONS = {Tone.OVERDUE: "circle-alert", Tone.SOON: "triangle-alert", Tone.DONE: "circle-check"}


class NoticeBar(QWidget):
    """One sentence on a tinted ground, then the parts given (buttons, a box), then a cross.

    Signals:
        closed: the user has read it; the bar takes itself away.
    """

    closed = Signal()

    def __init__(self, sentence: Label, tone: Tone = Tone.OVERDUE, parts: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._tone = tone
        self.sentence = text.paragraph(sentence, tone, selectable=True)
        self.sentence.setMinimumWidth(160)
        self.cross = button.quiet(Label("关闭这条提示", "Close this notice"), "x")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.NORMAL + style.ICON + style.SMALL, style.SMALL, style.SMALL, style.SMALL)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.sentence, 1)
        for part in (*parts, self.cross):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.cross.clicked.connect(self.close_bar)

    def close_bar(self) -> None:
        self.hide()
        self.closed.emit()
        self.deleteLater()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tones = style.tones()
        painter.setBrush(QColor(tones.soft_of(self._tone)))
        painter.drawRoundedRect(QRectF(self.rect()), style.CORNER, style.CORNER)
        place = QRectF(style.NORMAL, (self.height() - style.ICON) / 2, style.ICON, style.ICON)
        icons.paint(painter, _ICONS.get(self._tone, "info"), place, tones.ink_of(self._tone))


class NoticePlace(QWidget):
    """Where a page says one thing at a time; it takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.bar: NoticeBar | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(style.WIDE, 0, style.WIDE, style.SMALL)
        self.hide()

    def say(self, sentence: Label, tone: Tone = Tone.OVERDUE, parts: Sequence[QWidget] = ()) -> None:
        """Instead of what was said before."""
        self.clear()
        self.bar = NoticeBar(sentence, tone, parts)
        self.bar.closed.connect(self._on_closed)
        self._layout.addWidget(self.bar)
        self.show()

    def clear(self) -> None:
        if self.bar is not None:
            self.bar.close_bar()

    def _on_closed(self) -> None:
        self.bar = None
        self.hide()
