"""What an event would bring, before it is done: whom it displaces, the fewest moves, and the moves applied as one."""

import dataclasses
from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.assign import (
    building,
    events,
    levelling,
    loading,
    reasoning,
    scenario_hand,
    scenario_limits,
    scenario_records,
)
from ptman.assign.problem import Given, Role
from ptman.assign.request import Limit
from ptman.assign.ripple import Edit, Ends, Leaves, Point, Ripples, Shrinks, Withdraws
from ptman.assign.scenario_rows import Opened
from ptman.assign.situation import Situation
from ptman.assign.store import stale
from ptman.assign.workbench import Move
from ptman.labels import Label

__all__ = ["Edit", "Ends", "Leaves", "Shrinks", "Withdraws"]


@dataclasses.dataclass(frozen=True, slots=True)
class Way:
    """One way to live with the event: who moves (never fewer than `least`), points of the pairs, who stays without."""

    moves: tuple[Move, ...]
    students: int
    least: int
    total: int
    vacancies: int
    given: tuple[tuple[str, Given], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Foreseen:
    """The event in words, who must move whatever is done, and the ways from the best total to the fewest moves."""

    label: Label
    displaced: tuple[str, ...]
    ways: tuple[Way, ...]
    edits: tuple[Edit, ...]
    digest: str


class Watch:
    """Over one scenario, asked as often as one likes. All may move but what people have locked or set by hand."""

    def __init__(self, found: Opened) -> None:
        self._situation, self._before = found.plan.situation, found.plan.answer.given
        asked = dataclasses.replace(found.request, again=True, against=None)
        problem = levelling.plain(building.build(self._situation, asked))
        self._vacancy = problem.penalties.academic
        problem = events.standing_still(problem, self._before)
        self._ripples = Ripples(problem, found.plan.answer, found.request.seed)

    def foresee(self, edits: Sequence[Edit]) -> Foreseen:
        """Pure; it solves three times."""
        situation = self._situation
        names, seen = situation.names(), self._ripples.of(edits)
        ways: list[Way] = []
        for point in seen.curve:
            given = tuple(sorted(point.answer.given.items()))
            ways = [way for way in ways if way.given != given]
            ways.append(self._way(point, given))
        label = _joined([said(situation, one) for one in edits])
        return Foreseen(
            label, tuple(names[one] for one in seen.displaced), tuple(ways), tuple(edits), situation.digest()
        )

    def _way(self, point: Point, given: tuple[tuple[str, Given], ...]) -> Way:
        vacant = sum(one.target(role) is None for _, one in given for role in Role)
        changes = tuple(reasoning.moves(self._situation, self._before, {**self._before, **dict(given)}))
        students = len({one.student for one in changes})
        return Way(changes, students, point.least, point.total - vacant * self._vacancy, vacant, given)


def apply(session: Session, key: str, seen: Foreseen, way: Way, today: date) -> int:
    """Make the moves in the scenario as one change set, each as a hand change that says why; how many pairs changed.

    Quotas that shrank or fell away hold in the scenario from now on. Raises PtmanError `draft-stale`.
    """
    record = scenario_records.in_work(session, key)
    situation = loading.load(session, record.cohort_year, today)
    if situation.digest() != seen.digest:
        raise stale()
    for edit in seen.edits:
        for limit in _limits(situation, edit):
            scenario_limits.set_quota(record, limit)
    given, changed = dict(way.given), 0
    for learner in situation.students:
        for role in learner.needs:
            target = given.get(learner.id, Given()).target(role)
            if learner.id in given:
                changed += scenario_hand.give(session, key, scenario_hand.Turn(learner.id, role, target, seen.label.zh))
    journal.say(
        session,
        f"方案“{record.name}”：{seen.label.zh}，调整 {changed} 项",
        f"Scenario “{record.name}”: {seen.label.en}, {changed} pairs changed",
    )
    return changed


def said(situation: Situation, edit: Edit) -> Label:
    """An event in words."""
    names = {**situation.names(), **{one.id: one.name for one in situation.stays}}
    match edit:
        case Withdraws(student):
            return Label(f"{names[student]}离开", f"{names[student]} leaves")
        case Leaves(_, key):
            return Label(f"{names[key]}不再接收学生", f"{names[key]} takes no students any more")
        case Shrinks(_, key, upper, at):
            where = f"（{names[at]}）" if at in names else ""
            return Label(f"{names[key]}{where}只剩 {upper} 个名额", f"{names[key]} has {upper} places left")
        case Ends(host, base):
            return Label(f"{names[host]}不再在{names[base]}带学生", f"{names[host]} no longer hosts at {names[base]}")


def _limits(situation: Situation, edit: Edit) -> tuple[Limit, ...]:
    match edit:
        case Leaves(Role.BASE, key):
            return tuple(Limit(Role.BASE, key, 0, one.id) for one in situation.stays)
        case Leaves(role, key):
            return (Limit(role, key, 0),)
        case Shrinks(role, key, upper, at):
            return (Limit(role, key, upper, at),)
    return ()


def _joined(labels: Sequence[Label]) -> Label:
    return Label("；".join(one.zh for one in labels), "; ".join(one.en for one in labels))
