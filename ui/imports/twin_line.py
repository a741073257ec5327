"""Above a draft: the rows that may mean somebody on file; each is compared side by side and decided."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ptman.intake.outcome import Twin
from ptman.labels import Label
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, text

_TITLE = Label("是同一个人吗？", "Is this the same person?")
_WHAT = Label(
    "选“同一人”，这一行改为与已有记录比较，不新增；选“另一个人”，照常新增。现在都不改动数据。",
    "“The same” compares this row with the record on file instead of adding a new one; “somebody else” adds it. "
    "Nothing changes yet.",
)
_FIELD, _FILE, _OFFICE = Label("项目", "Field"), Label("文件中", "In the file"), Label("已有记录", "On file")


class TwinLine(QWidget):
    """One line: how many there are, a box to choose one, and the way to both side by side; `names` are of the rows.

    Signals:
        same(str, str): the row of this key means the record of this id.
        other(str): the row of this key means somebody else.
    """

    same = Signal(str, str)
    other = Signal(str)

    def __init__(self, twins: Mapping[str, Sequence[Twin]], names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names
        self._pairs = [(key, twin) for key, found in twins.items() for twin in found]
        self.lead = text.Text(tone=Tone.SOON)
        self.box = QComboBox()
        self.compare = button.plain(Label("并排比较…", "Compare…"), "merge")
        self.box.setMinimumWidth(360)
        words.name(self.box, Label("像是已有的人", "Rows that may mean somebody on file"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        for part in (self.lead, self.box, self.compare):
            layout.addWidget(part)
        layout.addStretch(1)
        self.compare.clicked.connect(self._on_compare)
        words.on_change(self, self._show)
        self._show()

    def choose(self, keys: Sequence[str]) -> None:
        """Show what the first of these rows may mean."""
        at = next((at for at, (key, _) in enumerate(self._pairs) if key in keys[:1]), -1)
        if at >= 0:
            self.box.setCurrentIndex(at)

    def _show(self) -> None:
        rows = len({key for key, _ in self._pairs})
        said = Label(f"{rows} 行像是已有的人：", f"Rows that may mean somebody on file: {rows}")
        words.bind(self.lead, self.lead.setText, said)
        self.box.clear()
        for key, twin in self._pairs:
            self.box.addItem(f"{self._names.get(key, key)} ↔ {twin.title} · {words.say(twin.reason)}")
        self.setVisible(bool(self._pairs))

    def _on_compare(self) -> None:
        key, twin = self._pairs[self.box.currentIndex()]
        dialog = TwinDialog(twin, self.window())
        dialog.same.clicked.connect(lambda: self.same.emit(key, twin.id))
        dialog.other.clicked.connect(lambda: self._on_other(key))
        dialog.open()

    def _on_other(self, key: str) -> None:
        self._pairs = [pair for pair in self._pairs if pair[0] != key]
        self._show()
        self.other.emit(key)


class TwinDialog(QDialog):
    """A row of the file beside the record it may mean; closing it decides nothing."""

    def __init__(self, twin: Twin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 480)
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.other = button.plain(Label("另一个人", "Somebody else"), "user-plus")
        self.same = button.primary(Label("同一人", "The same"), "user-check")
        words.bind(self, self.setWindowTitle, _TITLE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(_TITLE))
        layout.addWidget(text.paragraph(_WHAT, Tone.QUIET))
        layout.addWidget(text.line(twin.reason, tone=Tone.SOON))
        layout.addWidget(_sides(twin), 1)
        layout.addWidget(text.hairline())
        foot = QHBoxLayout()
        foot.setSpacing(style.SMALL)
        foot.addStretch(1)
        for part in (self.cancel, self.other, self.same):
            foot.addWidget(part)
            part.clicked.connect(self.accept if part is not self.cancel else self.reject)
        layout.addLayout(foot)
        self.same.setDefault(True)


def _sides(twin: Twin) -> QScrollArea:
    inner = QWidget()
    grid = QGridLayout(inner)
    grid.setContentsMargins(0, 0, style.NORMAL, 0)
    grid.setHorizontalSpacing(style.WIDE)
    grid.setVerticalSpacing(style.SMALL)
    for column, label in enumerate((_FIELD, _OFFICE, _FILE)):
        grid.addWidget(text.line(label, tone=Tone.QUIET), 0, column)
        grid.setColumnStretch(column, 1)
    for row, one in enumerate(twin.sides, start=1):
        tone = Tone.PLAIN if one.old == one.new else Tone.ACCENT
        grid.addWidget(text.line(one.field, tone=Tone.QUIET), row, 0)
        for column, said in ((1, one.old), (2, one.new)):
            value = text.Text(tone=tone)
            value.setText(said or "—")
            value.setWordWrap(True)
            grid.addWidget(value, row, column)
    grid.setRowStretch(len(twin.sides) + 1, 1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inner)
    words.name(area, Label("两边的内容", "Both sides"))
    for part in (area.viewport(), inner):
        part.setAutoFillBackground(False)
    return area
