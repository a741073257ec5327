"""The left column's rows: each student with what stands, why not, what is proposed; and how they are drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ptman.assign.problem import Role
from ptman.assign.situation import Learner
from ptman.labels import Label, same
from ptman.rules import pinyin
from ui import style, words
from ui.pairing import ink
from ui.pairing.looking import Look
from ui.pairing.proposal import Proposal
from ui.palette import Tone

LATE, EARLY = 90, 30
"""Days since enrolment after which a vacancy is overdue, and after which it is worth a look."""


@dataclass(frozen=True, slots=True)
class Pupil:
    """One student in one role. `stands` is who they have, `why` why they have nobody, `proposed` who is proposed.

    `vacant` is why the open proposal gives them nobody.
    """

    id: str
    number: str
    name: str
    days: int
    why: Label
    stands: str = ""
    locked: bool = False
    proposed: str = ""
    vacant: Label | None = None

    @property
    def second(self) -> Label:
        return same(self.stands) if self.stands else self.why

    def spoken(self) -> Label:
        zh = f"{self.name} {self.number}，入学 {self.days} 天，{self.second.zh}"
        en = f"{self.name} {self.number}, enrolled {self.days} days, {self.second.en}"
        if self.locked:
            zh, en = f"{zh}，已锁定", f"{en}, locked"
        if self.proposed:
            zh, en = f"{zh}，方案：{self.proposed}", f"{en}, proposed: {self.proposed}"
        return Label(zh, en)

    def tip(self) -> Label:
        return self.spoken()


def pupils(look: Look, role: Role, proposal: Proposal | None, *, everyone: bool) -> tuple[Pupil, ...]:
    """Those who lack the role, longest waiting first; with `everyone` also those who have somebody."""
    return tuple(_pupils(look, role, proposal, everyone=everyone))


def matching(items: tuple[Pupil, ...], typed: str) -> tuple[Pupil, ...]:
    """Those that hold every word typed: part of a name, its pinyin, its initials, or the number."""
    parts = typed.casefold().split()
    return tuple(one for one in items if all(part in _found(one) for part in parts)) if parts else items


def draw(painter: QPainter, area: QRectF, one: Pupil) -> None:
    upper, lower = ink.halves(area)
    right = _write_days(painter, upper, one)
    name = upper.adjusted(0, 0, -right - style.SMALL, 0)
    taken = ink.write(painter, name, one.name)
    ink.write(painter, name.adjusted(taken + style.SMALL, 0, 0, 0), one.number, Tone.QUIET, style.SECONDARY)
    if one.proposed:
        ink.pill(painter, lower, words.say(Label(f"方案 {one.proposed}", f"Proposed {one.proposed}")))
        return
    if one.vacant is not None:
        shift = ink.mark(painter, lower, "circle-alert", Tone.SOON)
        ink.write(painter, lower.adjusted(shift, 0, 0, 0), words.say(one.vacant), Tone.SOON, style.SECONDARY)
        return
    if one.stands:
        shift = ink.mark(painter, lower, "lock" if one.locked else "check", Tone.DONE)
        lower = lower.adjusted(shift, 0, 0, 0)
    ink.write(painter, lower, words.say(one.second), Tone.QUIET, style.SECONDARY)


def _write_days(painter: QPainter, area: QRectF, one: Pupil) -> float:
    """How long they wait at the right, with a shape where it is too long; the width it has taken."""
    late, early = not one.stands and one.days > LATE, not one.stands and one.days > EARLY
    tone = Tone.OVERDUE if late else Tone.SOON if early else Tone.QUIET
    said = words.say(Label(f"{one.days} 天", f"{one.days} d"))
    width = ink.write_right(painter, area, said, tone, style.SECONDARY)
    if not early:
        return width
    left = area.right() - width - style.ICON - style.TIGHT
    place = QRectF(left, area.top(), style.ICON, area.height())
    return width + style.TIGHT + ink.mark(painter, place, "circle-alert" if late else "clock", tone)


def _pupils(look: Look, role: Role, proposal: Proposal | None, *, everyone: bool) -> Iterator[Pupil]:
    names = look.situation.names()
    proposed, vacant = _proposed(proposal, role), _vacant(proposal, role)
    for learner in sorted(look.situation.students, key=lambda one: (one.enrolled_on, one.number)):
        standing = learner.stands(role)
        if standing is None or everyone or learner.id in proposed:
            yield Pupil(
                learner.id,
                learner.number,
                learner.name,
                _days(look, learner),
                look.lacking.get((learner.id, role), Label("", "")),
                names[standing.target] if standing else "",
                standing.fixed if standing else False,
                names.get(proposed.get(learner.id, ""), ""),
                vacant.get(learner.id),
            )


def _proposed(proposal: Proposal | None, role: Role) -> dict[str, str]:
    """Whom the proposal would give each student, where it changes something."""
    rows = proposal.rows() if proposal is not None else ()
    return {one.student: one.new for one in rows if one.role is role and one.new}


def _vacant(proposal: Proposal | None, role: Role) -> dict[str, Label]:
    """Why the proposal leaves the role of a student empty."""
    if proposal is None:
        return {}
    ids = {one.number: one.id for one in proposal.plan.situation.students}
    return {ids[one.student]: one.reason for one in proposal.plan.vacancies if one.missing is role}


def _days(look: Look, learner: Learner) -> int:
    return (look.situation.today - learner.enrolled_on).days


def _found(one: Pupil) -> str:
    return " ".join((one.number, one.name, pinyin.full(one.name), pinyin.initials(one.name))).casefold()
