"""Small lists of records: lines that open, a quiet second line, perhaps a load, and buttons to add to them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.listing import Load
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, text
from ui.pieces.load_bar import LoadBar


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list in the inspector: a record to open by `run`, a quiet second line, perhaps a load."""

    title: Label
    detail: Label
    run: Callable[[], object]
    load: Load | None = None
    tone: Tone = Tone.QUIET


class Items(QWidget):
    """Lines one below the other, each a button that opens its record; a sentence where there are none."""

    def __init__(self, items: Sequence[Item], nothing: Label, buttons: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        if not items:
            layout.addWidget(text.paragraph(nothing, Tone.QUIET))
        for item in items:
            layout.addWidget(_line(item))
        if buttons:
            row = QHBoxLayout()
            row.setSpacing(style.SMALL)
            for one in buttons:
                row.addWidget(one)
            row.addStretch(1)
            layout.addLayout(row)


def adding(label: Label, run: Callable[[], object], locked: Label | None) -> QPushButton:
    """The button below a list that adds to it; off with its reason where nothing can be changed."""
    made = button.plain(label, "plus")
    made.clicked.connect(lambda: run())  # noqa: PLW0108 - clicked brings a flag
    if locked is not None:
        made.setEnabled(False)
        words.bind(made, made.setToolTip, locked)
    return made


def _line(item: Item) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    head = text.Elided()
    words.bind(head, head.setText, item.title)
    row = QHBoxLayout()
    row.setSpacing(style.SMALL)
    row.addWidget(head, 1)
    if item.load is not None:
        bar = LoadBar(item.load)
        bar.setFixedSize(96, 20)
        row.addWidget(bar)
    opener = button.quiet(Label(f"打开 {item.title.zh}", f"Open {item.title.en}"), "chevron-right")
    opener.clicked.connect(lambda: item.run())  # noqa: PLW0108 - clicked brings a flag
    row.addWidget(opener, 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(row)
    if item.detail.zh:
        detail = text.Elided(style.SECONDARY, item.tone)
        words.bind(detail, detail.setText, item.detail)
        layout.addWidget(detail)
    return made
