"""The way of one student beside their record: the picture with its zoom, read on the worker."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from ptman.aspects.talents import way
from ptman.aspects.talents.way_parts import Way
from ptman.labels import Label
from ptman.register.cards import Card
from ui import day, style
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces import button, text
from ui.way.area import WayArea
from ui.way.chart import WayChart

TITLE = Label("培养进程", "Path")
_KEYS = Label("方向键选择，回车打开，Ctrl+滚轮缩放", "Arrow keys choose, Enter opens, Ctrl+wheel zooms")
WIDE = frozenset({"student"})
"""Records whose pictures want a wide dialog."""
_CLOSER, _WIDER = 1.25, 0.8


def own(desk: Desk, card: Card, go: Callable[[str, str], object]) -> tuple[tuple[Label, QWidget], ...]:
    """The page that a student has beside the form; none for other records."""
    return ((TITLE, WayTab(desk, card.id, go)),) if card.noun in WIDE else ()


class WayTab(QWidget):
    """Everything dated of a student; what is chosen opens in full."""

    def __init__(self, desk: Desk, student: str, go: Callable[[str, str], object]) -> None:
        super().__init__()
        self.chart = WayChart()
        self.area = WayArea(self.chart)
        self.closer = button.quiet(Label("放大", "Zoom in"), "plus")
        self.wider = button.quiet(Label("缩小", "Zoom out"), "minus")
        head = QHBoxLayout()
        head.setContentsMargins(style.SMALL, style.TIGHT, style.SMALL, style.TIGHT)
        head.addWidget(text.line(_KEYS, style.SECONDARY, Tone.QUIET), 1)
        head.addWidget(self.wider)
        head.addWidget(self.closer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        self.chart.opened.connect(go)
        self.closer.clicked.connect(lambda: self.chart.zoom_by(_CLOSER))
        self.wider.clicked.connect(lambda: self.chart.zoom_by(_WIDER))
        desk.work.ask(partial(desk.read, way.way, student, day.today()), self._on_read, self._on_failed)

    def _on_read(self, found: Way) -> None:
        if Shiboken.isValid(self):
            self.chart.show_way(found)

    def _on_failed(self, _error: Exception) -> None:
        """A student who is out of use has no way to show; the record itself says so."""
        if Shiboken.isValid(self):
            self.chart.show_way(None)
