"""Why something cannot be done on the workbench now, pure: one sentence, or None where it can."""

from collections.abc import Mapping
from dataclasses import dataclass

from ptman.assign.problem import Given, Role
from ptman.assign.scenario_rows import Opened, PairRow
from ptman.drafts import Fate
from ptman.labels import Label
from ui.pairing import proposal as thinking
from ui.pairing import scenario_deeds as deeds
from ui.pairing.choices import Choice
from ui.pairing.looking import Look
from ui.pairing.proposal import Proposal
from ui.pairing.pupils import Pupil

_NO_STUDENTS = Label("还没有学生，先导入学生名册。", "There are no students yet; import a roster first.")
_NO_PUPIL = Label("先选中一名学生。", "Choose a student first.")
_NO_CHOICE = Label("先选中一个人选。", "Choose a candidate first.")
_STANDS = Label("这就是现在的安排。", "This is what stands already.")
_NOTHING = Label("还没有可以锁定的：先配对，或起草方案。", "Nothing to lock yet: pair, or propose, first.")
_NOTHING_STANDS = Label("该学生还没有可解除的配对。", "There is no pairing to end.")
_OPEN = Label("先在上方换回“现有安排”。", "Go back to “What stands” above first.")
_NONE_OPEN = Label("没有打开的方案，先起草 (Ctrl+Enter)。", "No proposal is open; propose first (Ctrl+Enter).")
_STALE = Label("求解之后记录已改动，先重新求解 (Ctrl+Enter)。", "Records have changed since; solve again (Ctrl+Enter).")
_BUSY = Label("正在起草，请稍候或取消。", "Proposing now; wait or cancel.")
_BOTH = 2
_CLOSED = Label("该方案已定稿，不能再改；可复制一份。", "This scenario is final; copy it to change it.")
_ONLY_ONE = Label("只有一个方案，没有可对比的。", "There is only one scenario.")
_NO_CHANGE = Label("没有人工调整。", "Nothing was changed by hand.")
_PAIR_LOCKED = Label("这一项在方案中已锁定，先取消锁定。", "This pair is locked in the scenario; unlock it first.")
_FIXED = Label("该学生的现有安排已锁定，先取消锁定。", "What stands for this student is locked; unlock it first.")


@dataclass(frozen=True, slots=True)
class State:
    """What the workbench has in hand."""

    look: Look | None
    role: Role
    pupil: Pupil | None
    choice: Choice | None
    proposal: Proposal | None
    fresh: bool
    solving: bool
    read_only: Label | None
    opened: Opened | None = None
    again: bool = False

    @property
    def given(self) -> Mapping[str, Given] | None:
        """Whom the scenario in hand gives to each student."""
        return self.opened.plan.answer.given if self.opened is not None else None

    @property
    def pair(self) -> PairRow | None:
        """The scenario's pair of the student and role in hand."""
        return (
            self.opened.pair(self.pupil.id, self.role) if self.opened is not None and self.pupil is not None else None
        )

    @property
    def proposed_key(self) -> str:
        """The key of the open proposal's row for the student and role in hand, if it gives somebody."""
        if self.proposal is None or self.pupil is None:
            return ""
        row = self.proposal.row(self.pupil.id, self.role)
        return row.key if row is not None and row.new and row.fate is not Fate.UNCHANGED else ""


def why_not(key: str, state: State) -> Label | None:
    """By the key of an action."""
    if state.look is None or not state.look.situation.students:
        return _NO_STUDENTS
    if key == "next-role":
        return None
    if key == "open":
        return None if state.pupil else _NO_PUPIL
    if state.read_only is not None and key != "discard":
        return state.read_only
    if state.solving:
        return _BUSY
    reasons: Mapping[str, Label | None] = {
        "propose": _CLOSED if state.opened is not None and state.opened.row.closed else None,
        "assign": _assign(state),
        "lock": _lock(state),
        "end": _end(state),
        "keep": _keep(state),
        "discard": _in_work(state),
    }
    return reasons[key] if key in reasons else _of_scenario(key, state)


def why_not_given(state: State, choice: Choice | None, *, fixed: bool) -> Label | None:
    """Why a student cannot be given this candidate; `fixed` where what they have is locked."""
    if state.read_only is not None:
        return state.read_only
    if choice is None:
        return _NO_CHOICE
    if fixed:
        return _FIXED
    if state.proposal is None:
        return _STANDS if choice.one.stands else None
    return _in_work(state)


def _assign(state: State) -> Label | None:
    if state.pupil is None:
        return _NO_PUPIL
    return why_not_given(state, state.choice, fixed=state.pupil.locked)


def _lock(state: State) -> Label | None:
    if state.pupil is None:
        return _NO_PUPIL
    if state.opened is not None:
        return _in_work(state) or (None if state.pair is not None and state.pair.target else _NOTHING)
    return None if state.pupil.stands else _NOTHING


def _end(state: State) -> Label | None:
    if state.pupil is None:
        return _NO_PUPIL
    if state.proposal is not None:
        return _OPEN
    return None if state.pupil.stands else _NOTHING_STANDS


def _keep(state: State) -> Label | None:
    if state.proposal is None:
        return _NONE_OPEN
    return _in_work(state) or (thinking.objection(state.proposal) if state.fresh else _STALE)


def _in_work(state: State) -> Label | None:
    if state.opened is None:
        return _NONE_OPEN
    return _CLOSED if state.opened.row.closed else None


def _of_scenario(key: str, state: State) -> Label | None:
    """By the key of an action on a scenario."""
    if state.opened is None or key in {deeds.COPY, deeds.RENAME, deeds.REPORT, deeds.REMEDIES}:
        return None if state.opened is not None or key == deeds.SETTINGS else _NONE_OPEN
    closed = _in_work(state)
    alone = state.look is None or len(state.look.scenarios) < _BOTH
    reasons: Mapping[str, Label | None] = {
        deeds.COMPARE: _ONLY_ONE if alone else None,
        deeds.COMMENT: None if state.pupil is not None else _NO_PUPIL,
        deeds.DRAFT: closed or (None if state.fresh else _STALE),
        deeds.VACATE: closed or _of_pair(key, state),
        deeds.REASON: closed or _of_pair(key, state),
        deeds.REVERT: closed or _of_pair(key, state),
        deeds.REVERT_ALL: closed or (None if state.opened.row.by_hand else _NO_CHANGE),
    }
    return reasons.get(key, closed)


def _of_pair(key: str, state: State) -> Label | None:
    if state.pupil is None:
        return _NO_PUPIL
    if state.pair is not None and state.pair.locked:
        return _PAIR_LOCKED
    if key == deeds.VACATE:
        return None
    return None if state.pair is not None and state.pair.by_hand else _NO_CHANGE
