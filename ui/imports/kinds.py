"""The kinds of workbook at the right of the import page: what each needs, and its empty template."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ptman.intake import templates
from ptman.intake.kinds import Book
from ptman.intake.templates import About
from ptman.labels import Label
from ptman.rules import pinyin
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, text

_OTHER = Label("其他种类", "Other kinds")
_TITLE = Label("五种工作簿", "The five kinds of workbook")
_ORDER = Label(
    "按这个顺序导入最省事。列的先后不限，标题行之上可有说明，不认识的列会列出，可指明是什么。",
    "Easiest in this order. Columns may come in any order, with lines above the header; "
    "unknown columns are listed, and you can say what they are.",
)
ICONS = {
    Book.BASES: "factory",
    Book.ACADEMIC_SUPERVISORS: "school",
    Book.INDUSTRY_SUPERVISORS: "briefcase",
    Book.STUDENTS: "graduation-cap",
    Book.PREFERENCES: "list-checks",
}


class Kinds(QWidget):
    """A quiet pane to read.

    Signals:
        template_asked(str): save the empty workbook of this kind.
    """

    template_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        style.role(self, style.Role.PANE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(300)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        column.setSpacing(style.NORMAL)
        column.addWidget(text.title(_TITLE))
        column.addWidget(text.paragraph(_ORDER, Tone.QUIET))
        for at, about in enumerate(templates.about(), start=1):
            column.addWidget(text.hairline())
            column.addLayout(self._kind(at, about))
        column.addWidget(text.hairline())
        column.addLayout(self._others())
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        for part in (area.viewport(), inner):
            part.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _kind(self, at: int, about: About) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(style.SMALL)
        head.addWidget(text.line(Label(f"{at}  {about.label.zh}", f"{at}  {about.label.en}")), 1)
        template = button.plain(Label("空白模板…", "Empty template…"), "download")
        template.clicked.connect(lambda: self.template_asked.emit(about.book))
        name = Label(f"保存空白模板：{about.label.zh}", f"Save an empty template: {about.label.en}")
        words.name(template, name, tip=True)
        head.addWidget(template)
        column = QVBoxLayout()
        column.setSpacing(style.TIGHT)
        column.addLayout(head)
        column.addWidget(text.paragraph(_needs(about), Tone.QUIET))
        return column

    def _others(self) -> QVBoxLayout:
        """Every other noun: chosen in a box, its needs below, its template beside."""
        kinds = sorted(templates.others(), key=lambda about: pinyin.full(about.label.zh, person=False))
        box, needs = QComboBox(), text.paragraph(_needs(kinds[0]), Tone.QUIET)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for about in kinds:
            box.addItem(words.say(about.label), about.book)
        words.name(box, _OTHER)
        template = button.plain(Label("空白模板…", "Empty template…"), "download")
        words.name(template, Label("保存空白模板：所选种类", "Save an empty template: the kind chosen"), tip=True)
        template.clicked.connect(lambda: self.template_asked.emit(box.currentData()))

        def say() -> None:
            for at, about in enumerate(kinds):
                box.setItemText(at, words.say(about.label))
            needs.setText(words.say(_needs(kinds[box.currentIndex()])))

        words.on_change(box, say)
        box.currentIndexChanged.connect(say)
        head = QHBoxLayout()
        head.setSpacing(style.SMALL)
        head.addWidget(box, 1)
        head.addWidget(template)
        column = QVBoxLayout()
        column.setSpacing(style.TIGHT)
        column.addWidget(text.line(_OTHER))
        column.addLayout(head)
        column.addWidget(needs)
        return column


def _needs(about: About) -> Label:
    zh, en = "、".join(one.zh for one in about.needed), ", ".join(one.en for one in about.needed)
    more = about.columns - len(about.needed)
    return Label(f"必需：{zh}；另可有 {more} 列。", f"Needs {en}; {more} more columns if you have them.")
