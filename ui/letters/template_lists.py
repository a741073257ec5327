"""The two lists beside the words of a template: the blanks to put in, and the faults to put right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from ptman.labels import Label, Lang
from ptman.letters.blanks import Blank, BlankKind, Vocabulary
from ptman.letters.word_faults import Fault
from ui import style, words
from ui.pieces import text

_DATA = Qt.ItemDataRole.UserRole
_SIGNS = {
    Lang.ZH: (
        ("{如果 …}…{否则}…{完}", "{如果 }{否则}{完}"),
        ("{每个 …}…{间隔}、{完}", "{每个 }{间隔}、{完}"),
    ),
    Lang.EN: (
        ("{if …}…{else}…{end}", "{if }{else}{end}"),
        ("{each …}…{between}, {end}", "{each }{between}, {end}"),
    ),
}


class _PickList(QListWidget):
    """Enter and a double click pick the current row.

    Signals:
        picked(object): what the row stands for.
    """

    picked = Signal(object)

    def __init__(self, name: Label) -> None:
        super().__init__()
        words.name(self, name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemDoubleClicked.connect(self._on_picked)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self._on_picked(item)
            event.accept()
        else:
            super().keyPressEvent(event)

    def put(self, said: str, stands_for: object, tip: str = "") -> QListWidgetItem:
        item = QListWidgetItem(said)
        item.setData(_DATA, stands_for)
        item.setToolTip(text.plain_tip(tip or said))
        self.addItem(item)
        return item

    def _on_picked(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(_DATA))


class BlankList(_PickList):
    """Each blank with what it holds for the student chosen; picking one gives the text to put in."""

    def __init__(self) -> None:
        super().__init__(Label("可用的空白项", "Blanks to put in"))
        self._shown: tuple[tuple[Blank, str], ...] = ()
        words.on_change(self, self._fill)

    def show_vocabulary(self, vocabulary: Vocabulary) -> None:
        """The blanks with their declared samples, until those of a student are there."""
        held = {blank.key: value for blank, value in self._shown}
        self.show_samples(tuple((one, held.get(one.key, "")) for one in vocabulary.blanks))

    def show_samples(self, samples: tuple[tuple[Blank, str], ...]) -> None:
        if samples != self._shown:
            self._shown = samples
            self._fill()

    def _fill(self) -> None:
        at, lang = max(self.currentRow(), 0), words.lang()
        self.clear()
        for blank, value in self._shown:
            name = blank.label.text(lang)
            self.put(f"{name}　{value}" if value else name, f"{{{name}}}")
            for inner in blank.of if blank.kind is BlankKind.LIST else ():
                said = inner.label.text(lang)
                colon = "：" if lang is Lang.ZH else ": "
                self.put(f"　· {said}", f"{{{name}{colon}{said}}}", f"{{{name}{colon}{said}}}")
        for shown, put in _SIGNS[lang]:
            self.put(shown, put)
        self.setCurrentRow(at)


class FaultList(_PickList):
    """Each fault with its line; picking one goes there."""

    def __init__(self) -> None:
        super().__init__(Label("模板中的问题", "Faults of the template"))
        self.setWordWrap(True)
        self._faults: tuple[Fault, ...] = ()
        self.itemClicked.connect(self._on_picked)
        words.on_change(self, self._fill)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        if tuple(faults) != self._faults:
            self._faults = tuple(faults)
            self._fill()

    def _fill(self) -> None:
        self.clear()
        tones = style.tones()
        for fault in self._faults:
            sign = "✕" if fault.blocks else "·"
            item = self.put(f"{sign} {words.say(fault.said())}", fault)
            item.setForeground(QColor(tones.overdue if fault.blocks else tones.soon))
