"""The rows of the loads: each supervisor or base with how full the scenario makes them; and how drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ptman.assign import comparing
from ptman.assign.comparing import Filled
from ptman.assign.problem import Role
from ptman.assign.scenario_rows import Opened
from ptman.labels import Label
from ptman.listing import Load
from ui import style, words
from ui.pairing import ink
from ui.palette import Tone
from ui.pieces import load_bar

_WIDE = 150


@dataclass(frozen=True, slots=True)
class LoadLine:
    """One supervisor, or one base in a period."""

    one: Filled

    @property
    def id(self) -> str:
        return f"{self.one.role.value}:{self.one.target}:{self.one.at}"

    @property
    def load(self) -> Load:
        return Load(self.one.taken, self.one.of)

    def spoken(self) -> Label:
        one = self.one
        return Label(f"{one.name} {one.at} 已用 {self.load}", f"{one.name} {one.at}, taken {self.load}")

    def tip(self) -> Label:
        return self.spoken()


def lines(opened: Opened, role: Role) -> tuple[LoadLine, ...]:
    """Those of a role, the fullest first."""
    filled = comparing.loads(opened.plan.situation, opened.plan.answer.given)
    mine = [LoadLine(one) for one in filled if one.role is role]
    return tuple(sorted(mine, key=lambda one: (-one.load.share, one.one.name, one.one.at)))


def draw(painter: QPainter, area: QRectF, line: LoadLine) -> None:
    one = line.one
    bar = QRectF(area.right() - _WIDE, area.top(), _WIDE, area.height())
    painter.setFont(style.font(style.SECONDARY))
    load_bar.paint(painter, bar, line.load, style.tones())
    name = area.adjusted(0, 0, -_WIDE - style.SMALL, 0)
    taken = ink.write(painter, name, one.name)
    said = Label(one.at, one.at) if one.at else one.role.label
    ink.write(painter, name.adjusted(taken + style.SMALL, 0, 0, 0), words.say(said), Tone.QUIET, style.SECONDARY)
