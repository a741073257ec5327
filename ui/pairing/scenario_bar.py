"""The line above the columns: which scenario is worked on, how it was solved, and where it stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ptman.assign.scenario_rows import Opened, ScenarioRow
from ptman.labels import Label
from ui import style, words
from ui.pairing.looking import Look
from ui.palette import Tone
from ui.pieces import button, text

_TODAY = Label("现有安排（不用方案）", "What stands (no scenario)")


class ScenarioBar(QWidget):
    """Chooser, state and the two doors used most.

    Signals:
        chosen(str): the key of the scenario to work on, "" for what stands.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.settings = button.plain(Label("求解方式与权重…", "Mode and weights…"), "sliders-horizontal")
        self.compare = button.plain(Label("对比…", "Compare…"), "scale")
        self._state = text.Elided(style.SECONDARY, Tone.QUIET)
        self._rows: tuple[ScenarioRow, ...] = ()
        self._opened: Opened | None = None
        self.box.setMinimumWidth(210)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        words.name(self.box, Label("方案", "Scenario"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.WIDE, 0, style.WIDE, style.SMALL)
        layout.setSpacing(style.SMALL)
        layout.addWidget(text.line(Label("方案", "Scenario"), tone=Tone.QUIET))
        layout.addWidget(self.box)
        layout.addWidget(self._state, 1)
        for made in (self.settings, self.compare):
            layout.addWidget(made)
        self.box.activated.connect(self._on_activated)
        words.on_change(self, self._say)
        self._say()

    def show_look(self, look: Look | None) -> None:
        self._rows = look.scenarios if look is not None else ()
        self._opened = look.opened if look is not None else None
        self._say()

    def _say(self) -> None:
        here = self._opened.row.id if self._opened is not None else ""
        self.box.clear()
        self.box.addItem(words.say(_TODAY), "")
        for row in self._rows:
            self.box.addItem(words.say(named(row)), row.id)
        self.box.setCurrentIndex(max(0, self.box.findData(here)))
        self._state.setText(words.say(state(self._opened)))

    def _on_activated(self, at: int) -> None:
        self.chosen.emit(str(self.box.itemData(at)))


def named(row: ScenarioRow) -> Label:
    return Label(f"{row.name} · {row.state.label.zh}", f"{row.name} · {row.state.label.en}")


def state(opened: Opened | None) -> Label:
    """How it was solved, what people did, what is open."""
    if opened is None:
        return Label("", "")
    row = opened.row
    zh = [row.mode.label.zh, f"抽签号 {row.seed}", f"人工调整 {row.by_hand}", f"锁定 {row.locked}"]
    en = [row.mode.label.en, f"seed {row.seed}", f"{row.by_hand} by hand", f"{row.locked} locked"]
    if row.remarks:
        zh.append(f"待处理意见 {row.remarks}")
        en.append(f"{row.remarks} open comments")
    if row.finalised_on is not None:
        zh.append(f"定稿 {row.finalised_on.isoformat()}")
        en.append(f"final {row.finalised_on.isoformat()}")
    elif row.drafted_on is not None:
        zh.append(f"征求意见 {row.drafted_on.isoformat()}")
        en.append(f"draft of {row.drafted_on.isoformat()}")
    return Label(" · ".join(zh), " · ".join(en))
