"""What the template editor does with files and with all letters at once: import, export, check by name."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ptman import files
from ptman.labels import Label
from ptman.letters import docx_scan, template_text, template_trials
from ptman.letters.template_text import TemplateText
from ptman.letters.template_trials import Trouble
from ptman.register import lists
from ui import day, file_choice, style, words
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces import button, text
from ui.pieces.notice_bar import NoticePlace

DOCX = Label("Word 文件 (*.docx)", "Word file (*.docx)")
TEXT = Label("模板文件 (*.txt)", "Template file (*.txt)")
_BRING = Label("导入模板", "Import a template")
_WORD = Label("选择 Word 模板", "Choose a Word template")
_EXPORT = Label("导出模板", "Export a template")
_CHECKED = Label("逐份检查", "Check all letters")
_ALL_SOUND = Label("检查了全部待派遣和已派遣的函件，没有问题。", "Every letter planned or sent was checked; no faults.")


class Editor(Protocol):
    """The template editor as its sending sees it."""

    desk: Desk
    notice: NoticePlace

    def text(self) -> TemplateText | None: ...
    def take(self, text: TemplateText) -> None: ...
    def on_failed(self, error: Exception) -> None: ...
    def widget(self) -> QWidget: ...


def export(editor: Editor) -> None:
    """Write what stands in the editor, saved or not."""
    shown = editor.text()
    if shown is not None:
        name = f"{shown.name or shown.family}.txt"
        job = partial(_write, editor, template_text.written(shown))
        file_choice.save_as(editor.widget(), _EXPORT, TEXT, name, job)


def bring(editor: Editor) -> None:
    """Read a file into the editor; nothing is kept before it is saved."""
    file_choice.open_many(editor.widget(), _BRING, TEXT, partial(_read, editor))


def word(editor: Editor, then: Callable[[bytes], object]) -> None:
    """Read a Word file; what is wrong with it is told when it is to be kept."""

    def read(paths: list[Path]) -> None:
        def job() -> bytes:
            with paths[0].open("rb") as file:
                return file.read(docx_scan.LARGEST + 1)

        editor.desk.work.ask(job, then, editor.on_failed)

    file_choice.open_many(editor.widget(), _WORD, DOCX, read)


def check(editor: Editor) -> None:
    """Fill the words for every letter of every cohort, and list the faults by name."""
    shown = editor.text()
    if shown is not None:
        editor.desk.work.ask(partial(_checked, editor.desk, shown), partial(_tell, editor), editor.on_failed)


def _write(editor: Editor, data: bytes, target: Path) -> None:
    editor.desk.work.ask(partial(files.write_atomically, target, data), lambda _none: None, editor.on_failed)


def _read(editor: Editor, paths: list[Path]) -> None:
    def job() -> TemplateText:
        with paths[0].open("rb") as file:
            return template_text.read(file.read(template_text.LARGEST + 1))

    editor.desk.work.ask(job, editor.take, editor.on_failed)


def _checked(desk: Desk, shown: TemplateText) -> tuple[Trouble, ...]:
    cohorts = desk.read(lists.cohorts)
    return desk.read(template_trials.whole, shown, cohorts, day.today())


def _tell(editor: Editor, found: tuple[Trouble, ...]) -> None:
    if found:
        TroublesDialog(found, editor.widget()).open()
    else:
        editor.notice.say(_ALL_SOUND, Tone.DONE)


class TroublesDialog(QDialog):
    """The letters that the words do not fit, each with its students and faults; the text can be copied."""

    def __init__(self, found: tuple[Trouble, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(640, 480)
        self._found = found
        self.said = QPlainTextEdit()
        self.said.setReadOnly(True)
        self.said.setTabChangesFocus(True)
        words.bind(self, self.setWindowTitle, _CHECKED)
        words.name(self.said, Label("检查出的问题", "Faults found"))
        leave = button.primary(Label("关闭", "Close"))
        leave.clicked.connect(self.reject)
        count = len(found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.addWidget(text.title(Label(f"{count} 份函件有问题", f"{count} letters have faults")))
        layout.addWidget(self.said, 1)
        layout.addWidget(leave)
        self._say()
        words.on_change(self, self._say)

    def _say(self) -> None:
        lines = []
        for one in self._found:
            lines.append(" · ".join(filter(None, (one.host, one.batch, "、".join(one.students)))))
            lines += [f"  {words.say(fault.said())}" for fault in one.faults]
        self.said.setPlainText("\n".join(lines))
