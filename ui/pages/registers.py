"""Every other kind of record the office keeps, chosen at the left: listed, added, corrected, retired, merged."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import memory, style, words
from ui.desk import Desk
from ui.noun_pages import NOUNS
from ui.page import Page
from ui.pieces import text
from ui.register_page import RegisterPage
from ui.status_line import Standing

_KEY = "page/registers/noun"
_WIDTH = 176


class RegistersPage(Page):
    """A page of pages, each made when it is first chosen; actions and status are those of the one in front."""

    KEY = "registers"
    TITLE = Label("登记册", "Registers")
    ICON = "database"
    GUIDE = "registers"
    NOUNS: ClassVar[Sequence[type[RegisterPage]]] = NOUNS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._made: dict[str, RegisterPage] = {}
        self.choice = QListWidget()
        self.stack = QStackedWidget()
        for page in self.NOUNS:
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, style.VAST))
            item.setData(Qt.ItemDataRole.UserRole, page.KEY)
            self.choice.addItem(item)
        self._lay_out()
        self._name()
        words.on_change(self, self._name)
        keys = [page.KEY for page in self.NOUNS]
        kept = memory.text(_KEY)
        self.choice.setCurrentRow(keys.index(kept) if kept in keys else 0)
        self._show(keys[self.choice.currentRow()])
        self.choice.currentRowChanged.connect(self._on_chosen)

    @property
    def front(self) -> RegisterPage:
        """The register that is shown."""
        return self._made[self.NOUNS[self.choice.currentRow()].KEY]

    @override
    def refresh(self) -> None:
        self.front.refresh()

    @override
    def go(self, place: str) -> None:
        """The register of that noun."""
        keys = [page.KEY for page in self.NOUNS]
        if place in keys:
            self.choice.setCurrentRow(keys.index(place))

    @override
    def standing(self) -> Standing:
        return self.front.standing()

    @override
    def first_focus(self) -> QWidget:
        return self.choice if self.choice.hasFocus() else self.front.first_focus()

    @override
    def unsaved(self) -> Label | None:
        return next((lost for page in self._made.values() if (lost := page.unsaved()) is not None), None)

    @override
    def give_up(self) -> None:
        for page in self._made.values():
            page.give_up()

    def _lay_out(self) -> None:
        style.role(self.choice, style.Role.PANE)
        self.choice.setFixedWidth(_WIDTH)
        words.name(self.choice, Label("登记册的种类", "Kinds of records"))
        self.frame.removeItem(self.head)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, style.SMALL, 0)
        left.addLayout(self.head)
        left.addWidget(self.choice, 1)
        row = QHBoxLayout()
        row.setContentsMargins(style.SMALL, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(text.hairline(upright=True))
        row.addWidget(self.stack, 1)
        self.frame.addLayout(row, 1)

    def _on_chosen(self, at: int) -> None:
        memory.keep(_KEY, self.NOUNS[at].KEY)
        self._show(self.NOUNS[at].KEY)
        self.front.refresh()
        # The menus show the actions of the page in front: have them drawn again.
        self.page_asked.emit(self.KEY, "")

    def _show(self, key: str) -> None:
        page = self._made.get(key) or self._make(key)
        self.stack.setCurrentWidget(page)
        for _, action in self.acts.all():
            self.removeAction(action)
        self.acts = page.acts
        for _, action in self.acts.all():
            self.addAction(action)  # so that the keys work in the list of kinds too
        page.acts.renew()

    def _make(self, key: str) -> RegisterPage:
        kind = next(page for page in self.NOUNS if key == page.KEY)
        page = self._made[key] = kind(self.desk)
        page.page_asked.connect(self.page_asked)
        page.record_asked.connect(self.record_asked)
        page.standing_changed.connect(self.standing_changed)
        page.told.connect(self.told)
        self.stack.addWidget(page)
        return page

    def _name(self) -> None:
        for at, page in enumerate(self.NOUNS):
            self.choice.item(at).setText(words.say(page.TITLE))
