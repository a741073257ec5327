"""A paper before it is saved: its real pages in either language, then as PDF or Word."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ptman import files
from ptman.labels import Label, Lang
from ptman.reports import paper_files
from ptman.reports.paper_files import File, Form
from ptman.reports.report import Report
from ui import errors, file_choice, printing, style, words
from ui.pieces import button, foot_row, text
from ui.pieces.pdf_pane import PdfPane
from ui.work import Work

WORD = Label("Word 文件 (*.docx)", "Word file (*.docx)")
_MAKING = Label("正在生成…", "Setting the pages…")
_SAVE = Label("另存为", "Save as")
_PRINT = Label("打印…", "Print…")
NO_PRINTER = Label("这台电脑没有可用的打印机，请另存为 PDF。", "This computer has no printer. Save as PDF instead.")
_LANGUAGES = ((Lang.ZH, "中文"), (Lang.EN, "English"))
Make = Callable[[Lang], Report]


class PaperDialog(QDialog):
    """`make` reads the office on the worker and gives the report in that language; nothing is changed.

    Signals:
        told(Label): the file was written.
    """

    told = Signal(object)

    def __init__(self, title: Label, make: Make, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make, self._work = make, work
        self._report: Report | None = None
        self._pages = b""
        self.pane = PdfPane(work, _MAKING)
        self.language = QComboBox()
        self.pdf = button.primary(Label("另存为 PDF…", "Save as PDF…"), "save")
        self.word = button.plain(Label("另存为 Word…", "Save as Word…"), "file-text")
        self.print_ = button.plain(_PRINT, "printer")
        self.close_ = button.plain(Label("关闭", "Close"))
        words.bind(self, self.setWindowTitle, title)
        words.name(self.language, Label("文书语言", "Language of the paper"))
        for lang, name in _LANGUAGES:
            self.language.addItem(name, lang)
        self.language.setCurrentIndex([lang for lang, _ in _LANGUAGES].index(words.lang()))
        self.resize(860, 720)
        self._lay_out(title)
        self.language.currentIndexChanged.connect(self.draw)
        self.pdf.clicked.connect(partial(self._on_save, Form.PDF))
        self.word.clicked.connect(partial(self._on_save, Form.DOCX))
        self.print_.clicked.connect(self._on_print)
        self.close_.clicked.connect(self.reject)
        self.draw()

    def draw(self) -> None:
        """Set the pages in the chosen language."""
        lang = Lang(self.language.currentData())  # a box gives back plain text
        self._ready(None)
        self.pane.say(_MAKING)

        def job() -> tuple[Report, File]:
            made = self._make(lang)
            return made, paper_files.set_as(made, Form.PDF)

        self._work.ask(job, self._on_made, self._on_failed)

    def _lay_out(self, title: Label) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.SMALL)
        head.addWidget(text.title(title), 1)
        for one in (*self.more_choices(), self.language):
            head.addWidget(one)
        foot = foot_row.of(self.close_, self.print_, self.word, self.pdf)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addLayout(head)
        layout.addWidget(self.pane, 1)
        layout.addLayout(foot)

    def more_choices(self) -> Sequence[QWidget]:
        """What else can be chosen of a paper of this kind."""
        return ()

    def _ready(self, report: Report | None, pages: bytes = b"") -> None:
        self._report, self._pages = report, pages
        for one in (self.pdf, self.word, self.print_):
            one.setEnabled(report is not None)

    def _on_made(self, made: tuple[Report, File]) -> None:
        report, file = made
        self._ready(report, file.content)
        self.pane.show_pdf(file.content)

    def _on_failed(self, error: Exception) -> None:
        errors.show(error, self)
        self.reject()

    def _on_print(self) -> None:
        if not printing.there_is_a_printer():
            self.told.emit(NO_PRINTER)
            return
        printer = printing.asked(self, _PRINT)
        if printer is not None:
            told = Label("已送打印机", "Sent to the printer")
            job = partial(printing.send, printer, [self._pages])
            self._work.run(_PRINT, job, lambda _sides: self.told.emit(told))

    def _on_save(self, form: Form, _checked: object = None) -> None:
        report = self._report
        if report is None:
            return
        kind = file_choice.PDF if form is Form.PDF else WORD
        proposed = paper_files.name(report, form)
        file_choice.save_as(self, _SAVE, kind, proposed, partial(self._save, report, form))

    def _save(self, report: Report, form: Form, target: Path) -> None:
        def job(_step: object) -> Label:
            files.write_atomically(target, paper_files.set_as(report, form).content)
            return Label(f"已写入 {target.name}", f"Written: {target.name}")

        self._work.run(_SAVE, job, self.told.emit)
