"""What can be booked: those that are ticked are drawn, the one selected is booked next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from ptman.aspects.resources.week import Bookable
from ptman.labels import Label
from ui import memory, words
from ui.form_link import Link

_KEY = "page/resources/shown"
_ID = Qt.ItemDataRole.UserRole
_NAME = Label("可预约的资源", "What can be booked")
FEW = 3
"""How many are drawn as long as nobody has chosen."""


class ResourceList(QListWidget):
    """Space ticks; what was ticked and selected is remembered.

    Signals:
        shown_changed: other resources are to be drawn, or another is to be booked.
    """

    shown_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._resources: tuple[Bookable, ...] = ()
        self._filling = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        words.name(self, _NAME)
        words.on_change(self, self._say)
        self.itemChanged.connect(self._on_changed)
        self.currentRowChanged.connect(self._on_changed)

    def show_resources(self, resources: Sequence[Bookable]) -> None:
        """Offer these; ticks and selection stay."""
        if tuple(resources) == self._resources:
            return
        kept = self.resource() or memory.text(f"{_KEY}/next")
        ticked = set(memory.text(_KEY).split())
        known = ticked & {one.id for one in resources} or {one.id for one in resources[:FEW]}
        self._filling = True
        self.clear()
        self._resources = tuple(resources)
        for one in resources:
            item = QListWidgetItem(self)
            item.setData(_ID, one.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.id in known else Qt.CheckState.Unchecked)
        self._say()
        self.select(kept if kept in {one.id for one in resources} else resources[0].id if resources else "")
        self._filling = False

    def shown(self) -> tuple[str, ...]:
        """The ids of what is ticked, and of what is booked next."""
        ids = [self.item(at).data(_ID) for at in range(self.count()) if self._ticked(at)]
        return tuple(dict.fromkeys((*ids, *filter(None, (self.resource(),)))))

    def resource(self) -> str:
        """The id of what is booked next."""
        item = self.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def link(self) -> Link:
        """The same as a form holds it."""
        one = self.chosen()
        return Link(one.id, one.name) if one is not None else Link("", "")

    def chosen(self) -> Bookable | None:
        return next((one for one in self._resources if one.id == self.resource()), None)

    def select(self, key: str) -> None:
        for at in range(self.count()):
            if self.item(at).data(_ID) == key:
                self.setCurrentRow(at)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the page."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _ticked(self, at: int) -> bool:
        return self.item(at).checkState() is Qt.CheckState.Checked

    def _on_changed(self, _what: object) -> None:
        if self._filling:
            return
        memory.keep(_KEY, " ".join(self.shown()))
        memory.keep(f"{_KEY}/next", self.resource())
        self.shown_changed.emit()

    def _say(self) -> None:
        filling, self._filling = self._filling, True
        for at, one in enumerate(self._resources):
            much = f" · {one.capacity}" if one.capacity is not None else ""
            tip = one.owner.plus(one.booking.label, " · ")
            self.item(at).setText(f"{one.name}{much}")
            self.item(at).setToolTip(f"{one.number} {one.name}\n{words.say(tip)}{much}")
        self._filling = filling
