"""A proposal as a person works on it, pure: what is ticked, what is locked, what was changed by hand."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping

from ptman.assign import draft as drafting
from ptman.assign import keeping
from ptman.assign import words as wording
from ptman.assign.answer import Answer
from ptman.assign.draft import AssignDraft
from ptman.assign.draft import Proposal as Row
from ptman.assign.problem import Demand, Given, Role, Status
from ptman.drafts import Draft, Fate
from ptman.errors import PtmanError
from ptman.labels import Label

_ORDER = {Fate.VACANT: 0, Fate.CHANGED: 1, Fate.NEW: 2}
LATER = 5
"""Ranks from this one on are counted together."""


@dataclasses.dataclass(frozen=True, slots=True)
class Proposal:
    """A plan with a person's wishes on it; `taken`, `locked` and `changed` hold keys of its rows."""

    plan: AssignDraft
    taken: frozenset[str]
    locked: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()

    def row(self, student: str, role: Role) -> Row | None:
        key = wording.key(student, role)
        return next((one for one in self.plan.proposals if one.key == key), None)

    def rows(self) -> tuple[Row, ...]:
        """What the proposal would do, vacancies first; what stands and stays is left out."""
        found = [one for one in self.plan.proposals if one.fate is not Fate.UNCHANGED]
        return tuple(sorted(found, key=lambda one: _ORDER[one.fate] if one.new else 0))

    def demands(self) -> tuple[Demand, ...]:
        """The locked rows as what the next solve must keep."""
        return tuple(
            Demand(one.student, one.role, one.new) for one in self.plan.proposals if one.key in self.locked and one.new
        )


def opened(plan: AssignDraft, before: Proposal | None = None) -> Proposal:
    """A fresh plan, all ticked; what was locked, changed or unticked in the proposal before stays so."""
    if before is None:
        return Proposal(plan, plan.draft.keepable())
    given = {one.key: one.new for one in plan.proposals}
    locked = frozenset(
        one.key for one in before.plan.proposals if one.key in before.locked and given.get(one.key) == one.new
    )
    left = before.plan.draft.keepable() - before.taken
    return Proposal(plan, plan.draft.keepable() - left, locked, before.changed & locked)


def take(proposal: Proposal, keys: Iterable[str], *, on: bool) -> Proposal:
    able = proposal.plan.draft.keepable() & frozenset(keys)
    return dataclasses.replace(proposal, taken=proposal.taken | able if on else proposal.taken - able)


def turn_lock(proposal: Proposal, key: str) -> Proposal:
    """Lock a row that gives somebody, or unlock it."""
    if not any(one.key == key and one.new for one in proposal.rows()):
        return proposal
    return dataclasses.replace(proposal, locked=proposal.locked ^ {key})


def put(proposal: Proposal, student: str, role: Role, target: str) -> Proposal:
    """Give a student another one in the proposal; the row is ticked and locked, all others stay as they are."""
    plan = proposal.plan
    mine = dataclasses.replace(plan.answer.given[student], **{role.value: target})
    answer = _valued(plan, dict(plan.answer.given) | {student: mine})
    changed = drafting.make(plan.situation, plan.problem, answer, again=plan.again)
    key = wording.key(student, role)
    able = changed.draft.keepable()
    return Proposal(
        changed,
        (proposal.taken | {key}) & able,
        (proposal.locked | {key}) & able,
        (proposal.changed | {key}) & able,
    )


def objection(proposal: Proposal) -> Label | None:
    """Why the ticked rows cannot be kept as they are; None where they can."""
    if not proposal.taken:
        return Label("没有采纳任何一行。", "No row is ticked.")
    try:
        keeping.taken_of(proposal.plan, proposal.taken)
    except PtmanError as error:
        return error.sentence
    return None


def ordered(proposal: Proposal) -> Draft:
    """The draft with its vacancies first, then what moves, as the look before keeping."""
    order = _ORDER | {Fate.UNCHANGED: 3}
    items = sorted(proposal.plan.draft.items, key=lambda item: order.get(item.fate, 3))
    return dataclasses.replace(proposal.plan.draft, items=tuple(items))


def ranks(plan: AssignDraft) -> Mapping[tuple[str, str], int]:
    """The places students gave, by student and target."""
    return {(one.student, one.target): one.rank for one in plan.situation.wishes if one.by_student}


def rank(given: Mapping[tuple[str, str], int], student: str, target: str | None) -> str:
    """`1` to `5` (or later), `other` for one the student did not name, `none` for nobody."""
    if target is None:
        return "none"
    place = given.get((student, target))
    return "other" if place is None else str(min(place, LATER))


def profile(plan: AssignDraft, role: Role) -> tuple[tuple[str, int], ...]:
    """How many students are given their first, second, … choice, one they did not name, or nobody."""
    given = ranks(plan)
    counted = Counter(rank(given, student, mine.target(role)) for student, mine in plan.answer.given.items())
    names = (*(str(place) for place in range(1, LATER + 1)), "other", "none")
    return tuple((name, counted[name]) for name in names)


def _valued(plan: AssignDraft, given: dict[str, Given]) -> Answer:
    """The answer with a choice changed by hand: its worth is counted anew, its bound still holds."""
    from ptman.assign import whatif

    points = (whatif.terms(plan.problem, one, given[one.id]) for one in plan.problem.students)
    value = max(sum(point for terms in points for _, point in terms), plan.answer.bound)
    status = plan.answer.status if value == plan.answer.value else Status.BOUNDED
    return dataclasses.replace(plan.answer, given=given, value=value, status=status)
