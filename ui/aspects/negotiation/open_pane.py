"""What is open with the partners: items of every meeting, and what each promised against what it delivered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ptman.aspects.negotiation import keeping_word, tables
from ptman.aspects.negotiation.keeping_word import KeptRow
from ptman.aspects.negotiation.looking import Look
from ptman.labels import Label
from ui import style
from ui.aspects.negotiation import agenda_pane
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.empty_state import EmptyState
from ui.pieces.picture import Part
from ui.pieces.seats_bar import SeatsBar
from ui.table import TableView

OPEN = "open-items"
_NOTHING = Label("没有未办结的事项。", "Nothing is open.")
_KEPT = Label("承诺与兑现", "Promised and delivered")
_NO_PROMISES = Label("还没有已确认的承诺。", "No commitment is confirmed yet.")
_DELIVERED, _SHORT = Label("已兑现", "Delivered"), Label("到期未兑现", "Due and not delivered")
_TO_COME = Label("未到期", "Not yet due")


class OpenPane(QWidget):
    """The items above, the bars below.

    Signals:
        opened(str): open the action item of that id.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.table = TableView(tables.blank(OPEN), EmptyState("circle-check", _NOTHING))
        self.table.colour_by(agenda_pane.tone_of)
        self._bars = QVBoxLayout()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(style.NORMAL, style.SMALL, style.NORMAL, style.WIDE)
        column.addWidget(text.line(_KEPT))
        column.addLayout(self._bars)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        for part in (area.viewport(), inner):
            part.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.SMALL, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(area, 1)
        self.table.row_opened.connect(self.opened)

    def show_look(self, found: Look) -> None:
        self.table.show_listing(found.open)
        while (item := self._bars.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not found.kept:
            self._bars.addWidget(text.paragraph(_NO_PROMISES, Tone.QUIET))
        partner = ""
        for one in found.kept:
            if one.partner != partner:
                partner = one.partner
                head = text.Elided()
                head.setText(partner)
                self._bars.addWidget(head)
            self._bars.addWidget(text.small(keeping_word.named(one)))
            self._bars.addWidget(_bar(one))


def _bar(one: KeptRow) -> SeatsBar:
    made = SeatsBar(keeping_word.named(one))
    parts = (
        Part("delivered", _DELIVERED, one.delivered, Tone.DONE),
        Part("short", _SHORT, one.short, Tone.OVERDUE),
        Part("to-come", _TO_COME, one.to_come, Tone.QUIET),
    )
    made.show_parts([part for part in parts if part.count])
    return made
