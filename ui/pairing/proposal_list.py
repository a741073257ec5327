"""The list of an open proposal: a click on the box, or Enter, ticks a row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from ui import style
from ui.pairing import proposed
from ui.pairing.lines import LineList
from ui.pairing.proposed import Proposed


class ProposalList(LineList[Proposed]):
    """Candidates can be dropped on its rows.

    Signals:
        ticked(str): the row of that key is to be ticked or unticked.
    """

    ticked = Signal(str)

    def __init__(self) -> None:
        super().__init__("proposal", "candidate", proposed.draw)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_box = event.position().x() < style.NORMAL + proposed.TICK
        if index.isValid() and on_box and event.button() is Qt.MouseButton.LeftButton:
            self.ticked.emit(self.items[index.row()].id)
        else:
            super().mousePressEvent(event)
