"""What the import page says in place: files that were not taken and why, rows that were refused."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ptman.intake import templates
from ptman.labels import Label
from ptman.register.unfinished import Unfinished
from ui import style, words
from ui.imports.items import Kept, Refusal
from ui.palette import Tone
from ui.pieces import button
from ui.pieces.notice_bar import NoticeBar

MOST = 4
"""Beyond so many the oldest notice gives way."""

Again = Callable[[Path, str | None], object]


class Notices(QWidget):
    """A short stack of notices, the newest first; a file's old notice goes when the file is taken again."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: dict[str, NoticeBar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.SMALL)
        self.hide()

    def bars(self) -> list[NoticeBar]:
        """From the oldest to the newest."""
        return list(self._bars.values())

    def say_refused(self, refusal: Refusal, again: Again, match: Callable[[Refusal], object]) -> None:
        """Why a file was not taken; a box of kinds and the way to its columns where naming them may help."""
        parts: list[QWidget] = []
        box = _kinds() if refusal.unrecognised else None
        if box is not None:
            parts.append(box)
        if refusal.workbook is not None and refusal.unrecognised:
            columns = button.plain(Label("指明各列…", "Match columns…"), "columns-3")
            columns.clicked.connect(lambda: match(_as_chosen(refusal, box)))
            parts.append(columns)
        retry = button.plain(Label("再试一次", "Try again"), "refresh-cw")
        parts.append(retry)
        self.add(str(refusal.path), NoticeBar(refusal.sentence, Tone.OVERDUE, parts))
        retry.clicked.connect(lambda: self._on_again(refusal.path, box, again))

    def say_left(self, kept: Kept, refused: int, copy: Callable[[], object]) -> None:
        """Rows were refused: offer the marked copy to send back."""
        save = button.plain(Label("另存标注副本…", "Save a marked copy…"), "file-spreadsheet")
        save.clicked.connect(copy)
        name = kept.drawn.path.name
        sentence = Label(
            f"“{name}”：已保留 {kept.rows} 行，{refused} 行未接受。可把标注了原因的副本发回给对方修改。",
            f"{name}: {kept.rows} rows kept, {refused} refused. A copy with the reasons marked can be sent back.",
        )
        self.add(str(kept.drawn.path), NoticeBar(sentence, Tone.SOON, [save]))

    def say_out(self, found: Sequence[Unfinished], choose: Callable[[], object]) -> None:
        """Rows of these earlier imports are still out."""
        for one in found:
            self._say_out(one, choose)

    def _say_out(self, one: Unfinished, choose: Callable[[], object]) -> None:
        """The mended file is chosen here."""
        again = button.plain(Label("选择改好的工作簿…", "Choose the mended workbook…"), "folder-open")
        again.clicked.connect(choose)
        sentence = Label(
            f"“{one.file}”：有 {one.refused} 行未接受，来源此后没有再来文件。",
            f"{one.file}: {one.refused} rows were refused, and nothing has come from its source since.",
        )
        self.add(f"out/{one.number}", NoticeBar(sentence, Tone.SOON, [again]))

    def say(self, key: str, sentence: Label, tone: Tone = Tone.OVERDUE) -> None:
        self.add(key, NoticeBar(sentence, tone))

    def forget(self, key: str) -> None:
        if key in self._bars:
            self._bars[key].close_bar()

    def add(self, key: str, bar: NoticeBar) -> None:
        """In place of an older notice of this key."""
        self.forget(key)
        self._bars[key] = bar
        bar.closed.connect(lambda: self._on_closed(key, bar))
        self._column.insertWidget(0, bar)
        for old in list(self._bars)[:-MOST]:
            self.forget(old)
        self.show()

    def _on_closed(self, key: str, bar: NoticeBar) -> None:
        if self._bars.get(key) is bar:
            del self._bars[key]
        self.setVisible(bool(self._bars))

    def _on_again(self, path: Path, box: QComboBox | None, again: Again) -> None:
        chosen = box.currentData() if box is not None else None
        self.forget(str(path))
        again(path, chosen or None)


def _as_chosen(refusal: Refusal, box: QComboBox | None) -> Refusal:
    chosen = box.currentData() if box is not None else None
    return replace(refusal, book=chosen or refusal.book)


def _kinds() -> QComboBox:
    box = QComboBox()
    kinds = (*templates.about(), *templates.others())
    labels = {"": Label("自动识别", "Recognise")} | {str(one.book): one.label for one in kinds}
    for value, label in labels.items():
        box.addItem(words.say(label), value)

    def say() -> None:
        for at, label in enumerate(labels.values()):
            box.setItemText(at, words.say(label))

    words.on_change(box, say)
    words.name(box, Label("这个工作簿是哪一种", "Which kind this workbook is"))
    return box
