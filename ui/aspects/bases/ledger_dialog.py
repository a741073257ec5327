"""The practice ledger of one student in full: the months, the bars with overlaps and gaps, each requirement."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from ptman import ledgers
from ptman.aspects.bases import practice_paper
from ptman.labels import Label, same
from ptman.ledgers import Practice
from ptman.register import titles
from ui import day, style, words
from ui.desk import Desk
from ui.page_hands import PageHands
from ui.pieces import button, foot_row, text
from ui.registers import practice


def show(desk: Desk, hands: PageHands, student: str, parent: QWidget) -> None:
    """The ledger of that student, once it is read; it is printed from there."""

    def job() -> tuple[str, Practice]:
        return desk.read(titles.one, "student", student), desk.read(ledgers.ledger, student, day.today())

    def open_(found: tuple[str, Practice]) -> None:
        print_ = partial(hands.paper, practice.TITLE, practice_paper.report_of, student)
        LedgerDialog(*found, print_, parent).open()

    desk.work.ask(job, open_)


class LedgerDialog(QDialog):
    """Changes nothing; `print_` shows it as a paper."""

    def __init__(self, who: str, found: Practice, print_: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = practice.TITLE.plus(same(who), " · ")
        self.paper = button.plain(Label("打印或另存…", "Print or save…"), "file-text")
        self.close_ = button.primary(Label("关闭", "Close"))
        words.bind(self, self.setWindowTitle, title)
        self.resize(960, 600)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(practice.body(found))
        area.viewport().setAutoFillBackground(False)
        words.name(area, practice.TITLE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(title))
        layout.addWidget(area, 1)
        layout.addLayout(foot_row.of(self.close_, left=(self.paper,)))
        self.close_.setDefault(True)
        self.close_.clicked.connect(self.accept)
        self.paper.clicked.connect(lambda: print_())  # noqa: PLW0108 - clicked brings a flag
