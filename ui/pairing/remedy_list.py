"""The remedies of a scenario: one row each with what it costs and whom it touches, and the buttons that apply it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ptman.assign.remedies import Remedy, Troubles
from ptman.labels import Label
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, text

_HERE = Label("仅本方案", "In this scenario")
_RECORD = Label("改记录", "In the records")
_APPLY = Label("采用", "Apply")
_MOST = 12


class RemedyList(QScrollArea):
    """What stands in the way first, then what would help.

    Signals:
        applied(Remedy, bool): relax this limit; in the records themselves where the second is true.
    """

    applied = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[tuple[Remedy, QWidget]] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        words.name(self, Label("空缺与对策", "Vacancies and remedies"))
        self._troubles: Troubles | None = None
        self._closed = False
        words.on_change(self, self._draw)

    def show_troubles(self, troubles: Troubles | None, *, closed: bool = False) -> None:
        """None while it is being worked out."""
        self._troubles, self._closed = troubles, closed
        self._draw()

    def _draw(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(style.NORMAL, style.SMALL, style.NORMAL, style.SMALL)
        column.setSpacing(style.SMALL)
        self.buttons = []
        for said, tone in self._said():
            column.addWidget(text.paragraph(said, tone))
        for remedy in self._troubles.remedies if self._troubles is not None else ():
            column.addWidget(text.hairline())
            column.addLayout(self._row(remedy))
        column.addStretch(1)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def _said(self) -> list[tuple[Label, Tone]]:
        troubles = self._troubles
        if troubles is None:
            return [(Label("正在分析原因…", "Working out what stands in the way…"), Tone.QUIET)]
        if troubles.none:
            return [(Label("没有阻碍：在现有名额内人人都能安排。", "Nothing stands in the way of anybody."), Tone.DONE)]
        told = [(one, Tone.SOON) for one in (*troubles.crowds, *troubles.hopeless, *troubles.findings)]
        return [*told, (_WHAT, Tone.QUIET)] if troubles.remedies else told

    def _row(self, remedy: Remedy) -> QVBoxLayout:
        row = QVBoxLayout()
        row.setSpacing(style.TIGHT)
        row.addWidget(text.paragraph(remedy.label))
        names = remedy.touches[:_MOST]
        more = len(remedy.touches) - len(names)
        who_zh = "、".join(names) + (f"等 {len(remedy.touches)} 人" if more else "")
        who_en = ", ".join(names) + (f" and {more} more" if more else "")
        said = Label(f"代价 {remedy.cost} · 涉及 {who_zh}", f"Cost {remedy.cost} · touches {who_en}")
        row.addWidget(text.paragraph(said, Tone.QUIET))
        foot = QHBoxLayout()
        foot.setSpacing(style.SMALL)
        choices = ((_HERE, False), (_RECORD, True)) if remedy.raises else ((_APPLY, False),)
        for label, recorded in choices:
            made = button.plain(label)
            made.setEnabled(not self._closed)
            made.clicked.connect(lambda _on=False, recorded=recorded: self.applied.emit(remedy, recorded))
            self.buttons.append((remedy, made))
            foot.addWidget(made)
        foot.addStretch(1)
        row.addLayout(foot)
        return row


_WHAT = Label(
    "以下放宽合起来即可全部安排（代价最小）；采用后按 Ctrl+Enter 重新求解：",
    "These relaxations together place everybody at the least cost; apply, then solve again with Ctrl+Enter:",
)
