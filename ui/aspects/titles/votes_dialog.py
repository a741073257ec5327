"""The sheet of votes: a line for each application in review, who may decide above, what passes beside each."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.aspects.titles.voting import Voted, VoteSheet
from ptman.labels import Label
from ptman.rules.findings import Standing
from ptman.rules.titles import committee
from ptman.rules.titles.committee import Ballot
from ui import style, words
from ui.aspects.titles.finding_list import FindingList
from ui.palette import Tone
from ui.pieces import button, foot_row, text

TITLE = Label("登记表决", "Enter the votes")
_HEADS = (
    Label("申报编号", "Application"),
    Label("姓名", "Name"),
    Label("申报专业", "Specialty"),
    Label("同意", "For"),
    Label("反对", "Against"),
    Label("弃权", "Abstained"),
    Label("结果", "Result"),
)
_PASSES, _FAILS = Label("通过", "Passes"), Label("不通过", "Fails")
_NOBODY = Label("没有评审中的申报。", "No application is in review.")


@dataclass(frozen=True, slots=True)
class _Line:
    row: Voted
    for_: QSpinBox
    against: QSpinBox
    abstained: QSpinBox
    result: text.Text

    def ballot(self) -> Ballot:
        return Ballot(self.for_.value(), self.against.value(), self.abstained.value())


class VotesDialog(QDialog):
    """Nothing is recorded before every line makes one vote of each member present.

    Signals:
        given(object): ballots by the id of the application; the dialog is closed by then.
    """

    given = Signal(object)

    def __init__(self, sheet: VoteSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet = sheet
        self.lines: list[_Line] = []
        self.said = text.Text()
        self.keep = button.primary(Label("登记并办理", "Record and take the step"), "check")
        self.cancel = button.plain(Label("取消", "Cancel"))
        words.bind(self, self.setWindowTitle, TITLE)
        self.resize(760, 520)
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        self._judge()

    @override
    def accept(self) -> None:
        found = {one.row.ref.id: one.ballot() for one in self.lines}
        super().accept()
        self.given.emit(found)

    def _lay_out(self) -> None:
        who = FindingList()
        who.show_findings(self.sheet.findings)
        least, present = self.sheet.least, self.sheet.sitting.present
        rule = Label(
            f"到会 {present} 人无记名投票，同意 {least} 票及以上为通过；每行票数合计应为 {present}。",
            f"{present} members vote in secret; {least} votes for pass. Each line makes {present} votes.",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(TITLE))
        layout.addWidget(text.paragraph(rule if self.sheet.rows else _NOBODY))
        layout.addWidget(who)
        layout.addWidget(self._grid(), 1)
        layout.addWidget(self.said)
        foot = foot_row.of(self.cancel, self.keep)
        layout.addLayout(foot)

    def _grid(self) -> QScrollArea:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, style.SMALL, 0)
        grid.setHorizontalSpacing(style.NORMAL)
        grid.setColumnStretch(2, 1)
        for at, head in enumerate(_HEADS):
            grid.addWidget(text.small(head), 0, at)
        for at, row in enumerate(self.sheet.rows, 1):
            line = self._line(row)
            for place, said in enumerate((row.number, row.name, row.specialty)):
                cell = text.Text()
                cell.setText(said)
                grid.addWidget(cell, at, place)
            for place, part in enumerate((line.for_, line.against, line.abstained, line.result), 3):
                grid.addWidget(part, at, place)
            self.lines.append(line)
        grid.setRowStretch(len(self.sheet.rows) + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        for part in (area.viewport(), inner):
            part.setAutoFillBackground(False)
        return area

    def _line(self, row: Voted) -> _Line:
        """At first everybody present agrees, unless votes are known."""
        present = self.sheet.sitting.present
        known = row.ballot if row.ballot.votes_for is not None else Ballot(present)
        values = (known.votes_for or 0, known.against, known.abstained)
        for_, against, abstained = (
            self._box(row, head, value) for head, value in zip(_HEADS[3:6], values, strict=True)
        )
        line = _Line(row, for_, against, abstained, text.Text())
        line.result.setMinimumWidth(72)
        return line

    def _box(self, row: Voted, head: Label, value: int) -> QSpinBox:
        made = QSpinBox()
        made.setRange(0, max(self.sheet.sitting.present, 0))
        made.setValue(value)
        made.setFixedWidth(72)
        words.name(made, Label(f"{row.name} {head.zh}", f"{row.name} {head.en}"))
        made.valueChanged.connect(partial(self._on_changed))
        return made

    def _on_changed(self, _value: int) -> None:
        self._judge()

    def _judge(self) -> None:
        """What each line would lead to, and why it cannot be recorded yet."""
        wrong = None
        for one in self.lines:
            found = committee.judge(self.sheet.sitting, one.ballot())
            known = found.cure is None
            won = one.ballot().votes_for is not None and (one.ballot().votes_for or 0) >= self.sheet.least
            one.result.setText(words.say((_PASSES if won else _FAILS) if known else Standing.UNKNOWN.label))
            one.result.set_tone((Tone.DONE if won else Tone.OVERDUE) if known else Tone.QUIET)
            if not known and wrong is None:
                wrong = Label(
                    f"{one.row.name}：{found.cure.zh}" if found.cure else "",
                    f"{one.row.name}: {found.cure.en}" if found.cure else "",
                )
        self.said.setText(words.say(wrong) if wrong else "")
        self.said.set_tone(Tone.OVERDUE)
        self.keep.setEnabled(bool(self.lines) and wrong is None and self.sheet.may_vote)
