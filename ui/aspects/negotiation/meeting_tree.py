"""The meetings at the left, series by series, the latest first, each with its day and state."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ptman.aspects.negotiation.looking import Look
from ptman.aspects.negotiation.rows import MeetingRow
from ptman.labels import Label
from ui import style, words

_KEY = Qt.ItemDataRole.UserRole
_LOOSE = Label("其他会议", "Other meetings")
_NAME = Label("会议", "Meetings")
_WIDTH = 224


class MeetingTree(QWidget):
    """One line a meeting under the name of its series.

    Signals:
        chosen(str): the id of the meeting to show.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tree = QTreeWidget()
        self._found: Look | None = None
        self._leaves: dict[str, QTreeWidgetItem] = {}
        style.role(self.tree, style.Role.PANE)
        words.name(self.tree, _NAME)
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setIndentation(style.NORMAL)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SMALL, 0, 0, 0)
        layout.addWidget(self.tree)
        self.tree.currentItemChanged.connect(self._on_current)
        words.on_change(self, self._fill)

    def series(self) -> str:
        """The series of the line in front; nothing for a meeting that stands alone, or before there is a line."""
        item = self.tree.currentItem()
        if item is None:
            return ""
        branch = item.parent() or item
        return str(branch.data(0, _KEY) or "")

    def show_look(self, found: Look) -> None:
        self._found = found
        self._fill()

    def _fill(self) -> None:
        if self._found is None:
            return
        self.tree.blockSignals(True)
        self.tree.clear()
        self._leaves.clear()
        for one in self._found.series:
            self._branch(one.id, Label(one.name, one.name))
        if any(not one.series for one in self._found.meetings):
            self._branch("", _LOOSE)
        if self._found.agenda is not None and self._found.agenda.meeting.ref.id in self._leaves:
            self.tree.setCurrentItem(self._leaves[self._found.agenda.meeting.ref.id])
        self.tree.blockSignals(False)

    def _branch(self, key: str, name: Label) -> None:
        if self._found is None:
            return
        branch = QTreeWidgetItem(self.tree)
        branch.setText(0, words.say(name))
        branch.setToolTip(0, words.say(name))
        branch.setData(0, _KEY, key)
        branch.setSizeHint(0, QSize(0, style.VAST))
        branch.setFont(0, style.font(style.SECONDARY, strong=True))
        branch.setFirstColumnSpanned(True)
        branch.setExpanded(True)
        for one in self._found.meetings:
            if one.series == key:
                self._leaves[one.ref.id] = _leaf(branch, one)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.parent() is not None:
            self.chosen.emit(str(item.data(0, _KEY)))


def _leaf(branch: QTreeWidgetItem, one: MeetingRow) -> QTreeWidgetItem:
    leaf = QTreeWidgetItem(branch)
    leaf.setText(0, one.on.isoformat())
    leaf.setText(1, words.say(one.status.label))
    leaf.setToolTip(0, f"{one.number} {one.title}")
    leaf.setData(0, _KEY, one.ref.id)
    leaf.setFont(1, style.font(style.SECONDARY))
    leaf.setSizeHint(0, QSize(0, style.ROW_HEIGHT[style.Density.NORMAL]))
    return leaf
