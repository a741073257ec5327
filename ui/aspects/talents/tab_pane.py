"""The matrix and the lists beside it, a tab each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from ptman.labels import Label
from ui import words
from ui.aspects.talents import tabs
from ui.aspects.talents.list_tab import ListTab
from ui.aspects.talents.path_pane import PathPane
from ui.aspects.talents.tab_reading import Read
from ui.aspects.talents.tally_bars import TallyBars


class TabPane(QTabWidget):
    """Signals pass on what the tabs say.

    Signals:
        turned: another tab is in front.
        chosen: something else is selected in the tab in front.
        opened(str, str): open the record of that noun and id.
        asked(str): a button was pressed that triggers the action of that key.
    """

    turned = Signal()
    chosen = Signal()
    opened = Signal(str, str)
    asked = Signal(str)

    def __init__(self, key: str, name: Label) -> None:
        super().__init__()
        self.path, self.lists, self.bars = PathPane(key), tabs.lists(), TallyBars()
        self.lists[tabs.CERTIFICATES].column.addWidget(self.bars)
        self.setDocumentMode(True)
        words.name(self, name)
        parts: tuple[PathPane | ListTab, ...] = (self.path, *self.lists.values())
        for part in parts:
            self.addTab(part, "")
            part.chosen.connect(self.chosen)
            part.opened.connect(self.opened)
            part.asked.connect(self.asked)
        self.currentChanged.connect(self._on_turned)
        words.on_change(self, self._name)
        self._name()

    @property
    def key(self) -> str:
        """Which tab is in front."""
        return (tabs.PATH, *self.lists)[max(self.currentIndex(), 0)]

    @property
    def listed(self) -> ListTab | None:
        """The list in front; None where the matrix is."""
        return self.lists.get(self.key)

    def turn(self, key: str) -> bool:
        """Bring a tab to the front; whether there is one of that key."""
        keys = (tabs.PATH, *self.lists)
        if key in keys:
            self.setCurrentIndex(keys.index(key))
        return key in keys

    def show_read(self, found: Read) -> None:
        self.lists[found.key].show_listing(found.listing)
        if found.key == tabs.CERTIFICATES:
            self.bars.show_tallies(found.tallies)

    def first_focus(self) -> QWidget:
        return self.listed.table if self.listed is not None else self.path.view

    def _name(self) -> None:
        for at, key in enumerate((tabs.PATH, *self.lists)):
            self.setTabText(at, words.say(tabs.TITLES[key]))

    def _on_turned(self, _at: int) -> None:
        self.turned.emit()
