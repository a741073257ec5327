"""The rows of an open proposal: ticked or not, locked or not, old and new with the reason; and how they are drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ptman.assign import words as wording
from ptman.assign.draft import Proposal as Row
from ptman.assign.problem import Role
from ptman.drafts import Fate
from ptman.labels import Label
from ui import icons, style, words
from ui.pairing import ink, proposal
from ui.pairing.proposal import Proposal
from ui.palette import Tone

TICK = 28
"""Pixels at the left of a row in which a click ticks it."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One row of a proposal, with names instead of ids."""

    id: str
    student: str
    role: Role
    name: str
    old: str
    new: str
    fate: Fate
    points: int
    why: Label
    rank: str
    ticked: bool
    locked: bool
    changed: bool

    def spoken(self) -> Label:
        zh = f"{self.name} {self.role.label.zh}：{self.old or '—'} → {self.new or '空缺'}，{self.why.zh}"
        en = f"{self.name}, {self.role.label.en}: {self.old or '—'} → {self.new or 'vacant'}, {self.why.en}"
        if self.fate is not Fate.VACANT:
            zh += "，已采纳" if self.ticked else "，未采纳"
            en += ", taken" if self.ticked else ", not taken"
        if self.locked:
            zh, en = f"{zh}，已锁定", f"{en}, locked"
        return Label(zh, en)

    def tip(self) -> Label:
        return self.spoken()


def proposed(one: Proposal) -> tuple[Proposed, ...]:
    """The rows, vacancies first."""
    return tuple(_rows(one))


def draw(painter: QPainter, area: QRectF, one: Proposed) -> None:
    box = QRectF(area.left() + 0.5, area.center().y() - 7.5, 15, 15)
    area = area.adjusted(TICK, 0, 0, 0)
    upper, lower = ink.halves(area)
    if one.fate is Fate.VACANT:
        icons.paint(painter, "circle-alert", box.adjusted(-1, -1, 1, 1), style.tones().soon)
    else:
        _box(painter, box, ticked=one.ticked)
        points = str(one.points) if one.new else ""
        taken = ink.write_right(painter, lower, points, Tone.QUIET, style.SECONDARY)
        lower = lower.adjusted(0, 0, -taken - style.SMALL, 0)
    if one.locked:
        icons.paint(painter, "lock", QRectF(upper.right() - 14, upper.center().y() - 7, 14, 14), style.tones().accent)
    who = ink.write(painter, upper.adjusted(0, 0, -style.LOOSE, 0), one.name)
    role = upper.adjusted(who + style.SMALL, 0, -style.LOOSE, 0)
    ink.write(painter, role, words.say(one.role.label), Tone.QUIET, style.SECONDARY)
    if not one.new:
        gone = Label(f"原 {one.old}；{one.why.zh}", f"was {one.old}; {one.why.en}") if one.old else one.why
        ink.write(painter, lower, words.say(gone), Tone.SOON, style.SECONDARY)
        return
    if one.old:
        shift = ink.write(painter, lower, f"{one.old} →", Tone.QUIET, style.SECONDARY)
        lower = lower.adjusted(shift + style.TIGHT, 0, 0, 0)
    shift = ink.pill(painter, lower, one.new)
    ink.write(painter, lower.adjusted(shift + style.TIGHT, 0, 0, 0), words.say(one.why), Tone.QUIET, style.SECONDARY)


def _rows(of: Proposal) -> Iterator[Proposed]:
    names = of.plan.situation.names()
    ranks = proposal.ranks(of.plan)
    reasons = {item.key: wording.joined(item.notes) for item in of.plan.draft.items}
    for row in of.rows():
        yield Proposed(
            row.key,
            row.student,
            row.role,
            names[row.student],
            names.get(row.old or "", ""),
            names.get(row.new or "", ""),
            row.fate,
            row.points,
            _why(of, row, reasons[row.key]),
            proposal.rank(ranks, row.student, row.new),
            row.key in of.taken,
            row.key in of.locked,
            row.key in of.changed,
        )


def _why(of: Proposal, row: Row, reason: Label) -> Label:
    return Label("人工指定", "by hand") if row.key in of.changed else reason


def _box(painter: QPainter, box: QRectF, *, ticked: bool) -> None:
    """As the style sheet draws a check box."""
    tones = style.tones()
    painter.setPen(QColor(tones.accent_fill if ticked else tones.quiet))
    painter.setBrush(QColor(tones.accent_fill if ticked else tones.paper))
    painter.drawRoundedRect(box, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if ticked:
        icons.paint(painter, "tick", box.adjusted(1, 1, -1, -1), tones.on_fill)
