"""The middle column's rows: each candidate with words for the score, the load, whom they know; and how drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ptman.assign import ranking, terms
from ptman.assign import words as wording
from ptman.assign.problem import Given, Role
from ptman.assign.ranking import Candidate
from ptman.assign.situation import Learner, Situation
from ptman.labels import Label
from ui import style, words
from ui.pairing import ink, score_bar
from ui.palette import Tone
from ui.pieces import load_bar

_BAR, _LOAD = 104, 92
_TERMS = {label: name for name, label in terms.LABELS.items()}


@dataclass(frozen=True, slots=True)
class Choice:
    """One candidate for one role of one student; `proposed` where the open proposal gives this one."""

    one: Candidate
    why: Label
    proposed: bool = False

    @property
    def id(self) -> str:
        return self.one.id

    def points(self) -> Mapping[str, int]:
        return {_TERMS[label]: points for label, points in self.one.terms}

    def spoken(self) -> Label:
        one = self.one
        score = Label("", "") if one.points is None else Label(f"，{one.points} 分", f", {one.points} points")
        return Label(
            f"{one.name} {one.number}{score.zh}，已带 {one.load}，{self.why.zh}",
            f"{one.name} {one.number}{score.en}, load {one.load}, {self.why.en}",
        )

    def tip(self) -> Label:
        """Each term in words, one a line."""
        head = self.spoken()
        zh = "\n".join([head.zh, *(f"{label.zh}：{points}" for label, points in self.one.terms)])
        en = "\n".join([head.en, *(f"{label.en}: {points}" for label, points in self.one.terms)])
        return Label(zh, en)


def choices(
    situation: Situation, learner: Learner, role: Role, scenario: Mapping[str, Given] | None = None
) -> tuple[Choice, ...]:
    """Every candidate, best first, with the loads of the scenario or of what stands; takes some milliseconds."""
    ranks = {
        one.target: one.rank
        for one in situation.wishes
        if one.by_student and one.student == learner.id and one.role is role
    }
    return tuple(_choice(one, ranks) for one in ranking.ranked(situation, learner, role, scenario))


def draw(painter: QPainter, area: QRectF, choice: Choice) -> None:
    one = choice.one
    off = one.points is None
    upper, lower = ink.halves(area)
    load = QRectF(upper.right() - _LOAD, upper.top(), _LOAD, upper.height())
    wide = max(_BAR, area.width() / 4)
    bar = QRectF(load.left() - wide - style.NORMAL, upper.top(), wide, upper.height())
    painter.setFont(style.font(style.SECONDARY))
    load_bar.paint(painter, load, one.load, style.tones())
    if not off:
        score_bar.paint(painter, bar, choice.points())
    name = QRectF(upper.left(), upper.top(), bar.left() - upper.left() - style.SMALL, upper.height())
    if one.stands:
        shift = ink.mark(painter, name, "lock" if one.fixed else "check", Tone.DONE)
        name = name.adjusted(shift, 0, 0, 0)
    taken = ink.write(painter, name, one.name, Tone.QUIET if off or one.full else Tone.PLAIN)
    ink.write(painter, name.adjusted(taken + style.SMALL, 0, 0, 0), one.number, Tone.QUIET, style.SECONDARY)
    if choice.proposed:
        taken = ink.pill(painter, lower, words.say(Label("方案", "Proposed")))
        lower = lower.adjusted(taken + style.TIGHT, 0, 0, 0)
    if off or one.full:
        lower = lower.adjusted(ink.mark(painter, lower, "circle-x", Tone.QUIET), 0, 0, 0)
    ink.write(painter, lower, words.say(choice.why), Tone.QUIET, style.SECONDARY)


def _choice(one: Candidate, ranks: Mapping[str, int]) -> Choice:
    """Why this one is as good as it is, or what stands against it."""
    if one.exclusion is not None:
        return Choice(one, one.exclusion)
    said = list(_standing(one))
    if one.full and one.objection is not None:
        said.append(one.objection)
    points = {_TERMS[label]: point for label, point in one.terms}
    affinity = points.pop("affinity", 0)
    said += wording.choice(points, ranks.get(one.id), chose=bool(ranks))
    if one.knows:
        said.append(Label(f"认识{one.knows}", f"knows {one.knows}"))
    elif affinity:
        said.append(terms.LABELS["affinity"])
    if one.seats_left is not None:
        said.append(Label(f"基地余 {one.seats_left} 位", f"{one.seats_left} seats left"))
    if one.place:
        said.append(Label(one.place, one.place))
    return Choice(one, Label(" · ".join(part.zh for part in said), " · ".join(part.en for part in said)))


def _standing(one: Candidate) -> tuple[Label, ...]:
    if not one.stands:
        return ()
    return (Label("现任，已锁定", "stands, locked") if one.fixed else Label("现任", "stands"),)
