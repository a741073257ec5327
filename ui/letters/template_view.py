"""The parts of the template editor in their places: boxes above, words and faults, blanks, the real page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ptman.labels import Label
from ui import style, words
from ui.desk import Desk
from ui.letters.template_boxes import LayoutBoxes, TemplateBox
from ui.letters.template_lists import BlankList, FaultList
from ui.letters.words_editor import WordsEditor
from ui.pieces import button, text
from ui.pieces.notice_bar import NoticePlace
from ui.pieces.pdf_pane import PdfPane
from ui.pieces.splitter import Splitter

TITLE = Label("函件模板", "Letter templates")
WORD, NO_WORD = Label("Word 文件(&W)…", "&Word file…"), Label("去掉 Word 文件(&W)", "Drop the &Word file")
_SEE = Label("选一名学生，这里显示用这些文字写成的函件。", "Choose a student to see the letter these words make here.")
_STUDENT = Label("用谁的数据", "Data of")
_NAME = Label("名称", "Name")


class TemplateView(QDialog):
    """Only what is seen; `TemplateDialog` says what it does."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1260, 740)
        words.bind(self, self.setWindowTitle, TITLE)
        self.templates, self.students, self.name = TemplateBox(), QComboBox(), QLineEdit()
        self.editor, self.blanks, self.faults = WordsEditor(), BlankList(), FaultList()
        self.preview = PdfPane(desk.work, _SEE)
        self.layouts = LayoutBoxes()
        self.in_use = QCheckBox()
        self.state = text.Elided(style.SECONDARY)
        self.notice = NoticePlace()
        self.word = button.plain(WORD, "file-text")
        self.versions = button.plain(Label("版本(&B)…", "&Versions…"), "history")
        self.check = button.plain(Label("逐份检查(&J)", "C&heck all letters"), "list-checks")
        self.bring = button.plain(Label("导入(&I)…", "&Import…"), "upload")
        self.export = button.plain(Label("导出(&E)…", "&Export…"), "download")
        self.leave = button.plain(Label("关闭", "Close"))
        self.save = button.primary(Label("保存为新版本", "Save as a new version"), "save")
        self._lay_out()

    def _lay_out(self) -> None:
        words.bind(self.in_use, self.in_use.setText, Label("用于签发(&U)", "&Use for issuing"))
        words.name(self.students, Label("用谁的数据预览", "Whose data the preview shows"))
        words.name(self.name, Label("模板名称", "Name of the template"))
        self.students.setMinimumWidth(240)
        self.name.setMaxLength(40)
        self.name.setMinimumWidth(120)
        self.students.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.NORMAL, style.WIDE, style.NORMAL)
        layout.setSpacing(style.SMALL)
        layout.addLayout(_row(self.templates, 0, self.word, self.versions, self.bring, self.export, self.check))
        layout.addWidget(self.notice)
        layout.addWidget(self._middle(), 1)
        layout.addWidget(text.hairline())
        named = (text.line(_NAME, style.SECONDARY), self.name, self.in_use)
        layout.addLayout(_row(self.layouts, 0, *named, self.leave, self.save))

    def _middle(self) -> Splitter:
        left = Splitter("templates/words", Qt.Orientation.Vertical)
        left.addWidget(self.editor)
        left.addWidget(_captioned(self.state, self.faults))
        left.setStretchFactor(0, 1)
        left.restore([420, 130])
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(style.SMALL, 0, 0, 0)
        beside.setSpacing(style.TIGHT)
        beside.addLayout(_row(text.line(_STUDENT, style.SECONDARY), 1, self.students))
        beside.addWidget(self.preview, 1)
        hint = text.line(Label("双击或回车放入光标处", "Double-click or Enter puts one in"), style.SECONDARY)
        middle = Splitter("templates/window")
        for part in (left, _captioned(hint, self.blanks), right):
            middle.addWidget(part)
        middle.setStretchFactor(0, 2)
        middle.setStretchFactor(2, 3)
        middle.restore([490, 210, 520])
        return middle


def _captioned(caption: QWidget, below: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, style.TIGHT, 0, 0)
    layout.setSpacing(style.TIGHT)
    caption.setContentsMargins(style.SMALL, 0, 0, 0)
    layout.addWidget(caption)
    layout.addWidget(below, 1)
    return made


def _row(first: QWidget, stretch: int, *rest: QWidget) -> QHBoxLayout:
    """`first` at the left, the rest at the right; with a stretch the last takes the room."""
    made = QHBoxLayout()
    made.setSpacing(style.SMALL)
    made.addWidget(first)
    if not stretch:
        made.addStretch(1)
    for part in rest:
        made.addWidget(part, stretch)
    return made
