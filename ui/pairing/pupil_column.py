"""The left column: the students of a cohort who lack the role asked for, or all of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ptman.assign.problem import Role
from ptman.labels import Label
from ui import memory, style, words
from ui.pairing import pupils
from ui.pairing.lines import LineList
from ui.pairing.looking import Look
from ui.pairing.proposal import Proposal
from ui.pairing.pupils import Pupil
from ui.pieces import text
from ui.pieces.empty_state import EmptyState
from ui.pieces.search_box import SearchBox

_EVERYONE = "pairing/everyone"


class PupilColumn(QWidget):
    """Heading, search, switch and list.

    Signals:
        renewed: another set of students is shown; the counts should be said again.
    """

    renewed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list: LineList[Pupil] = LineList("student", "candidate", pupils.draw)
        self.search = SearchBox()
        self.everyone = QCheckBox()
        self._heading = text.Text()
        self._done = EmptyState(
            "circle-check",
            Label(
                "本年级学生都有了。选“也列出已配对的”可以查看和调整。",
                "Every student has one. Show those paired too to change them.",
            ),
        )
        self._none = EmptyState("search", Label("没有符合的学生。清除搜索。", "No student fits. Clear the search."))
        self._stack = QStackedWidget()
        self._items: tuple[Pupil, ...] = ()
        self._shown: tuple[Look, Role, Proposal | None] | None = None
        self._lay_out()
        self._connect()

    def show_look(self, look: Look, role: Role, proposal: Proposal | None) -> None:
        self._shown = (look, role, proposal)
        self._renew()

    def show_nobody(self) -> None:
        self._shown, self._items = None, ()
        self._filter()

    def seek(self, student: str, *, paired: bool) -> None:
        """Put the keys on a student, whatever is searched; `paired` says that they are among those paired."""
        if paired:
            self.everyone.setChecked(True)
        self.search.clear()
        self._filter()
        self.list.choose(student)

    def _lay_out(self) -> None:
        words.name(self.list, Label("学生", "Students"))
        words.bind(self.everyone, self.everyone.setText, Label("也列出已配对的", "Show those paired too"))
        self.everyone.setChecked(memory.flag(_EVERYONE))
        for part in (self.list, self._done, self._none):
            self._stack.addWidget(part)
        top = QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self.everyone)
        head = QVBoxLayout()
        head.setContentsMargins(style.NORMAL, style.SMALL, style.NORMAL, style.SMALL)
        head.setSpacing(style.SMALL)
        head.addLayout(top)
        head.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(text.hairline())
        layout.addWidget(self._stack, 1)
        self.search.setMinimumWidth(200)
        self.search.setMaximumWidth(16777215)
        self.setMinimumWidth(270)

    def _connect(self) -> None:
        self.search.searched.connect(self._filter)
        self.search.left_downwards.connect(self.list.setFocus)
        self.everyone.toggled.connect(self._on_everyone)
        words.on_change(self, self._say)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.search.setFocus)

    def _renew(self) -> None:
        if self._shown is not None:
            look, role, proposal = self._shown
            self._items = pupils.pupils(look, role, proposal, everyone=self.everyone.isChecked())
            self._filter()

    def _filter(self) -> None:
        left = pupils.matching(self._items, self.search.text())
        self.search.show_left(len(left), len(self._items))
        empty = self._none if self._items else self._done
        self._stack.setCurrentWidget(self.list if left or self._shown is None else empty)
        self.list.show_items(left)
        self._say()
        self.renewed.emit()

    def _say(self) -> None:
        lacking = sum(not one.stands for one in self.list.items)
        self._heading.setText(words.say(Label(f"待配对 {lacking}", f"To pair {lacking}")))

    def _on_everyone(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        memory.keep(_EVERYONE, on)
        self._renew()
