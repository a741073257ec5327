"""A document before it is issued: its real pages, what stands against it, and the one button that gives it a number."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.letters import making
from ptman.letters.drawing import PaperDraft
from ptman.letters.issuing import Issued
from ui import errors, style, words
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces import button, text
from ui.pieces.pdf_pane import PdfPane

_MAKING = Label("正在生成…", "Setting the pages…")
_ISSUING = Label("签发", "Issuing")


class IssueDialog(QDialog):
    """Nothing is numbered until it is issued; Escape leaves all as it was.

    Signals:
        told(Label): it was issued.
    """

    told = Signal(object)

    def __init__(
        self,
        title: Label,
        desk: Desk,
        verbs: tuple[Callable[[], PaperDraft], Callable[[PaperDraft], Issued]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draw, self._issue = verbs
        self._drawn: PaperDraft | None = None
        self.pane = PdfPane(desk.work, _MAKING)
        self.issue = button.primary(Label("签发", "Issue"), "check")
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.message = text.paragraph(Label("", ""), Tone.SOON)
        words.bind(self, self.setWindowTitle, title)
        self.resize(860, 720)
        foot = QHBoxLayout()
        foot.setSpacing(style.SMALL)
        foot.addWidget(self.message, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.issue)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(title))
        layout.addWidget(self.pane, 1)
        layout.addLayout(foot)
        self.issue.setEnabled(False)
        self.issue.clicked.connect(self._on_issue)
        self.cancel.clicked.connect(self.reject)
        desk.work.ask(self._read, self._on_drawn, self._on_failed)

    def _read(self) -> tuple[PaperDraft, bytes]:
        drawn = self._draw()
        return drawn, making.preview(drawn).pdf

    def _on_drawn(self, found: tuple[PaperDraft, bytes]) -> None:
        self._drawn, pdf = found
        self.pane.show_pdf(pdf)
        refused, warned = self._drawn.refused, self._drawn.warnings
        said = refused or warned
        label = Label("；".join(one.zh for one in said), "; ".join(one.en for one in said))
        words.bind(self.message, self.message.setText, label)
        self.issue.setEnabled(not refused)

    def _on_failed(self, error: Exception) -> None:
        errors.show(error, self)
        self.reject()

    def _on_issue(self) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        self.issue.setEnabled(False)
        self._desk.work.act(_ISSUING, lambda _step: self._issue(drawn), self._on_issued, self._on_failed)

    def _on_issued(self, made: Issued) -> None:
        self.told.emit(Label(f"已签发 {made.doc_no}", f"Issued {made.doc_no}"))
        self.accept()
