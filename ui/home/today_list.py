"""What needs doing, in one scroll: the exceptions, most urgent first, and below them the agenda of what falls due."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.register.agenda import Item
from ptman.register.home import Line
from ui import style
from ui.home.agenda_board import AgendaBoard
from ui.home.line_button import LineButton
from ui.pieces import text
from ui.pieces.empty_state import EmptyState

_AGENDA = Label("到期与时限", "Agenda")
_ALL_DONE = Label("今天没有要办的事。", "Nothing needs doing today.")


class TodayList(QWidget):
    """Lines and agenda; a sentence where there is neither.

    Signals:
        page_asked(str, str): the page and the chip of the list behind a line.
    """

    page_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[LineButton, ...] = ()
        self.agenda = AgendaBoard()
        self._all_done = EmptyState("circle-check", _ALL_DONE)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        inner = QWidget()
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, style.WIDE)
        whole.setSpacing(style.SMALL)
        whole.addLayout(self._list)
        self._heading = text.line(_AGENDA)
        self._heading.setContentsMargins(0, style.SMALL, 0, 0)
        whole.addWidget(self._heading)
        whole.addWidget(self.agenda)
        whole.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        for part in (self._area.viewport(), inner):
            part.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addWidget(self._all_done, 4)
        self._all_done.hide()

    def show_today(self, lines: Sequence[Line], items: Sequence[Item]) -> None:
        focused = next((one.line.key for one in self.lines if one.hasFocus()), "")
        for old in self.lines:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = tuple(LineButton(line) for line in lines)
        for one in self.lines:
            one.clicked.connect(partial(self.page_asked.emit, one.line.page, one.line.tag))
            self._list.addWidget(one)
            if one.line.key == focused:
                one.setFocus()
        self.agenda.show_items(items)
        for part in (self._heading, self.agenda):
            part.setVisible(bool(items))
        self._area.setVisible(bool(lines or items))
        self._all_done.setVisible(not lines and not items)
