"""The middle column: the candidates for the chosen student, best first, those not eligible below a switch."""

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from ptman.assign.problem import Role
from ptman.labels import Label
from ui import memory, style, words
from ui.pairing import choices
from ui.pairing.choices import Choice
from ui.pairing.lines import LineList
from ui.pairing.pupils import Pupil
from ui.pairing.score_bar import Legend
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.empty_state import EmptyState

_EXCLUDED = "pairing/excluded"


class ChoiceColumn(QWidget):
    """Title, list, legend and switch.

    Signals:
        chosen(str): the keys stand on that candidate, or on none ("").
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list: LineList[Choice] = LineList("candidate", "student", choices.draw)
        self.excluded = QCheckBox()
        self.legend = Legend()
        self._title = text.Elided()
        self._below = text.Text(style.SECONDARY, Tone.QUIET)
        self._below.setWordWrap(True)
        self._stack = QStackedWidget()
        self._hint = EmptyState(
            "users", Label("选中一名学生，这里列出人选。", "Choose a student to see the candidates.")
        )
        self._none = EmptyState(
            "user-x",
            Label(
                "没有符合条件的人选。打开下面的开关看看各自的原因。",
                "Nobody is eligible. Turn on the switch below to see why.",
            ),
        )
        self._items: tuple[Choice, ...] = ()
        self._who: tuple[Pupil, Role] | None = None
        self._lay_out()
        self.excluded.toggled.connect(self._on_excluded)
        self.list.chosen.connect(self.chosen)
        words.on_change(self, self._say)

    def show_choices(self, pupil: Pupil, role: Role, items: Sequence[Choice], proposed: str) -> None:
        same = self._who is not None and (self._who[0].id, self._who[1]) == (pupil.id, role)
        self._who = (pupil, role)
        self._items = tuple(dataclasses.replace(one, proposed=one.id == proposed) for one in items)
        self._renew(anew=not same)

    def show_nobody(self) -> None:
        self._who, self._items = None, ()
        self._renew()

    def _lay_out(self) -> None:
        words.name(self.list, Label("人选", "Candidates"))
        self.excluded.setChecked(memory.flag(_EXCLUDED))
        for part in (self.list, self._hint, self._none):
            self._stack.addWidget(part)
        head = QVBoxLayout()
        head.setContentsMargins(style.NORMAL, style.SMALL, style.NORMAL, style.SMALL)
        head.setSpacing(style.TIGHT)
        head.addWidget(self._title)
        head.addWidget(self._below)
        foot = QVBoxLayout()
        foot.setContentsMargins(style.NORMAL, style.SMALL, style.NORMAL, style.SMALL)
        foot.setSpacing(style.TIGHT)
        foot.addWidget(self.legend)
        foot.addWidget(self.excluded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(text.hairline())
        layout.addWidget(self._stack, 1)
        layout.addWidget(text.hairline())
        layout.addLayout(foot)
        self.setMinimumWidth(360)
        self._renew()

    def _renew(self, *, anew: bool = False) -> None:
        eligible = [one for one in self._items if one.one.points is not None]
        shown = self._items if self.excluded.isChecked() else tuple(eligible)
        self._stack.setCurrentWidget(self._hint if self._who is None else self.list if shown else self._none)
        self.legend.show_terms(name for one in eligible for name, points in one.points().items() if points)
        self.list.show_items(shown, anew=anew)
        self._say()

    def _say(self) -> None:
        excluded = sum(one.one.points is None for one in self._items)
        shown = Label(f"显示不符合条件的（{excluded}）", f"Show those not eligible ({excluded})")
        self.excluded.setText(words.say(shown))
        self.excluded.setEnabled(bool(excluded))
        if self._who is None:
            self._title.setText(words.say(Label("人选", "Candidates")))
            self._below.setText("")
            return
        pupil, role = self._who
        label = role.label
        self._title.setText(words.say(Label(f"{pupil.name}的{label.zh}", f"{label.en.capitalize()} for {pupil.name}")))
        open_ = sum(one.one.objection is None for one in self._items)
        now = Label(f"现任 {pupil.stands}", f"now {pupil.stands}") if pupil.stands else Label("尚无", "none yet")
        if pupil.vacant is not None:
            self._below.setText(
                words.say(Label(f"方案中空缺：{pupil.vacant.zh}", f"Vacant in the proposal: {pupil.vacant.en}"))
            )
            self._below.set_tone(Tone.SOON)
            return
        self._below.set_tone(Tone.QUIET)
        self._below.setText(words.say(Label(f"{now.zh} · {open_} 个可选", f"{now.en} · {open_} to choose from")))

    def _on_excluded(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        memory.keep(_EXCLUDED, on)
        self._renew()
