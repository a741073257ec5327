"""The effect of a choice: what it costs the best plan, who would have to move, and what stands against it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ptman.assign.workbench import Effect, Move
from ptman.labels import Label
from ptman.listing import Load
from ui import style, words
from ui.pairing.choices import Choice
from ui.pairing.pupils import Pupil
from ui.palette import Tone
from ui.pieces import text

_MOST = 40
"""Moves listed; more than that nobody reads one by one."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a choice would do, and why it was not made."""

    effect: Effect
    why: tuple[Label, ...] = ()


class EffectPane(QWidget):
    """Says at once what the choice itself tells, and what it does to the whole when that has been worked out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = text.line(Label("选择的影响", "Effect of the choice"))
        self._who = text.Elided(style.BODY, Tone.PLAIN)
        self._against = text.Text(tone=Tone.SOON)
        self._cost = text.Text()
        self._moves = text.Text(style.SECONDARY, Tone.QUIET)
        self._shown: tuple[Pupil, Choice] | None = None
        self._told: Told | None = None
        self._failed: Label | None = None
        self._lay_out()
        words.on_change(self, self._say)
        self._say()

    def show_choice(self, pupil: Pupil | None, choice: Choice | None) -> None:
        """Another choice; its effect is not known yet."""
        self._shown = (pupil, choice) if pupil is not None and choice is not None else None
        self._told = self._failed = None
        self._say()

    def show_effect(self, told: Told) -> None:
        self._told = told
        self._say()

    def show_failure(self, why: Label) -> None:
        """The effect cannot be told; why."""
        self._failed = why
        self._say()

    def _lay_out(self) -> None:
        for part in (self._against, self._cost, self._moves):
            part.setWordWrap(True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.TIGHT)
        for part in (self._against, self._cost, self._moves):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        words.name(area, Label("选择的影响", "Effect of the choice"))
        for ground in (area.viewport(), inner):
            ground.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.NORMAL, style.SMALL, style.NORMAL, style.SMALL)
        layout.setSpacing(style.TIGHT)
        layout.addWidget(self._title)
        layout.addWidget(self._who)
        layout.addWidget(area, 1)

    def _say(self) -> None:
        against = cost = moves = Label("", "")
        who = Label("选中一个人选，这里显示选他的影响。", "Choose a candidate to see what it would do.")
        if self._shown is not None:
            pupil, choice = self._shown
            who = _who(pupil, choice)
            objection = choice.one.objection
            against = objection or against
            working = Label("正在计算影响…", "Working it out…")
            cost = self._failed or (_cost(self._told.effect) if self._told else working)
            moves = _moves(self._told.effect.moves) if self._told else moves
            if self._told is not None and self._told.why:
                cost = _lined((*self._told.why, cost))
            if choice.one.stands and self._told is None:
                cost = Label("这就是现在的安排。", "This is what stands.")
            if choice.proposed:
                cost = _lined((_GIVEN, *(_term(label, points) for label, points in choice.one.terms)))
        for part, said in ((self._who, who), (self._against, against), (self._cost, cost), (self._moves, moves)):
            part.setText(words.say(said))
            part.updateGeometry()
        self._against.setVisible(bool(self._against.text()))


_GIVEN = Label("方案就是这样安排的，扣分的来由：", "This is what the scenario gives; the points against it:")


def _term(label: Label, points: int) -> Label:
    return Label(f"{label.zh} {points} 分", f"{label.en}: {points}")


def _lined(parts: tuple[Label, ...]) -> Label:
    return Label("\n".join(one.zh for one in parts), "\n".join(one.en for one in parts))


def _who(pupil: Pupil, choice: Choice) -> Label:
    one = choice.one
    after = one.load if one.stands or one.given else Load(one.load.taken + 1, one.load.of)
    said = f"{pupil.name} → {one.name}"
    return Label(f"{said}（{one.load} → {after}）", f"{said} ({one.load} → {after})")


def _cost(effect: Effect) -> Label:
    """What it costs the best plan for everybody; a range where not both plans are proved."""
    if effect.vacancies > 0:
        return Label(
            f"全体最优方案将多出 {effect.vacancies} 项空缺。",
            f"The best plan for everybody would have {effect.vacancies} more vacant.",
        )
    if effect.high <= 0:
        return Label("与最优方案一致，不多费一分。", "As good as the best plan: it costs nothing.")
    points = str(effect.high) if effect.low == effect.high else f"{max(0, effect.low)}–{effect.high}"
    return Label(f"使全体最优方案差 {points} 分。", f"Costs the best plan for everybody {points} points.")


def _moves(moves: tuple[Move, ...]) -> Label:
    if not moves:
        return Label("不需要别人变动。", "Nobody else would be given another.")
    lines = list(_lines(moves))
    return Label("\n".join(line.zh for line in lines), "\n".join(line.en for line in lines))


def _lines(moves: tuple[Move, ...]) -> Iterator[Label]:
    many, people = len(moves), len({one.student for one in moves})
    who, what = f"{people} student{'s' * (people > 1)}", f"{many} choice{'s' * (many > 1)}"
    yield Label(
        f"与最优方案相比，{people} 名学生的 {many} 项会不同：", f"Against the best plan {what} of {who} would change:"
    )
    for one in moves[:_MOST]:
        role, change = one.role.label, f"{one.old or '—'} → {one.new or '—'}"
        yield Label(f"{one.name} {role.zh}：{change}", f"{one.name}, {role.en}: {change}")
    if many > _MOST:
        yield Label(f"……另 {many - _MOST} 项", f"… and {many - _MOST} more")
