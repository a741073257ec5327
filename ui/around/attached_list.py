"""The files of a record: dropped or chosen, opened, saved elsewhere, removed; and what the office file holds in all."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.register import attachments
from ptman.register.attachments import Attached
from ui import style, words
from ui.around.attaching import Attaching
from ui.around.reading import Around, Doing
from ui.palette import Tone
from ui.pieces import button, text

NOTHING = Label("没有附件。把文件拖到这里，或点“添加”。", "No attachments. Drop files here or press Attach.")


class AttachedList(QWidget):
    """Takes dropped files; each file is a line with its own buttons."""

    def __init__(self, around: Around, doing: Doing) -> None:
        super().__init__()
        self._locked = doing.desk.read_only
        self.attaching = Attaching((around.card.noun, around.card.id), doing)
        self.setAcceptDrops(self._locked is None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        if not around.files:
            layout.addWidget(text.paragraph(NOTHING, Tone.QUIET))
        for one in around.files:
            layout.addLayout(self._line(one))
        self.add = button.plain(Label("添加附件…", "Attach files…"), "plus")
        self.add.clicked.connect(self.attaching.choose)
        if self._locked is not None:
            self.add.setEnabled(False)
            words.bind(self.add, self.add.setToolTip, self._locked)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        layout.addLayout(foot)
        layout.addWidget(text.small(_held(around)))
        layout.addStretch(1)

    def _line(self, one: Attached) -> QVBoxLayout:
        name = text.Elided()
        name.setText(one.name)
        head = QHBoxLayout()
        head.setSpacing(style.TIGHT)
        head.addWidget(name, 1)
        deeds: list[tuple[Label, str, Callable[[Attached], object]]] = [
            (Label(f"打开 {one.name}", f"Open {one.name}"), "external-link", self.attaching.open),
            (Label(f"另存 {one.name}", f"Save {one.name}"), "download", self.attaching.save),
        ]
        if self._locked is None:
            deeds.append((Label(f"移除 {one.name}", f"Remove {one.name}"), "trash-2", self.attaching.remove))
        for label, icon, run in deeds:
            made = button.quiet(label, icon)
            made.clicked.connect(partial(_run, run, one))
            head.addWidget(made)
        whole = QVBoxLayout()
        whole.setSpacing(0)
        whole.addLayout(head)
        size = attachments.said(one.size).zh
        note = f" · {one.note}" if one.note else ""
        detail = text.Elided(style.SECONDARY, Tone.QUIET)
        detail.setText(f"{size} · {one.by} · {one.day.isoformat()}{note}")
        whole.addWidget(detail)
        return whole

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.attaching.add(paths)


def _run(deed: Callable[[Attached], object], one: Attached, _checked: object = None) -> None:
    deed(one)


def _held(around: Around) -> Label:
    size = attachments.said(around.usage.size).zh if around.usage.files else "0"
    return Label(
        f"本办公文件共存 {around.usage.files} 个附件文件，{size}",
        f"The office file holds {around.usage.files} attached files, {size}",
    )
