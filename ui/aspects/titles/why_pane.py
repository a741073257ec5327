"""Why a student stands so: each test with its cure, practice as bars, and a day to try a longer practice with."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from ptman.aspects.titles import matrix
from ptman.aspects.titles.why import Why
from ptman.labels import Label
from ptman.rules import dates
from ptman.rules.months import Segment
from ptman.rules.titles.what_if import Changed
from ui import day, style, words
from ui.aspects.titles.finding_list import FindingList
from ui.aspects.titles.practice_bars import PracticeBars
from ui.form_editors import DateEditor
from ui.palette import Tone
from ui.pieces import button, text

_NOTHING = Label(
    "选中一名学生，这里逐项说明为何能、为何不能申报。", "Select a student to see test by test why and why not."
)
_TESTS, _PRACTICE = Label("各项条件", "Tests"), Label("专业实践", "Practice")
_TRY = Label("假设实践延长至", "What if practice went on until")
_RESULT = Label("按此延长，其他条件不变：", "With that, all else as it is:")
_SAME = Label("各项结论不变。", "No test stands otherwise.")
_NO_DATE = Label("请填写日期，例如 2027-03-31。", "Enter a day such as 2027-03-31.")


class WhyPane(QWidget):
    """A preview changes nothing in the office.

    Signals:
        tried(object): the user asks what would be if practice went on until that day (a date).
        opened(str): open the student of that id.
    """

    tried = Signal(object)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        style.role(self, style.Role.PANE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(300)
        self.shown: Why | None = None
        self.title, self.verdict = text.Elided(style.TITLE), text.Elided(style.BODY, Tone.QUIET)
        self.open_ = button.quiet(Label("打开学生", "Open the student"), "external-link")
        self.tests, self.bars = FindingList(), PracticeBars()
        self.total, self.until = text.Text(style.SECONDARY, Tone.QUIET), DateEditor()
        self.try_ = button.plain(Label("预览", "Preview"), "eye")
        self.after, self.said = FindingList(), text.paragraph(_RESULT, Tone.QUIET)
        words.name(self.until, _TRY)
        self._stack = QStackedLayout(self)
        self._lay_out()
        self.try_.clicked.connect(self._on_try)
        self.until.returnPressed.connect(self._on_try)
        self.open_.clicked.connect(self._on_open)
        words.on_change(self, self._say)

    def show_nothing(self) -> None:
        self.shown = None
        self._stack.setCurrentIndex(0)

    def show_why(self, found: Why) -> None:
        """Another student clears the what-if; the same keeps the day that was typed."""
        if self.shown is None or self.shown.student.id != found.student.id:
            self.until.setText("")
        self.shown = found
        self.tests.show_findings(found.student.findings)
        self.after.show_findings(())
        self.said.hide()
        self.bars.show_bars(found.bars, day.today(), found.latest)
        self._say()
        self._stack.setCurrentIndex(1)

    def show_tried(self, changed: Sequence[Changed], until: date) -> None:
        """What would differ, and the practice there would be."""
        differing = [one.after for one in changed if one.differs]
        self.after.show_findings(differing)
        words.bind(self.said, self.said.setText, _RESULT if differing else _SAME)
        self.said.show()
        if self.shown is not None:
            today = day.today()
            last = self.shown.ends if self.shown.ends and self.shown.ends >= today else today - timedelta(days=1)
            more = Segment(last + timedelta(days=1), until) if until > last else None
            self.bars.show_bars(self.shown.bars, today, self.shown.latest, more)

    def _lay_out(self) -> None:
        hint = text.paragraph(_NOTHING, Tone.QUIET)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setContentsMargins(style.LOOSE, 0, style.LOOSE, 0)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(style.WIDE, style.NORMAL, style.WIDE, style.WIDE)
        column.setSpacing(style.SMALL)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.open_)
        column.addLayout(head)
        column.addWidget(self.verdict)
        column.addWidget(text.line(_TESTS))
        column.addWidget(self.tests)
        column.addWidget(text.hairline())
        column.addWidget(text.line(_PRACTICE))
        column.addWidget(self.total)
        column.addWidget(self.bars)
        column.addWidget(text.line(_TRY))
        row = QHBoxLayout()
        row.setSpacing(style.SMALL)
        row.addWidget(self.until, 1)
        row.addWidget(self.try_)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.after)
        column.addStretch(1)
        self._stack.addWidget(hint)
        self._stack.addWidget(_scrolled(inner))

    def _say(self) -> None:
        if self.shown is None:
            return
        one = self.shown.student
        self.title.setText(f"{one.name}  {one.number}")
        applied = f" · {words.say(one.application_status.label)}" if one.application_status else ""
        self.verdict.setText(words.say(matrix.verdict(one)) + applied)
        counted = Label(f"已计 {self.shown.practice.zh}", f"{self.shown.practice.en} counted")
        if self.shown.latest is not None:
            latest = self.shown.latest
            counted = counted.plus(Label(f"计至 {latest}", f"counts until {latest}"), " · ")
        self.total.setText(words.say(counted))

    def _on_try(self) -> None:
        typed = self.until.text().strip()
        answer = dates.date(typed) if typed else None
        if answer is None or answer.value is None:
            self.after.show_findings(())
            words.bind(self.said, self.said.setText, _NO_DATE)
            self.said.show()
            return
        self.until.setText(answer.value.isoformat())
        self.tried.emit(answer.value)

    def _on_open(self) -> None:
        if self.shown is not None:
            self.opened.emit(self.shown.student.id)


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    for part in (area.viewport(), inner):
        part.setAutoFillBackground(False)
    return area
