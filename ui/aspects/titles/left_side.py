"""The left side of the title workbench: students × tests, and the applications of the batch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QWidget

from ptman.aspects.titles.rows import Look
from ptman.labels import Label
from ui import style, words
from ui.aspects.titles.applied_pane import AppliedPane
from ui.aspects.titles.eligible_pane import EligiblePane
from ui.pieces.search_box import SearchBox
from ui.table import TableView

_SEARCH = 180
_NAME = Label("职称", "Titles")
_TABS = (Label("资格", "Eligibility"), Label("申报", "Applications"))


class LeftSide(QTabWidget):
    """One of both lists is in front.

    Signals:
        turned: the other list is in front now.
    """

    turned = Signal()

    def __init__(self, days: QWidget) -> None:
        super().__init__()
        self.search = SearchBox()
        self.eligible, self.applied = EligiblePane(), AppliedPane()
        self._look: Look | None = None
        self.setDocumentMode(True)
        words.name(self, _NAME)
        for part in (self.eligible, self.applied):
            self.addTab(part, "")
        self.setCornerWidget(self._corner(days))
        words.on_change(self, self._name_tabs)
        self._name_tabs()
        self.currentChanged.connect(self._on_turned)

    @property
    def on_students(self) -> bool:
        return self.currentIndex() == 0

    @property
    def table(self) -> TableView:
        """The list in front."""
        return self.eligible.table if self.on_students else self.applied.table

    def show_look(self, found: Look) -> None:
        self._look = found
        self.eligible.show_matrix(found.matrix)
        self.applied.show_look(found)

    def student(self) -> str:
        """The one student selected; nobody where several are."""
        rows = self.eligible.table.selected()
        return rows[0] if len(rows) == 1 else ""

    def applications(self) -> tuple[str, ...]:
        """The selected applications; on the students' side that of the selected student."""
        if not self.on_students:
            return self.applied.table.selected()
        found = self._look.students if self._look else ()
        mine = next((one.application for one in found if one.id == self.student()), "")
        return (mine,) if mine else ()

    def _corner(self, days: QWidget) -> QWidget:
        """What days the batch has, and the search in both lists."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, style.TIGHT)
        row.setSpacing(style.NORMAL)
        row.addWidget(days)
        row.addWidget(self.search)
        self.search.setMinimumWidth(0)
        self.search.setFixedWidth(_SEARCH)
        self.search.left_downwards.connect(self._on_downwards)
        for table in (self.eligible.table, self.applied.table):
            self.search.searched.connect(table.search)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find)
        return made

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_downwards(self) -> None:
        self.table.setFocus()

    def _name_tabs(self) -> None:
        for at, label in enumerate(_TABS):
            self.setTabText(at, words.say(label))

    def _on_turned(self, _at: int) -> None:
        self.turned.emit()
