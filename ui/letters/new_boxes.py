"""The boxes of a new document: which family, which records with a filter, which language, what is asked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ptman.labels import Choice, Label
from ptman.letters.gather.candidate import Candidate
from ui import style, words
from ui.pieces import text
from ui.pieces.search_box import SearchBox

_RECORDS = Label("记录", "Records")
_DAY = Label("如 2026-09-10", "such as 2026-09-10")
_COUNT = Label("整数", "a whole number")
_EACH = Label("中文||英文", "Chinese||English")
_AT = Qt.ItemDataRole.UserRole


def choices(of: Sequence[Choice]) -> tuple[tuple[str, Label], ...]:
    return tuple((one.value, one.label) for one in of)


class Records(QWidget):
    """Records to be ticked, or one to be chosen; those that cannot go with what is ticked are off.

    Signals:
        changed: another choice stands.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search, self.list = SearchBox(), QListWidget()
        self.search.setMaximumWidth(16_777_215)
        self.search.setMinimumWidth(0)
        self._found: tuple[Candidate, ...] = ()
        self._several = False
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words.name(self.list, _RECORDS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.TIGHT)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        self.search.searched.connect(self._on_searched)
        self.search.left_downwards.connect(self.list.setFocus)
        self.list.itemChanged.connect(self._on_ticked)
        self.list.currentRowChanged.connect(self._on_current)

    def show_records(self, found: Sequence[Candidate], *, several: bool) -> None:
        """Offer these; none is chosen."""
        self._found, self._several = tuple(found), several
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for one in self._found:
            item = QListWidgetItem(" · ".join(filter(None, (one.number, one.name, one.detail))))
            item.setData(_AT, one.id)
            item.setToolTip(text.plain_tip(item.text()))
            if several:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(blocked)
        self.changed.emit()

    def chosen(self) -> tuple[str, ...]:
        """The ids chosen, in the order of the list."""
        if not self._several:
            item = self.list.currentItem()
            return (str(item.data(_AT)),) if item is not None else ()
        items = (self.list.item(at) for at in range(self.list.count()))
        return tuple(str(one.data(_AT)) for one in items if one.checkState() is Qt.CheckState.Checked)

    def tick(self, wanted: Sequence[str]) -> None:
        """As if the user had chosen these."""
        for at in range(self.list.count()):
            item = self.list.item(at)
            if str(item.data(_AT)) in wanted:
                if self._several:
                    item.setCheckState(Qt.CheckState.Checked)
                else:
                    self.list.setCurrentItem(item)

    def _on_searched(self, said: str) -> None:
        left = 0
        for at in range(self.list.count()):
            item = self.list.item(at)
            hidden = not all(word in item.text().casefold() for word in said.casefold().split())
            item.setHidden(hidden)
            left += not hidden
        self.search.show_left(left, self.list.count())

    def _on_ticked(self) -> None:
        """What goes into one document has one host and period."""
        chosen = set(self.chosen())
        groups = {one.group for one in self._found if one.id in chosen}
        blocked = self.list.blockSignals(True)
        for at, one in enumerate(self._found):
            item, fits = self.list.item(at), not groups or one.group in groups
            item.setFlags(
                item.flags() | Qt.ItemFlag.ItemIsEnabled if fits else item.flags() & ~Qt.ItemFlag.ItemIsEnabled
            )
        self.list.blockSignals(blocked)
        self.changed.emit()

    def _on_current(self) -> None:
        if not self._several:
            self.changed.emit()
