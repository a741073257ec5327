"""The versions of one template: what changed between two of them, and an old one made the newest."""

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.letters import template_rows, templates
from ptman.letters.template_rows import TemplateRow
from ui import day, style, words
from ui.desk import Desk
from ui.pieces import button, foot_row, text

_TITLE = Label("模板的版本", "Versions of the template")
_USE, _NO_USE = Label("用于签发(&U)", "&Use for issuing"), Label("不再用于签发(&U)", "No longer &use it")
_SHIPPED = Label("自带模板", "The template shipped")


class VersionsDialog(QDialog):
    """At the left the versions, at the right the chosen one against another.

    Signals:
        restored(TemplateRow): an old version was saved as the newest.
        used(TemplateRow): letters are written in it from now on, or no longer.
        retired(TemplateRow): it has left the list with all its versions.
        failed(Exception): nothing was changed.
    """

    restored = Signal(object)
    used = Signal(object)
    retired = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, row: TemplateRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(880, 560)
        self._desk = desk
        self._rows: tuple[TemplateRow, ...] = ()
        self._shipped = template_rows.shipped(row.text.family, row.text.lang, in_use=False)
        self.list, self.against = QListWidget(), QComboBox()
        self.lines = QPlainTextEdit()
        self.restore = button.primary(Label("恢复这一版", "Restore this version"), "undo-2")
        self.use = button.plain(_USE, "check")
        self.retire = button.plain(Label("收起模板(&X)", "Re&tire the template"), "archive")
        self.leave = button.plain(Label("关闭", "Close"))
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_chosen)
        self.against.currentIndexChanged.connect(lambda _at: self._compare())
        self.restore.clicked.connect(self._on_restore)
        self.leave.clicked.connect(self.reject)
        self.use.clicked.connect(self._on_use)
        self.retire.clicked.connect(self._on_retire)
        for one in (self.use, self.retire):
            one.setEnabled(False)
        desk.work.ask(partial(desk.read, templates.editions, row.id), self._on_found, self.failed.emit)

    def _lay_out(self) -> None:
        words.bind(self, self.setWindowTitle, _TITLE)
        words.name(self.list, _TITLE)
        words.name(self.against, Label("与哪一版比较", "Which version to compare with"))
        words.name(self.lines, Label("两版的差别", "What differs"))
        self.list.setFixedWidth(210)
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        top = QHBoxLayout()
        top.addWidget(text.line(Label("与它比较：", "Compared with:"), style.SECONDARY))
        top.addWidget(self.against, 1)
        right = QVBoxLayout()
        right.addLayout(top)
        right.addWidget(self.lines, 1)
        middle = QHBoxLayout()
        middle.setSpacing(style.NORMAL)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        foot = foot_row.of(self.leave, self.restore, left=(self.use, self.retire))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(_TITLE))
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def _on_found(self, rows: tuple[TemplateRow, ...]) -> None:
        self._rows = rows
        said = [self._said(row) for row in rows]
        self.list.addItems(said)
        self.against.addItems([*said, words.say(_SHIPPED)])
        self.against.setCurrentIndex(min(1, len(rows)))
        self.list.setCurrentRow(0)
        self.list.setFocus()
        if rows:
            words.bind(self.use, self.use.setText, _NO_USE if rows[0].in_use else _USE)
        for one in (self.use, self.retire):
            one.setEnabled(bool(rows) and self._desk.read_only is None)

    def _said(self, row: TemplateRow) -> str:
        version = words.say(Label("第 {} 版", "Version {}")).format(row.edition)
        used = words.say(Label(" · 在用", " · in use")) if row.in_use else ""
        return f"{version} · {row.saved_on}{used}"

    def _on_chosen(self, at: int) -> None:
        self.restore.setEnabled(at > 0 and self._desk.read_only is None)
        self._compare()

    def _compare(self) -> None:
        at, other = self.list.currentRow(), self.against.currentIndex()
        if at < 0 or other < 0:
            return
        old = (*self._rows, self._shipped)[other].text.source
        self.lines.clear()
        tones = style.tones()
        grounds = {"+": tones.done_soft, "-": tones.overdue_soft}
        cursor = self.lines.textCursor()
        for line in template_rows.compared(old, self._rows[at].text.source):
            shape = QTextCharFormat()
            if line.mark in grounds:
                shape.setBackground(QColor(grounds[line.mark]))
            cursor.insertText(f"{line.mark} {line.text}\n", shape)

    def _on_restore(self) -> None:
        row = self._rows[self.list.currentRow()]
        self._desk.work.act(
            Label("恢复模板", "Restoring a template"),
            lambda _step: self._desk.write(templates.restore, row.id, day.today()),
            self._on_restored,
            self.failed.emit,
        )

    def _on_use(self) -> None:
        """The newest version, or no longer: then letters are written in the words shipped."""
        row = self._rows[0]
        job = partial(self._desk.write, templates.use, row.id, on=not row.in_use)
        name = Label("启用或停用模板", "Using a template or not")
        self._desk.work.act(name, lambda _step: job(), partial(self._leave, self.used), self.failed.emit)

    def _on_retire(self) -> None:
        row = self._rows[0]
        job = partial(self._desk.write, templates.retire, row.id, day.today())
        name = Label("收起模板", "Retiring a template")
        left = partial(self._leave, self.retired, row)
        self._desk.work.act(name, lambda _step: job(), lambda _nothing: left(), self.failed.emit)

    def _leave(self, signal: SignalInstance, row: TemplateRow) -> None:
        signal.emit(row)
        self.accept()

    def _on_restored(self, row: TemplateRow) -> None:
        self.restored.emit(row)
        self.accept()
