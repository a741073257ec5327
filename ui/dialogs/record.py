"""A record in full: its form, what is wrong with it, and what to do when somebody else was faster."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import style, words
from ui.dialogs.conflict import Clash, Conflict
from ui.form import Form
from ui.palette import Tone
from ui.pieces import button, text

_UNSAVED = Label("有未保存的修改。再次取消将放弃它们。", "There are unsaved changes. Cancel again to give them up.")


class RecordDialog(QDialog):
    """Shows a form; the caller saves, and answers with `saved`, `refuse` or `show_conflict`.

    Signals:
        save_asked(dict): the changed values by field key; the dialog stays until the answer is there.
    """

    save_asked = Signal(dict)
    SHARES: ClassVar[tuple[int, int]] = (3, 2)
    """How wide the form is against what stands beside it."""

    def __init__(self, title: Label, form: Form, parent: QWidget | None = None, beside: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._beside = beside
        self._conflict: Conflict | None = None
        self._warned = False
        self.save = button.primary(Label("保存", "Save"), "check")
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.message = text.Text(tone=Tone.SOON)
        self._middle = QVBoxLayout()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(960 if beside else 640, 680)
        words.bind(self, self.setWindowTitle, title)
        self._lay_out(title)
        self._connect()

    def saved(self) -> None:
        """The office has kept the changes."""
        super().accept()

    def refuse(self, faults: Mapping[str, Label]) -> None:
        """The office does not take these values."""
        self._set_busy(busy=False)
        self.form.set_faults(faults)

    def give_back(self) -> None:
        """Saving failed for a reason told elsewhere; the form stays as typed."""
        self._set_busy(busy=False)

    def show_conflict(self, clashes: Sequence[Clash]) -> None:
        """Somebody else changed the record: show both values; Save asks again with what is chosen."""
        self._set_busy(busy=False)
        if self._conflict is not None:
            self._conflict.deleteLater()
        self._conflict = Conflict(clashes)
        self._middle.insertWidget(0, self._conflict)

    def tell(self, told: Label) -> None:
        """Say in the foot of the dialog that something went well."""
        words.bind(self.message, self.message.setText, told)

    def dirty(self) -> bool:
        """Whether something would be lost."""
        return self.form.dirty()

    @override
    def accept(self) -> None:
        if self.form.check():
            return
        theirs = self._conflict.theirs() if self._conflict is not None else frozenset()
        changes = {key: value for key, value in self.form.changes().items() if key not in theirs}
        if not changes:
            super().reject()
            return
        self._set_busy(busy=True)
        self.save_asked.emit(changes)

    @override
    def reject(self) -> None:
        if self.dirty() and not self._warned:
            self._warned = True
            words.bind(self.message, self.message.setText, _UNSAVED)
            return
        super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.dirty() and not self._warned:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _lay_out(self, title: Label) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.form)
        area.viewport().setAutoFillBackground(False)
        self.form.setContentsMargins(0, 0, style.NORMAL, 0)
        self._middle.setSpacing(style.WIDE)
        self._middle.addWidget(area, 1)
        body = QHBoxLayout()
        body.setSpacing(style.LOOSE)
        body.addLayout(self._middle, self.SHARES[0])
        if self._beside is not None:
            body.addWidget(self._beside, self.SHARES[1])
        foot = QHBoxLayout()
        foot.setSpacing(style.SMALL)
        foot.addWidget(self.message, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        self.save.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.WIDE)
        layout.addWidget(text.title(title))
        layout.addLayout(body, 1)
        layout.addWidget(text.hairline())
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.form.edited.connect(self._on_edited)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.accept)

    def _on_edited(self) -> None:
        self._warned = False
        self.message.clear()

    def _set_busy(self, *, busy: bool) -> None:
        self.save.setEnabled(not busy)
        self.form.setEnabled(not busy)
