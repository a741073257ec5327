"""Scanned letters before they are filed: what the codes say, each page to be seen, and the rest filed by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.letters import optical
from ptman.rules import dates
from ptman.scans.filing import Place, Sorted
from ptman.scans.sorting import NO_CODE, Stretch
from ui import style, words
from ui.desk import Desk
from ui.form_editors import DateEditor
from ui.form_link import Link, LinkEditor
from ui.letters import scan_rows
from ui.letters.scan_picture import ScanPicture
from ui.palette import Tone
from ui.pieces import button, text
from ui.table import TableView

TITLE = Label("归档扫描件", "File scans")
_HOW = Label(
    "凭二维码认出的已归到各自的函件。认不出的，选中后在右下查找文号或单位，手工归档；不填则不归档。",
    "What the codes tell is filed with its letter. For the rest, select a row and look its letter up at the lower "
    "right; what has no letter is not filed.",
)
_NO_DAY = Label("收到日期写作 2026-09-10。", "Write the day it came back as 2026-09-10.")
_MOST = 12
_WIDEST = 1400


class ScanDialog(QDialog):
    """Shows; the caller keeps.

    Signals:
        kept(tuple, date): the stretches to file, and the day they came back; the dialog is closed by then.
    """

    kept = Signal(tuple, object)

    def __init__(
        self, desk: Desk, found: Sorted, places: Sequence[Place], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._found = desk, found
        self._places = {place.id: place for place in places}
        self.chosen = list(found.stretches)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1120, 700)
        self.table, self.picture = TableView(scan_rows.BLANK), ScanPicture()
        self.letter, self.on = LinkEditor("issued_document", self._look), DateEditor()
        self.on.show_value(today)
        self.sentence = text.Text(tone=Tone.QUIET)
        self.keep = button.primary(Label("归档", "File them"), "archive")
        self.cancel = button.plain(Label("返回", "Back"))
        words.bind(self, self.setWindowTitle, TITLE)
        words.name(self.letter, Label("归入哪份函件", "Which letter it belongs to"))
        words.name(self.on, Label("收到日期", "Came back on"))
        self._lay_out()
        self._connect()
        self._show()
        self.table.select(["0"])

    @override
    def accept(self) -> None:
        day = dates.date(self.on.typed()).value
        if day is None:
            self.sentence.set_tone(Tone.OVERDUE)
            words.bind(self.sentence, self.sentence.setText, _NO_DAY)
            return
        super().accept()
        self.kept.emit(self._wanted(), day)

    def _wanted(self) -> tuple[Stretch, ...]:
        return tuple(one for one in self.chosen if one.letter)

    def _lay_out(self) -> None:
        self.keep.setDefault(True)
        self.table.colour_by(scan_rows.tone)
        right = QVBoxLayout()
        right.setSpacing(style.SMALL)
        right.addWidget(self.picture, 1)
        right.addWidget(text.line(Label("归入函件", "Belongs to"), style.SECONDARY, Tone.QUIET))
        right.addWidget(self.letter)
        middle = QHBoxLayout()
        middle.setSpacing(style.WIDE)
        middle.addWidget(self.table, 5)
        middle.addLayout(right, 3)
        foot = QHBoxLayout()
        foot.setSpacing(style.SMALL)
        self.on.setFixedWidth(130)
        for part in (text.line(Label("收到日期", "Came back on"), tone=Tone.QUIET), self.on, self.sentence):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(TITLE))
        layout.addWidget(text.paragraph(_HOW, Tone.QUIET))
        layout.addLayout(middle, 1)
        layout.addWidget(text.hairline())
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.table.selection_changed.connect(self._on_selected)
        self.letter.edited.connect(self._on_letter)
        self.keep.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def _look(self, _noun: str, typed: str) -> list[tuple[str, str]]:
        """Letters by any part of number and host."""
        found = (one for one in self._places.values() if typed.casefold() in f"{one.doc_no} {one.host}".casefold())
        return [(one.id, _named(one)) for _, one in zip(range(_MOST), found, strict=False)]

    def _show(self) -> None:
        self.table.show_listing(scan_rows.listing(self._found, self.chosen, self._places))
        wanted = self._wanted()
        left, letters = len(self.chosen) - len(wanted), len({one.letter for one in wanted})
        self.keep.setEnabled(bool(wanted))
        self.sentence.set_tone(Tone.QUIET)
        zh = f"归档到 {letters} 份函件，余 {left} 处不归档。"
        words.bind(self.sentence, self.sentence.setText, Label(zh, f"Files to {letters} letters; {left} are left."))

    def _at(self) -> int | None:
        selected = self.table.selected()[:1]
        return int(selected[0]) if selected and selected[0].isdecimal() else None

    def _on_selected(self) -> None:
        at = self._at()
        self.letter.setEnabled(at is not None)
        place = self._places.get(self.chosen[at].letter) if at is not None else None
        self.letter.show_value(Link(place.id, _named(place)) if place else None)
        if at is None:
            self.picture.show_picture(None)
            return
        one = self.chosen[at]
        content, page = self._found.scans[one.file].content, one.pages[0]
        self._desk.work.ask(
            lambda: optical.look(content, page, _WIDEST),
            lambda shown: self.picture.show_picture(shown) if self._at() == at else None,
        )

    def _on_letter(self) -> None:
        at, value = self._at(), self.letter.value()
        if at is None or self.letter.unsettled() or str(value or "") == self.chosen[at].letter:
            return
        was = self._found.stretches[at]
        self.chosen[at] = replace(was, letter=str(value or ""), why=None if value else was.why or NO_CODE)
        self._show()


def _named(place: Place) -> str:
    return f"{place.doc_no} {place.host}"
