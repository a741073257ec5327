"""How a scenario is to be solved: what it is best at, what counts how much, the seed of the draw, what may move."""

import secrets
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ptman.assign.previewing import Preview
from ptman.assign.problem import Role
from ptman.assign.request import Mode
from ptman.assign.scenario_rows import ScenarioRow
from ptman.assign.scenarios import Settings
from ptman.assign.weights import USUAL
from ptman.labels import Label
from ui import style, words
from ui.pairing.weight_sliders import WeightSliders
from ui.palette import Tone
from ui.pieces import button, foot_row, text

_TITLE = Label("求解方式与权重", "Mode and weights")
_TODAY = Label("现有安排", "What stands today")
_DIGITS = 1_000_000
SAID = {
    Mode.TOTAL: Label("扣分总数最少。", "The fewest points in all."),
    Mode.GENEROUS: Label(
        "空缺最少，其次得到靠后志愿的人最少。", "Fewest vacancies, then fewest students with late choices."
    ),
    Mode.GREEDY: Label(
        "空缺最少，其次得到第一志愿的人最多。", "Fewest vacancies, then most students with first choices."
    ),
    Mode.STABLE: Label(
        "双方都没有更愿意彼此的另一人选；不保证人人都有。",
        "No two who would both rather have each other; not everybody is promised somebody.",
    ),
    Mode.MINIMAL_CHANGE: Label("空缺最少，其次变动的学生最少。", "Fewest vacancies, then fewest students moved."),
}


class SettingsDialog(QDialog):
    """Escape and Cancel change nothing.

    Signals:
        given(Settings): solve with these; the dialog is closed by then.
        weighed(Settings): the sliders stand elsewhere, or another mode is chosen; a preview is wanted.
    """

    given = Signal(object)
    weighed = Signal(object)

    def __init__(self, now: Settings, scenarios: Sequence[ScenarioRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 690)
        self.mode, self.against = QComboBox(), QComboBox()
        self.seed = QLineEdit(now.seed)
        self.draw = button.plain(Label("抽取", "Draw"))
        self.again = QCheckBox()
        self.sliders = WeightSliders(now.weights)
        self.usual = button.plain(Label("恢复默认权重", "Usual weights"))
        self.go_on = button.primary(Label("求解", "Solve"), "sparkles")
        self.cancel = button.plain(Label("取消", "Cancel"))
        self._said = text.Text(style.SECONDARY, Tone.QUIET)
        self._preview = text.Text(style.SECONDARY)
        words.bind(self, self.setWindowTitle, _TITLE)
        self._fill(now, scenarios)
        self._lay_out()
        self._connect()
        self._on_mode()

    def settings(self) -> Settings:
        return Settings(
            Mode(self.mode.currentData()),
            self.sliders.weights(),
            self.seed.text(),
            self.again.isChecked(),
            str(self.against.currentData() or "") if self.against.isEnabled() else "",
        )

    def show_preview(self, found: Preview) -> None:
        firsts = (f"{role.label.zh} {found.firsts[role]}" for role in Role)
        first_en = (f"{found.firsts[role]} {role.label.en}" for role in Role)
        said = Label(
            f"预览：空缺 {found.vacancies}；第一志愿 {'、'.join(firsts)}；与目前不同 {found.moved} 人"
            f"（距最优不超过 {found.gap:.1%}）",
            f"Preview: {found.vacancies} vacant; first choices {', '.join(first_en)}; {found.moved} students differ "
            f"from now (within {found.gap:.1%} of the best)",
        )
        self._preview.setText(words.say(said))

    @override
    def accept(self) -> None:
        wanted = self.settings()
        super().accept()
        self.given.emit(wanted)

    def _fill(self, now: Settings, scenarios: Sequence[ScenarioRow]) -> None:
        for mode in Mode:
            self.mode.addItem(words.say(mode.label), mode.value)
        self.mode.setCurrentIndex(self.mode.findData(now.mode.value))
        self.against.addItem(words.say(_TODAY), "")
        for row in scenarios:
            if row.solved:
                self.against.addItem(row.name, row.id)
        self.against.setCurrentIndex(max(0, self.against.findData(now.against)))
        self.again.setChecked(now.again)
        words.bind(
            self.again,
            self.again.setText,
            Label("可调整现有安排（锁定的除外）", "May move what stands, not what is locked"),
        )
        words.name(self.mode, Label("求解方式", "Mode"))
        words.name(self.against, Label("变动相对于", "Moves are counted from"))
        words.name(self.seed, Label("抽签号", "Seed of the draw"))
        self._preview.setText(words.say(Label("拖动滑块，这里预览效果。", "Drag a slider to preview its effect here.")))

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.NORMAL)
        grid.setVerticalSpacing(style.SMALL)
        grid.setColumnStretch(1, 1)
        rows = (("求解方式", "Mode", self.mode), ("变动相对于", "Moves counted from", self.against))
        for at, (zh, en, box) in enumerate(rows):
            grid.addWidget(text.line(Label(zh, en), tone=Tone.QUIET), 2 * at, 0)
            grid.addWidget(box, 2 * at, 1, 1, 2)
        grid.addWidget(self._said, 1, 1, 1, 2)
        grid.addWidget(text.line(Label("抽签号", "Seed of the draw"), tone=Tone.QUIET), 4, 0)
        grid.addWidget(self.seed, 4, 1)
        grid.addWidget(self.draw, 4, 2)
        grid.addWidget(self.again, 5, 1, 1, 2)
        return grid

    def _lay_out(self) -> None:
        for part in (self._said, self._preview):
            part.setWordWrap(True)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.sliders)
        words.name(area, Label("权重", "Weights"))
        foot = foot_row.of(self.cancel, self.go_on, left=(self.usual,))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.SMALL)
        layout.addWidget(text.title(_TITLE))
        layout.addLayout(self._choices())
        layout.addWidget(text.hairline())
        layout.addWidget(area, 1)
        layout.addWidget(text.hairline())
        layout.addWidget(self._preview)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.go_on.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        self.usual.clicked.connect(lambda: self.sliders.set_weights(USUAL))
        self.draw.clicked.connect(lambda: self.seed.setText(f"{secrets.randbelow(_DIGITS):06d}"))
        self.seed.textChanged.connect(lambda typed: self.go_on.setEnabled(bool(typed.strip())))
        self.mode.currentIndexChanged.connect(self._on_mode)
        self.sliders.moved.connect(lambda: self.weighed.emit(self.settings()))
        self.again.toggled.connect(lambda: self.weighed.emit(self.settings()))
        self.mode.currentIndexChanged.connect(lambda: self.weighed.emit(self.settings()))

    def _on_mode(self) -> None:
        mode = Mode(self.mode.currentData())
        self._said.setText(words.say(SAID[mode]))
        moving = mode is Mode.MINIMAL_CHANGE
        self.against.setEnabled(moving)
        self.again.setEnabled(not moving)
