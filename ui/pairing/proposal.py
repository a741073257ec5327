"""A proposal as a person works on it, pure: what is ticked, what is locked, what was changed by hand."""

import dataclasses
from collections.abc import Iterable, Mapping

from ptman.assign import comparing, keeping
from ptman.assign import words as wording
from ptman.assign.comparing import LATER
from ptman.assign.draft import AssignDraft
from ptman.assign.draft import Proposal as Row
from ptman.assign.problem import Role
from ptman.assign.scenario_rows import Opened
from ptman.drafts import Draft, Fate
from ptman.errors import PtmanError
from ptman.labels import Label

_ORDER = {Fate.VACANT: 0, Fate.CHANGED: 1, Fate.NEW: 2}


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


def opened(scenario: Opened, left: frozenset[str] = frozenset()) -> Proposal:
    """A scenario as it is worked on: all ticked but what was `left`, with people's locks and changes."""
    plan = scenario.plan
    given = {one.key for one in plan.proposals if one.new}
    locked = frozenset(wording.key(one.student, one.role) for one in scenario.pairs if one.locked)
    changed = frozenset(wording.key(one.student, one.role) for one in scenario.pairs if one.by_hand)
    return Proposal(plan, plan.draft.keepable() - left, locked & given, changed)


def take(proposal: Proposal, keys: Iterable[str], *, on: bool) -> Proposal:
    able = proposal.plan.draft.keepable() & frozenset(keys)
    return dataclasses.replace(proposal, taken=proposal.taken | able if on else proposal.taken - able)


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
    return comparing.profile(plan.situation, plan.answer.given, role)
