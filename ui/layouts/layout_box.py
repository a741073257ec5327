"""The box of layouts: the one on the screen, those that were kept, those that come with the program."""

from collections.abc import Container, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from ptman.export.layouts import seeds, store
from ptman.export.layouts.layout import Layout
from ptman.export.layouts.store import Saved
from ptman.labels import Label
from ui import words

_SCREEN = Label("屏幕上的列表", "As on the screen")
_SHIPPED = Label("自带", "built in")
_MINE = Label("我的", "mine")


class LayoutBox(QComboBox):
    """One box.

    Signals:
        picked(Layout): another layout is wanted.
    """

    picked = Signal(object)

    def __init__(self, screen: Layout) -> None:
        super().__init__()
        self._screen = screen
        self._saved: tuple[Saved, ...] = ()
        self._layouts: list[Layout] = []
        self.setMinimumWidth(280)
        words.name(self, Label("版式", "Layout"))
        words.on_change(self, lambda: self.show_saved(self._saved))
        self.activated.connect(lambda at: self.picked.emit(self._layouts[at]))
        self.show_saved(())

    def show_saved(self, saved: Sequence[Saved], name: str = "") -> None:
        """The kept ones, with the one of that name chosen; else the same line stays."""
        at = self.currentIndex()
        self._saved = tuple(saved)
        offered = seeds.of(self._screen.list)
        self._layouts = [self._screen, *(one.layout for one in saved), *(one.layout for one in offered)]
        self.clear()
        self.addItem(words.say(_SCREEN))
        for one in saved:
            more = [one.recipient] if one.recipient else []
            more += [words.say(_MINE)] if one.belonging.owner else []
            self.addItem(" · ".join([one.name, *more]))
        for seed in offered:
            self.addItem(f"{words.say(seed.name)} · {words.say(_SHIPPED)}")
        named = next((i for i, one in enumerate(saved, 1) if name and one.name == name), at)
        self.setCurrentIndex(max(0, named))

    def layout_now(self) -> Layout:
        return self._layouts[max(0, self.currentIndex())]

    def chosen(self) -> Saved | None:
        """The kept layout that stands in the box; None where it is another."""
        at = self.currentIndex() - 1
        return self._saved[at] if 0 <= at < len(self._saved) else None

    def choose_recipients(self, name: str, ids: Container[str] = ()) -> Layout | None:
        """Stand on the layout that was kept for them, where there is one."""
        found = store.meant_for(self._saved, name, ids)
        if found is None:
            return None
        self.setCurrentIndex(1 + self._saved.index(found))
        return found.layout
