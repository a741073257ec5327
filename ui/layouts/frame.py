"""The parts of the layout dialog and where they stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ptman.export.layouts import dividing
from ptman.labels import Label
from ptman.listing import Listing
from ui import style, words
from ui.layouts.column_list import ColumnList
from ui.layouts.layout_box import LayoutBox
from ui.layouts.preview import Preview
from ui.layouts.row_boxes import RowBoxes
from ui.layouts.screen import Subject
from ui.palette import Tone
from ui.pieces import button, text

_ONE_SHEET = Label("写成一张表", "One sheet")


class LayoutFrame(QDialog):
    """Everything that can be seen; what it does is the dialog's."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = subject
        self.box = LayoutBox(subject.layout)
        self.save = button.plain(Label("保存…", "Save…"), "save")
        self.delete = button.plain(Label("删除", "Delete"), "trash-2")
        self.columns = ColumnList()
        self.rows = RowBoxes()
        self.preview = Preview()
        self.count = text.Text(style.SECONDARY, Tone.QUIET)
        self.per = QComboBox()
        self.summary = QCheckBox()
        self.print_ = button.plain(Label("打印…", "Print…"), "printer")
        self.pdf = button.plain(Label("写成 PDF…", "As PDF…"), "file-text")
        self.export = button.plain(Label("写成工作簿…", "As a workbook…"), "file-spreadsheet")
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.wear = button.primary(Label("用于列表", "Use on the list"), "check")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1120, 680)
        title = subject.listing.title
        self.named = Label(f"列与版式：{title.zh}", f"Columns and layouts: {title.en}")
        words.bind(self, self.setWindowTitle, self.named)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        head = QHBoxLayout()
        head.setSpacing(style.SMALL)
        head.addWidget(text.title(self.named))
        head.addStretch(1)
        head.addWidget(text.line(Label("版式", "Layout"), tone=Tone.QUIET))
        for part in (self.box, self.save, self.delete):
            head.addWidget(part)
        layout.addLayout(head)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.columns)
        split.addWidget(self._right())
        split.setSizes([420, 640])
        layout.addWidget(split, 1)
        layout.addWidget(text.hairline())
        layout.addLayout(self._foot())

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(style.WIDE, 0, 0, 0)
        column.setSpacing(style.NORMAL)
        column.addWidget(self.rows)
        column.addWidget(self.count)
        column.addWidget(self.preview, 1)
        return right

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(style.SMALL)
        words.name(self.per, Label("分成几张表", "Sheets"))
        words.bind(self.summary, self.summary.setText, Label("加汇总表", "With a summary"))
        self.fill_per(self.subject.listing)
        foot.addWidget(self.per)
        foot.addWidget(self.summary)
        foot.addStretch(1)
        for part in (self.print_, self.pdf, self.export, self.cancel, self.wear):
            foot.addWidget(part)
        self.wear.setDefault(True)
        words.on_change(self, lambda: self.fill_per(self.subject.listing))
        return foot

    def fill_per(self, listing: Listing) -> None:
        """What the sheets may be divided by."""
        at = max(0, self.per.currentIndex())
        self.per.clear()
        self.per.addItem(words.say(_ONE_SHEET), "")
        for per, key in dividing.offered(listing):
            said = Label(f"每个{per.label.zh}一张表", f"A sheet each: {per.label.en.lower()}")
            self.per.addItem(words.say(said), key)
        self.per.setCurrentIndex(at)
