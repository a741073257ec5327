"""A page of pages behind tabs, each made when it is first looked at; actions are those of the one in front."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import memory, style, words
from ui.desk import Desk
from ui.page import Page
from ui.status_line import Standing


class TabbedPage(Page):
    """Say TABS: each page with the word on its tab. A place is the key of a tab; what is behind a `#` goes to it."""

    TABS: ClassVar[Sequence[tuple[Label, type[Page]]]]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._made: dict[str, Page] = {}
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self._lay_out()
        keys = [page.KEY for _, page in self.TABS]
        kept = memory.text(self._memory)
        self.tabs.setCurrentIndex(keys.index(kept) if kept in keys else 0)
        self._show(self.tabs.currentIndex())
        self.tabs.currentChanged.connect(self._on_tab)

    @property
    def front(self) -> Page:
        """The page that is shown."""
        shown = self.stack.currentWidget()
        if not isinstance(shown, Page):
            raise TypeError("no page is shown")
        return shown

    @override
    def refresh(self) -> None:
        self.front.refresh()

    @override
    def depends_on(self) -> str:
        return self.front.depends_on()

    @override
    def go(self, place: str) -> None:
        key, _, within = place.partition("#")
        keys = [page.KEY for _, page in self.TABS]
        if key in keys:
            self.tabs.setCurrentIndex(keys.index(key))
            if within:
                self.front.go(within)

    @override
    def standing(self) -> Standing:
        return self.front.standing()

    @override
    def first_focus(self) -> QWidget:
        return self.tabs if self.tabs.hasFocus() else self.front.first_focus()

    @override
    def unsaved(self) -> Label | None:
        return next((lost for page in self._made.values() if (lost := page.unsaved()) is not None), None)

    @override
    def give_up(self) -> None:
        for page in self._made.values():
            page.give_up()

    @property
    def _memory(self) -> str:
        return f"page/{self.KEY}/tab"

    def _lay_out(self) -> None:
        while (item := self.head.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.head.setContentsMargins(style.SMALL, style.TIGHT, style.SMALL, 0)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        words.name(self.tabs, self.TITLE)
        for _ in self.TABS:
            self.tabs.addTab("")
        words.on_change(self.tabs, self._name_tabs)
        self._name_tabs()
        self.head.addWidget(self.tabs)
        self.frame.addWidget(self.stack, 1)

    def _name_tabs(self) -> None:
        for at, (label, _) in enumerate(self.TABS):
            self.tabs.setTabText(at, words.say(label))

    def _on_tab(self, at: int) -> None:
        memory.keep(self._memory, self.TABS[at][1].KEY)
        self._show(at)
        self.front.refresh()
        # The menus show the actions of the page in front: have them drawn again.
        self.page_asked.emit(self.KEY, "")
        self.standing_changed.emit()

    def _show(self, at: int) -> None:
        kind = self.TABS[at][1]
        page = self._made.get(kind.KEY) or self._make(kind)
        self.stack.setCurrentWidget(page)
        for _, action in self.acts.all():
            self.removeAction(action)
        self.acts = page.acts
        for _, action in self.acts.all():
            self.addAction(action)  # so that the keys work on the tabs too
        page.acts.renew()

    def _make(self, kind: type[Page]) -> Page:
        page = self._made[kind.KEY] = kind(self.desk)
        page.page_asked.connect(self.page_asked)
        page.record_asked.connect(self.record_asked)
        page.standing_changed.connect(self.standing_changed)
        page.told.connect(self.told)
        self.stack.addWidget(page)
        return page
