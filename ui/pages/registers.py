"""Every other kind of record the office keeps, chosen at the left: listed, added, corrected, retired, merged."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.register import counts
from ui import memory, style
from ui.desk import Desk
from ui.noun_pages import Group
from ui.nouns.groups import GROUPS
from ui.page import Page
from ui.pieces import text
from ui.register_page import RegisterPage
from ui.register_tree import RegisterTree
from ui.status_line import Standing

_KEY = "page/registers/noun"


class RegistersPage(Page):
    """A page of pages, each made when it is first chosen; actions and status are those of the one in front."""

    KEY = "registers"
    TITLE = Label("登记册", "Registers")
    ICON = "database"
    GUIDE = "registers"
    SECTION = "office"
    GROUPS: ClassVar[Sequence[Group]] = GROUPS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kinds = {page.KEY: page for group in self.GROUPS for page in group.pages}
        self._made: dict[str, RegisterPage] = {}
        self.tree = RegisterTree(self.GROUPS)
        self.stack = QStackedWidget()
        self._lay_out()
        kept = memory.text(_KEY)
        first = kept if kept in self._kinds else next(iter(self._kinds))
        self.tree.choose(first)
        self._show(first)
        self.tree.chosen.connect(self._on_chosen)

    @property
    def front(self) -> RegisterPage:
        """The register that is shown."""
        shown = self.stack.currentWidget()
        if not isinstance(shown, RegisterPage):
            raise TypeError("no register is shown")
        return shown

    @override
    def refresh(self) -> None:
        self.front.refresh()
        nouns = tuple(page.NOUN for page in self._kinds.values())
        self.ask(partial(self.desk.read, counts.counts, nouns), self.tree.show_counts)

    @override
    def go(self, place: str) -> None:
        """The register of that key; behind a `#` a chip or a record in it."""
        key, _, within = place.partition("#")
        if key in self._kinds:
            self.tree.choose(key)
            if within:
                self.front.go(within)

    @override
    def standing(self) -> Standing:
        return self.front.standing()

    @override
    def first_focus(self) -> QWidget:
        return self.tree.tree if self.tree.tree.hasFocus() else self.front.first_focus()

    @override
    def unsaved(self) -> Label | None:
        return next((lost for page in self._made.values() if (lost := page.unsaved()) is not None), None)

    @override
    def give_up(self) -> None:
        for page in self._made.values():
            page.give_up()

    def _lay_out(self) -> None:
        self.frame.removeItem(self.head)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, style.SMALL, 0)
        left.addLayout(self.head)
        left.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.setContentsMargins(style.SMALL, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(text.hairline(upright=True))
        row.addWidget(self.stack, 1)
        self.frame.addLayout(row, 1)

    def _on_chosen(self, key: str) -> None:
        memory.keep(_KEY, key)
        self._show(key)
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
        page = self._made[key] = self._kinds[key](self.desk)
        page.page_asked.connect(self.page_asked)
        page.record_asked.connect(self.record_asked)
        page.standing_changed.connect(self.standing_changed)
        page.told.connect(self.told)
        self.stack.addWidget(page)
        return page
