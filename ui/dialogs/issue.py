"""A document before it is issued: its real pages, its language, what stands against it, one button that numbers it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.letters import making
from ptman.letters.drawing import PaperDraft
from ptman.letters.each import Each
from ptman.letters.issuing import Issued
from ui import errors, style, words
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces import button, text
from ui.pieces.one_of import OneOf
from ui.pieces.pdf_pane import PdfPane
from ui.work import Step

LANGUAGES = (("zh", Label("中文", "Chinese")), ("en", Label("英文", "English")), ("both", Label("中英对照", "Both")))
_MAKING = Label("正在生成…", "Setting the pages…")
_ISSUING = Label("签发", "Issuing")
_LANGUAGE = Label("语言", "Language")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is seen before it is issued; `issue` issues exactly that and answers what to tell, None where it cannot."""

    pdf: bytes
    said: Label
    tone: Tone
    issue: Callable[[Step], Label] | None


class IssueDialog(QDialog):
    """Nothing is numbered until it is issued; Escape leaves all as it was.

    Signals:
        told(Label): it was issued.
    """

    told = Signal(object)

    def __init__(self, title: Label, desk: Desk, draw: Callable[[str], Sheet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draw = draw
        self._sheet: Sheet | None = None
        self.pane = PdfPane(desk.work, _MAKING)
        self.language = OneOf(_LANGUAGE)
        self.language.offer(LANGUAGES)
        self.issue = button.primary(Label("签发", "Issue"), "check")
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.message = text.paragraph(Label("", ""), Tone.SOON)
        words.bind(self, self.setWindowTitle, title)
        self.resize(860, 720)
        self._lay_out(title)
        self.language.currentIndexChanged.connect(self._ask)
        self.issue.clicked.connect(self._on_issue)
        self.cancel.clicked.connect(self.reject)
        self._ask()

    def _lay_out(self, title: Label) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        for row in (head, foot):
            row.setSpacing(style.SMALL)
        head.addWidget(text.title(title), 1)
        head.addWidget(text.small(_LANGUAGE))
        head.addWidget(self.language)
        foot.addWidget(self.message, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.issue)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addLayout(head)
        layout.addWidget(self.pane, 1)
        layout.addLayout(foot)

    def _ask(self) -> None:
        self.issue.setEnabled(False)
        asked = self.language.value()
        self._desk.work.ask(partial(self._draw, asked), partial(self._on_drawn, asked), self._on_failed)

    def _on_drawn(self, asked: str, sheet: Sheet) -> None:
        if asked != self.language.value():
            return
        self._sheet = sheet
        if sheet.pdf:
            self.pane.show_pdf(sheet.pdf)
        else:
            self.pane.say(sheet.said, sheet.tone)
        self.message.set_tone(sheet.tone)
        words.bind(self.message, self.message.setText, sheet.said)
        self.issue.setEnabled(sheet.issue is not None)

    def _on_failed(self, error: Exception) -> None:
        errors.show(error, self)
        self.reject()

    def _on_issue(self) -> None:
        if self._sheet is None or self._sheet.issue is None:
            return
        self.issue.setEnabled(False)
        self._desk.work.act(_ISSUING, self._sheet.issue, self._on_issued, self._on_failed)

    def _on_issued(self, said: Label) -> None:
        self.told.emit(said)
        self.accept()


def one(plan: PaperDraft, issue: Callable[[PaperDraft], Issued]) -> Sheet:
    """The sheet of one document."""

    def done(_step: Step) -> Label:
        made = issue(plan)
        return Label(f"已签发 {made.doc_no}", f"Issued {made.doc_no}")

    amiss = plan.refused or plan.warnings
    said = Label("；".join(each.zh for each in amiss), "; ".join(each.en for each in amiss))
    number = Label(f"将占用文号 {plan.facts.doc_no}", f"Takes {plan.facts.doc_no}")
    tone = Tone.OVERDUE if plan.refused else Tone.SOON if plan.warnings else Tone.QUIET
    return Sheet(making.preview(plan).pdf, said if amiss else number, tone, None if plan.refused else done)


def many(drawn: Each, issue: Callable[[Each, Step], tuple[Issued, ...]]) -> Sheet:
    """The sheet of many: the page of the first, and all that will be issued."""

    def done(step: Step) -> Label:
        count = len(issue(drawn, step))
        return Label(f"已签发 {count} 份：{drawn.numbers}", f"{count} issued: {drawn.numbers}")

    pdf = making.preview(drawn.plans[0]).pdf if drawn.plans else b""
    tone = Tone.SOON if drawn.refused else Tone.QUIET
    return Sheet(pdf, drawn.told(), tone, done if drawn.plans else None)
