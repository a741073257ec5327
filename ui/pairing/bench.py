"""The workbench laid out: roles above, three columns below, and what stands there while there is nobody to pair."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ptman.assign.problem import Role
from ptman.labels import Label
from ui import memory, style, words
from ui.pairing.choice_column import ChoiceColumn
from ui.pairing.effect_pane import EffectPane
from ui.pairing.looking import Look
from ui.pairing.proposal_pane import ProposalPane
from ui.pairing.pupil_column import PupilColumn
from ui.pairing.scenario_bar import ScenarioBar
from ui.pairing.side import Side
from ui.pieces import text
from ui.pieces.chips import Chip, Chips
from ui.pieces.empty_state import EmptyState
from ui.pieces.splitter import Splitter

ROLES = (
    Chip(Role.ACADEMIC.value, Label("缺校内导师", "No academic supervisor")),
    Chip(Role.INDUSTRY.value, Label("缺企业导师", "No industry supervisor")),
    Chip(Role.BASE.value, Label("缺实践基地", "No training base")),
)
_ROLE = "pairing/role"
_AGAIN = Label("起草时可调整现有安排（锁定的除外）", "A proposal may move what stands (not what is locked)")


class Bench(QWidget):
    """Roles, columns and panes; knows how they hang together, not what they do.

    Signals:
        role_chosen: another role is asked for.
        import_asked: there are no students; import some.
    """

    role_chosen = Signal()
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roles = Chips(ROLES)
        self.again = QCheckBox()
        self.scenario = ScenarioBar()
        self.pupils = PupilColumn()
        self.choices = ChoiceColumn()
        self.effect = EffectPane()
        self.proposal = ProposalPane()
        self.side = Side(self.proposal)
        self.nobody = EmptyState(
            "link",
            Label("这里为学生配校内导师、企业导师和基地。现在还没有学生：先导入基地、导师、学生和志愿。",
                  "Here students are paired with both supervisors and a base. There are no students yet: import "
                  "bases, supervisors, students and preferences first."),
            Label("导入工作簿…", "Import a workbook…"),
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def role(self) -> Role:
        """The role in hand."""
        chip = self.roles.checked()
        return Role(chip.key) if chip is not None else Role.ACADEMIC

    def choose_role(self, role: Role) -> None:
        self.roles.check(role.value)
        self._on_role()

    def next_role(self) -> None:
        """The role after the one in hand, and the first after the last."""
        every = list(Role)
        self.choose_role(every[(every.index(self.role) + 1) % len(every)])

    def show_counts(self, look: Look | None) -> None:
        """How many lack each role; without any student, what to do first."""
        self._stack.setCurrentIndex(0 if look is not None else 1)
        if look is not None:
            self.roles.show_counts({role.value: look.count(role) for role in Role})

    def _lay_out(self) -> None:
        words.bind(self.again, self.again.setText, _AGAIN)
        self.roles.check(memory.text(_ROLE))
        bar = QHBoxLayout()
        bar.setContentsMargins(style.WIDE, 0, style.WIDE, style.SMALL)
        bar.addWidget(self.roles, 1)
        bar.addWidget(self.again)
        right = Splitter("pairing/right", Qt.Orientation.Vertical)
        for pane in (self.effect, self.side):
            right.addWidget(pane)
        style.role(right, style.Role.PANE)
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        right.setMinimumWidth(340)
        right.restore([190, 480])
        columns = Splitter("pairing")
        for column in (self.pupils, self.choices, right):
            columns.addWidget(column)
        for at, stretch in enumerate((2, 3, 3)):
            columns.setStretchFactor(at, stretch)
        columns.restore([290, 460, 400])
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.scenario)
        layout.addLayout(bar)
        layout.addWidget(text.hairline())
        layout.addWidget(columns, 1)
        for page in (whole, self.nobody):
            self._stack.addWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)

    def _connect(self) -> None:
        self.roles.chosen.connect(self._on_role)
        self.nobody.pressed.connect(self.import_asked)
        pupils, candidates, rows = self.pupils.list, self.choices.list, self.proposal.list
        pupils.accepted.connect(lambda _student: candidates.setFocus())
        pupils.sideways.connect(lambda way: candidates.setFocus() if way > 0 else None)
        candidates.sideways.connect(lambda way: (rows if way > 0 and rows.isVisible() else pupils).setFocus())
        rows.sideways.connect(lambda way: candidates.setFocus() if way < 0 else None)

    def _on_role(self) -> None:
        memory.keep(_ROLE, self.role.value)
        self.role_chosen.emit()
