"""The main window: rail, pages, status line, menus and palette, around whatever pages it is given."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import memory, menus, shell_actions
from ui.actions import Action, Actions
from ui.desk import Desk, Found, Past
from ui.dialogs.guide import Guide
from ui.dialogs.keys import Keys
from ui.dialogs.settings import SettingsDialog
from ui.leaving import Leaving
from ui.menus import Menus
from ui.page import Page
from ui.palette_box import Entry, PaletteBox
from ui.pieces import text
from ui.rail import Rail
from ui.status_line import StatusLine
from ui.wholes import opening

OpenRecord = Callable[[QWidget, str, str], object]
"""`open_record(window, noun, id)` shows a record in full."""


class Window(QMainWindow):
    """Pages are made when they are first visited, so that the first one is painted at once."""

    def __init__(
        self, desk: Desk, pages: Sequence[type[Page]], open_record: OpenRecord, offered: Sequence[Action] = ()
    ) -> None:
        super().__init__()
        self.desk = desk
        self._pages = {page.KEY: page for page in pages}
        self._made: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._followed: dict[str, str] = {}
        self._open_record = open_record
        self._past = Past()
        self.rail = Rail(pages)
        self.stack = QStackedWidget()
        self.status = StatusLine()
        rows = (*offered, *shell_actions.rows(self._slots(), lambda: self._past))
        rows += shell_actions.to_pages(list(pages), self.go)
        self.acts = Actions(rows, self, reach=Qt.ShortcutContext.WindowShortcut)
        self._menus = Menus(self.menuBar())
        self._leaving = Leaving(self, desk.work, self._made.values, self.status.tell)
        self._lay_out()
        self._connect()
        self.acts.renew()
        kept = memory.text("window/page")
        self.go(kept if kept in self._pages else pages[0].KEY)

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._made[self._at]

    def go(self, key: str, place: str = "") -> None:
        """Bring a page to the front, and a place on it; a page seen before and still true is not loaded again."""
        page = self._made.get(key) or self._make(key)
        self._at = key
        self.stack.setCurrentWidget(page)
        self.rail.show_page(key)
        memory.keep("window/page", key)
        if place:
            page.go(place)
        self._menus.draw((self.acts, page.acts))
        page.acts.renew()
        self._on_standing_changed()
        page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if key in self._stale or self._followed.get(key) != page.depends_on():
            self._stale.discard(key)
            self._followed[key] = page.depends_on()
            QTimer.singleShot(0, page, page.refresh)

    def tell(self, told: Label) -> None:
        """Say in the status line that something went well."""
        self.status.tell(told)

    def open_palette(self) -> PaletteBox:
        box = PaletteBox(menus.entries((self.acts, self.page.acts)), self._search, self)
        box.taken.connect(lambda entry: entry.run())
        box.open_over(self)
        return box

    def follow_link(self, noun: str, value: str, over: QWidget) -> None:
        """Show the record that a link names, over the window the link stands in."""
        opening.follow(self.desk, over, noun, value)

    def look_again(self) -> None:
        """Everything shown may be stale: load the page in front now, the others when they are visited."""
        self._stale = set(self._made) - {self._at}
        self.page.refresh()
        self.desk.work.ask(self.desk.past, self._on_past)

    def leave(self, then: Callable[[], object]) -> None:
        """Call `then` once the window may give way: what is typed is saved, what runs has ended."""
        if self._leaving.free(lambda: self.leave(then)):
            then()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leaving.free(self.close):
            event.ignore()
            return
        memory.keep("window/geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        self.desk.work.close()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setMinimumSize(960, 600)
        self.setWindowTitle("ptman")
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.stack, 1)
        right.addWidget(text.hairline())
        right.addWidget(self.status)
        centre = QWidget()
        layout = QHBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addWidget(text.hairline(upright=True))
        layout.addLayout(right, 1)
        self.setCentralWidget(centre)
        self.resize(1280, 800)
        self.restoreGeometry(QByteArray.fromBase64(memory.text("window/geometry").encode()))

    def _connect(self) -> None:
        for _, action in self.acts.all():
            self.addAction(action)
        work = self.desk.work
        work.acted.connect(self.look_again)
        work.progressed.connect(self.status.show_progress)
        work.rested.connect(self.status.show_rest)
        work.cancelled.connect(self._on_cancelled)
        self.status.cancel_asked.connect(work.cancel)
        self.rail.page_chosen.connect(self.go)
        self.rail.settings_asked.connect(self._on_settings)

    def _slots(self) -> shell_actions.Slots:
        return shell_actions.Slots(
            undo=self._on_undo,
            redo=self._on_redo,
            refresh=self.look_again,
            palette=self.open_palette,
            settings=self._on_settings,
            guide=lambda: Guide(self.page.GUIDE, self).show(),
            keys=lambda: Keys((self.acts, self.page.acts), self).open(),
            quit=self.close,
        )

    def _make(self, key: str) -> Page:
        page = self._made[key] = self._pages[key](self.desk)
        page.page_asked.connect(self.go)
        page.record_asked.connect(self._on_record_asked)
        page.standing_changed.connect(self._on_standing_changed)
        page.told.connect(self.tell)
        self.stack.addWidget(page)
        self._stale.add(key)
        return page

    def _search(self, typed: str, show: Callable[[Sequence[Entry]], None]) -> None:
        self.desk.work.ask(partial(self.desk.find, typed), lambda found: show([self._entry(one) for one in found]))

    def _entry(self, found: Found) -> Entry:
        return Entry(found.title, found.detail, found.icon, partial(self._on_record_asked, found.noun, found.id))

    def _on_undo(self) -> None:
        if self._past.undo is not None:
            self.desk.work.act(shell_actions.doing(self._past.undo), self.desk.undo)

    def _on_redo(self) -> None:
        if self._past.redo is not None:
            self.desk.work.act(shell_actions.doing(self._past.redo, again=True), self.desk.redo)

    def _on_settings(self) -> None:
        SettingsDialog(self).open()

    def _on_record_asked(self, noun: str, record: str) -> None:
        self._open_record(self, noun, record)

    def _on_standing_changed(self) -> None:
        self.status.show_standing(self.page.standing())

    def _on_cancelled(self, name: Label) -> None:
        self.tell(Label(f"已取消“{name.zh}”，没有任何改动", f"Cancelled “{name.en}”; nothing was changed"))

    def _on_past(self, past: Past) -> None:
        self._past = past
        self.status.show_past(past)
        for key, label in zip(("undo", "redo"), shell_actions.past_texts(past), strict=True):
            self.acts.name(key, label)
        self.acts.renew()
