"""Two scenarios side by side, student by student; single pairs are taken over from the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ptman.assign import reporting
from ptman.assign.problem import Role
from ptman.assign.scenario_rows import Opened, ScenarioRow
from ptman.labels import Label
from ptman.listing import Listing
from ui import style, words
from ui.pairing.rank_profile import RankProfile
from ui.palette import Tone
from ui.pieces import button, foot_row, text
from ui.pieces.empty_state import EmptyState
from ui.table import TableView

_TITLE = Label("方案对比", "Compare scenarios")
_SAME = Label("两个方案完全相同。", "Both scenarios give the same to everybody.")


class CompareDialog(QDialog):
    """Left is the scenario in hand, right the other one; Enter takes the selected pairs over.

    Signals:
        other_chosen(str): compare with that scenario.
        taken(str, list): take these (student, role) over from that scenario.
    """

    other_chosen = Signal(str)
    taken = Signal(str, list)

    def __init__(self, left: Opened, others: tuple[ScenarioRow, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 640)
        self.other = QComboBox()
        for row in others:
            self.other.addItem(row.name, row.id)
        self.table = TableView(Listing("compared", "student", _TITLE, (), ()), EmptyState("circle-check", _SAME))
        self.take = button.primary(Label("采用选中的", "Take over the selected"), "check")
        self.close_it = button.plain(Label("关闭", "Close"))
        self._profiles = {
            role: (RankProfile(role.label), RankProfile(role.label)) for role in (Role.ACADEMIC, Role.INDUSTRY)
        }
        self._figures = (text.Elided(), text.Elided())
        self._left = left
        words.bind(self, self.setWindowTitle, _TITLE)
        words.name(self.other, Label("另一方案", "The other scenario"))
        self._lay_out()
        self._connect()

    def show_both(self, left: Opened, right: Opened) -> None:
        """Draw both again."""
        self._left = left
        self.table.show_listing(reporting.compared(left, right))
        for shown, one in zip(self._figures, (left, right), strict=True):
            plan = one.plan
            quality = plan.draft.remarks[0]
            shown.setText(
                words.say(
                    Label(
                        f"{one.row.name}：空缺 {len(plan.vacancies)}，扣分 {one.points}，{quality.zh}",
                        f"{one.row.name}: {len(plan.vacancies)} vacant, {one.points} points. {quality.en}",
                    )
                )
            )
        for role, pictures in self._profiles.items():
            for picture, one in zip(pictures, (left, right), strict=True):
                picture.show_plan(one.plan, role)
        self._on_selected()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(style.SMALL)
        top.addWidget(text.title(_TITLE))
        top.addStretch(1)
        top.addWidget(text.line(Label("与", "with"), tone=Tone.QUIET))
        top.addWidget(self.other)
        foot = foot_row.of(self.close_it, self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.SMALL)
        layout.addLayout(top)
        layout.addLayout(self._sides())
        layout.addWidget(text.hairline())
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    def _sides(self) -> QHBoxLayout:
        """Figures and profiles of both."""
        sides = QHBoxLayout()
        sides.setSpacing(style.LOOSE)
        for at, figures in enumerate(self._figures):
            column = QVBoxLayout()
            column.setSpacing(style.TIGHT)
            column.addWidget(figures)
            pictures = QHBoxLayout()
            for role, both in self._profiles.items():
                one = QVBoxLayout()
                one.addWidget(text.line(role.label, style.SECONDARY, Tone.QUIET))
                one.addWidget(both[at])
                pictures.addLayout(one)
            column.addLayout(pictures)
            sides.addLayout(column, 1)
        return sides

    def _connect(self) -> None:
        self.close_it.clicked.connect(self.reject)
        self.take.clicked.connect(self._on_take)
        self.table.row_opened.connect(lambda _row: self._on_take())
        self.table.selection_changed.connect(lambda _rows: self._on_selected())
        self.other.activated.connect(lambda _at: self.other_chosen.emit(str(self.other.currentData())))

    def _on_selected(self) -> None:
        self.take.setEnabled(bool(self.table.selected()) and not self._left.row.closed)

    def _on_take(self) -> None:
        if self.take.isEnabled():
            wanted = [row.rpartition(":") for row in self.table.selected()]
            abouts = [(student, Role(role)) for student, _, role in wanted]
            self.taken.emit(str(self.other.currentData()), abouts)
