"""Verifies a letter that came back, by the text of its QR code, its PDF or a scan, against what was issued."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ptman import files, signing
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import verifying
from ptman.letters.verifying import Finding, Verdict
from ui import file_choice, style, words
from ui.desk import Desk
from ui.form_editors import LongEditor
from ui.palette import Tone
from ui.pieces import button, foot_row, text

TITLE = Label("核验函件", "Verify a letter")
_HOW = Label(
    "用手机或扫描枪读出函件首页的二维码，把文字粘贴在这里；或选择收到的 PDF、扫描件或照片。",
    "Read the QR code on the first page with a phone or scanner and paste its text here, or choose the PDF, a scan or "
    "a photograph.",
)
_TONES = {Verdict.GENUINE: Tone.DONE, Verdict.SUPERSEDED: Tone.SOON, Verdict.VOID: Tone.SOON}


class VerifyDialog(QDialog):
    """The verdict stands below; the dialog stays open for the next letter."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.code = LongEditor()
        self.verdicts = QVBoxLayout()
        self.verify = button.primary(Label("核验", "Verify"), "check")
        self.file = button.plain(Label("选择文件…", "Choose files…"), "file-text")
        self.key = button.plain(Label("导出公钥…", "Export the public key…"), "download")
        self.leave = button.plain(Label("关闭", "Close"))
        words.bind(self, self.setWindowTitle, TITLE)
        words.name(self.code, Label("核验码", "Code"))
        self.verify.setDefault(True)
        self._lay_out()
        self.verify.clicked.connect(self._on_verify)
        self.file.clicked.connect(lambda: file_choice.open_many(self, TITLE, file_choice.SCANS, self._on_files))
        self.key.clicked.connect(self._on_key)
        self.leave.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        foot = foot_row.of(self.leave, self.file, self.verify, left=(self.key,))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.SMALL)
        layout.addWidget(text.title(TITLE))
        layout.addWidget(text.paragraph(_HOW))
        layout.addWidget(self.code)
        layout.addLayout(self.verdicts)
        layout.addLayout(foot)

    def _ask(self, job: Callable[[], object], then: Callable[..., object]) -> None:
        self._desk.work.ask(job, then)

    def _on_verify(self) -> None:
        self._ask(lambda: [self._desk.read(verifying.text, self.code.typed())], self._on_found)

    def _on_files(self, paths: list[Path]) -> None:
        def job() -> list[Finding]:
            return [one for path in paths for one in self._desk.read(verifying.file, path.read_bytes())]

        self._desk.work.ask(job, self._on_found, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PtmanError):
            raise error
        self._say([text.paragraph(error.sentence, Tone.OVERDUE, selectable=True)])

    def _on_found(self, found: list[Finding]) -> None:
        self._say([text.paragraph(one.said(), _TONES.get(one.verdict, Tone.OVERDUE), selectable=True) for one in found])

    def _say(self, lines: Sequence[QWidget]) -> None:
        while (item := self.verdicts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for line in lines:
            self.verdicts.addWidget(line)

    def _on_key(self) -> None:
        self._ask(partial(self._desk.read, signing.public), self._on_public)

    def _on_public(self, public: bytes) -> None:
        """The newest signs; with its public half anyone can verify a letter."""
        title = Label("导出公钥", "Export the public key")
        file_choice.save_as(self, title, file_choice.KEY, "ptman.pem", partial(self._save, signing.pem(public)))

    def _save(self, pem: bytes, target: Path) -> None:
        self._ask(partial(files.write_atomically, target, pem), lambda _none: None)
