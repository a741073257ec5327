"""The parts of a new document in their places: what it is at the left, its real page and check list at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QScrollArea, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.letters import fonts
from ptman.letters.drawing import Checked
from ui import style, words
from ui.desk import Desk
from ui.letters.asked import Asked
from ui.letters.issuing import LATER
from ui.letters.new_boxes import Records
from ui.palette import Tone
from ui.pieces import button, foot_row, text
from ui.pieces.notice_bar import NoticePlace
from ui.pieces.one_of import OneOf
from ui.pieces.pdf_pane import PdfPane
from ui.pieces.splitter import Splitter

TITLE = Label("新建文书", "New document")
_SEE = Label("选中记录后，这里显示文书的实际页面。", "Choose the records to see the document's real page here.")
_FAMILY, _LANGUAGE, _LAYOUT = Label("文种", "Kind"), Label("语言", "Language"), Label("版式", "Layout")
_ABOUT = Label("关于", "About")


class NewView(QDialog):
    """Only what is seen; `NewDocument` says what it does."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1240, 740)
        words.bind(self, self.setWindowTitle, TITLE)
        self.family, self.language, self.layouts = OneOf(_FAMILY), OneOf(_LANGUAGE), OneOf(_LAYOUT)
        self.records, self.asked = Records(), Asked()
        self.preview = PdfPane(desk.work, _SEE)
        self.checks = QScrollArea()
        self.notice = NoticePlace()
        self.leave = button.plain(Label("返回", "Back"))
        self.later = button.plain(LATER, "save")
        self.issue = button.primary(Label("签发(&I)", "&Issue"), "check")
        self.number = text.Text(style.SECONDARY, Tone.QUIET)
        self._lay_out()

    def show_checks(self, checks: Sequence[Checked], refused: Sequence[Label], warnings: Sequence[Label]) -> None:
        """The check list, then what else forbids the issue or is worth minding."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(style.SMALL, 0, style.SMALL, 0)
        column.setSpacing(style.TIGHT)
        said = {one.amiss for one in checks}
        for one in checks:
            column.addWidget(_line(one))
        for label in refused:
            if label not in said:
                column.addWidget(text.paragraph(Label(f"✗ {label.zh}", f"✗ {label.en}"), Tone.OVERDUE, selectable=True))
        for label in warnings:
            if label not in said:
                column.addWidget(text.paragraph(Label(f"! {label.zh}", f"! {label.en}"), Tone.SOON, selectable=True))
        if checks:
            column.addWidget(text.paragraph(fonts.substitutes(), Tone.QUIET, selectable=True))
        column.addStretch(1)
        self.checks.setWidget(whole)

    def _lay_out(self) -> None:
        self.checks.setWidgetResizable(True)
        self.checks.setFrameShape(QScrollArea.Shape.NoFrame)
        words.name(self.checks, Label("签发前核对", "Checks before issue"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.NORMAL, style.WIDE, style.NORMAL)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.notice)
        layout.addWidget(self._middle(), 1)
        foot = foot_row.of(self.leave, self.later, self.issue, left=(self.number,))
        layout.addLayout(foot)

    def _middle(self) -> Splitter:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, style.SMALL, 0)
        column.setSpacing(style.SMALL)
        boxes = QFormLayout()
        boxes.setSpacing(style.TIGHT)
        for label, box in ((_FAMILY, self.family), (_LANGUAGE, self.language), (_LAYOUT, self.layouts)):
            boxes.addRow(text.line(label, style.SECONDARY, Tone.QUIET), box)
        column.addLayout(boxes)
        column.addWidget(text.line(_ABOUT, style.SECONDARY, Tone.QUIET))
        column.addWidget(self.records, 1)
        column.addWidget(self.asked)
        right = Splitter("document/checks", Qt.Orientation.Vertical)
        right.addWidget(self.preview)
        right.addWidget(self.checks)
        right.setStretchFactor(0, 1)
        right.restore([520, 130])
        middle = Splitter("document/window")
        middle.addWidget(left)
        middle.addWidget(right)
        middle.setStretchFactor(1, 1)
        middle.restore([460, 760])
        return middle


def _line(one: Checked) -> QWidget:
    if one.amiss is None:
        return text.paragraph(Label(f"✓ {one.label.zh}", f"✓ {one.label.en}"), Tone.QUIET)
    mark, tone = ("✗", Tone.OVERDUE) if one.blocks else ("!", Tone.SOON)
    zh, en = f"{mark} {one.label.zh}：{one.amiss.zh}", f"{mark} {one.label.en}: {one.amiss.en}"
    return text.paragraph(Label(zh, en), tone, selectable=True)
