"""The boxes of the template editor: which template, which student, and the layout that is chosen and not typed."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from ptman.labels import Choice, Label, Lang
from ptman.letters.template_rows import TemplateRow
from ptman.letters.template_text import LAYOUTS, TemplateText
from ui import style, words
from ui.pieces import text

_LANGUAGES = {Lang.ZH: Label("中文", "Chinese"), Lang.EN: Label("英文", "English")}
_IN_USE = Label("在用", "in use")
_VERSION = Label("第 {} 版", "version {}")


class TemplateBox(QComboBox):
    """All templates, by family; what is chosen is told only when a hand chose it.

    Signals:
        picked(TemplateRow): another template is wanted.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[TemplateRow, ...] = ()
        self.setMinimumWidth(380)
        words.name(self, Label("模板", "Template"))
        words.on_change(self, lambda: self.show_rows(self._rows, self.currentIndex()))
        self.activated.connect(lambda at: self.picked.emit(self._rows[at]))

    def show_rows(self, rows: Sequence[TemplateRow], at: int) -> None:
        self._rows = tuple(rows)
        self.clear()
        for row in self._rows:
            self.addItem(" · ".join(_said(row)))
        self.setCurrentIndex(at)

    def place(self, key: str, family: str, lang: Lang = Lang.ZH) -> int:
        """Where a template is; the shipped one of the family where it is none of ours."""
        own = (at for at, row in enumerate(self._rows) if key and row.id == key)
        rows = enumerate(self._rows)
        shipped = (at for at, row in rows if (row.text.family, row.text.lang, row.id) == (family, lang, ""))
        return next(own, next(shipped, 0))


class LayoutBoxes(QWidget):
    """Head, grid and signature.

    Signals:
        changed: a hand chose another layout.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, tuple[QComboBox, type[Choice]]] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        for key, (label, choices) in LAYOUTS.items():
            box = QComboBox()
            words.name(box, label)
            box.addItems([""] * len(choices))
            box.activated.connect(lambda _at: self.changed.emit())
            self._boxes[key] = (box, choices)
            layout.addWidget(text.line(label, style.SECONDARY))
            layout.addWidget(box)
        self._speak()
        words.on_change(self, self._speak)

    def show_layout(self, shown: TemplateText) -> None:
        for key, (box, choices) in self._boxes.items():
            box.setCurrentIndex([one.value for one in choices].index(getattr(shown, key)))

    def laid_out(self, source: TemplateText) -> TemplateText:
        """The same words in the layout chosen here."""
        chosen = {key: list(choices)[box.currentIndex()].value for key, (box, choices) in self._boxes.items()}
        return replace(source, head=chosen["head"], grid=chosen["grid"], signature=chosen["signature"])

    def _speak(self) -> None:
        for box, choices in self._boxes.values():
            for at, one in enumerate(choices):
                box.setItemText(at, words.say(one.label))
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _said(row: TemplateRow) -> list[str]:
    parts = [words.say(row.family), words.say(_LANGUAGES[row.text.lang]), words.say(row.name)]
    if row.id:
        parts.append(words.say(_VERSION).format(row.edition))
    if row.has_docx:
        parts.append("Word")
    return [*parts, words.say(_IN_USE)] if row.in_use else parts
