"""The place of the picture: as wide as there is room, scrolled only when zoomed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea
from typing_extensions import override

from ui.way.chart import WayChart

_LEAST, _AHEAD = 480, 120


class WayArea(QScrollArea):
    """Follows what is under the keys."""

    def __init__(self, chart: WayChart) -> None:
        super().__init__()
        self._chart = chart
        self.setWidget(chart)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)
        chart.setAutoFillBackground(False)
        chart.reached.connect(self._on_reached)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._chart.fit(max(self.viewport().width(), _LEAST))

    def _on_reached(self, x: float) -> None:
        self.ensureVisible(int(x), 0, _AHEAD, 0)

    def _on_scrolled(self) -> None:
        self._chart.update()
