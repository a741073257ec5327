"""What people change in a scenario by hand: another pair, back to the engine's, locks; the baseline always stays."""

import dataclasses
from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.assign import loading, scenario_records
from ptman.assign.problem import Role
from ptman.assign.scenario_records import ENGINE
from ptman.assign.situation import Situation
from ptman.errors import PtmanError
from ptman.models import Scenario, ScenarioPair

About = tuple[str, Role]
"""One role of one student, by the student's key."""


@dataclasses.dataclass(frozen=True, slots=True)
class Turn:
    """Whom a person gives a student in a role (None: nobody), and why."""

    student: str
    role: Role
    target: str | None
    reason: str = ""


def put(session: Session, key: str, turn: Turn, today: date) -> None:
    """Give a student another in a scenario; who did it and when, the journal says.

    Raises PtmanError `not-in-cohort`, `no-candidate`, `pair-locked`, `scenario-closed`, `no-scenario`.
    """
    record, situation = _at(session, key, today)
    student, names = _student(situation, turn.student), situation.names()
    if turn.target is not None and turn.target not in names:
        raise _no_candidate()
    one = scenario_records.pair(session, key, turn.student, turn.role)
    _refuse_locked(one, student)
    _put(session, one, turn.target, turn.reason)
    to = names[turn.target] if turn.target is not None else "—"
    role = turn.role.label
    journal.say(
        session,
        f"方案“{record.name}”：{student}的{role.zh}改为 {to}",
        f"Scenario “{record.name}”: {role.en} of {student} becomes {to}",
    )


def give(session: Session, key: str, turn: Turn) -> bool:
    """As `put`, as a part of a larger step, whatever is locked; whether it was another before."""
    one = scenario_records.pair(session, key, turn.student, turn.role)
    if scenario_records.target(one) == turn.target:
        return False
    one.locked, one.lock_reason, one.locked_in = False, None, None
    _put(session, one, turn.target, turn.reason)
    return True


def take_over(session: Session, key: str, other: str, abouts: Iterable[About], today: date) -> int:
    """Take single pairs over from another scenario, as a hand change that says where from; how many differ."""
    record, situation = _at(session, key, today)
    source = scenario_records.scenario(session, other)
    theirs = {(one.student_id, Role(one.role)): one for one in scenario_records.pairs(session, other)}
    taken = 0
    for about in abouts:
        student = _student(situation, about[0])
        one, there = scenario_records.pair(session, key, *about), theirs.get(about)
        target = scenario_records.target(there) if there is not None else None
        if scenario_records.target(one) != target:
            _refuse_locked(one, student)
            _put(session, one, target, f"取自方案“{source.name}”")
            taken += 1
    journal.say(
        session,
        f"方案“{record.name}”：从“{source.name}”采用 {taken} 项",
        f"Scenario “{record.name}”: take {taken} pairs over from “{source.name}”",
    )
    return taken


def revert(session: Session, key: str, abouts: Iterable[About] | None = None) -> int:
    """Back to whom the engine had given, for these (None: for all); locked ones stay. How many went back."""
    record = scenario_records.in_work(session, key)
    wanted = None if abouts is None else set(abouts)
    back = 0
    for one in scenario_records.pairs(session, key):
        asked = wanted is None or (one.student_id, Role(one.role)) in wanted
        if asked and one.by_hand and not one.locked:
            scenario_records.aim(one, scenario_records.target(one, ENGINE))
            one.by_hand, one.reason, one.changed_in = False, None, None
            back += 1
    journal.say(
        session,
        f"方案“{record.name}”：{back} 项恢复为求解结果",
        f"Scenario “{record.name}”: {back} pairs back to the engine’s",
    )
    return back


def lock(session: Session, key: str, about: About, today: date, reason: str) -> None:
    """No later solve of this scenario may change the pair; PtmanError `reason-missing`, `nothing-to-lock`."""
    record, situation = _at(session, key, today)
    student, role = _student(situation, about[0]), about[1].label
    one = scenario_records.pair(session, key, *about)
    target = scenario_records.target(one)
    if not reason.strip():
        raise PtmanError(
            "reason-missing",
            "锁定须写明理由。未作任何改动。",
            "A lock needs a reason. Nothing was changed.",
        )
    if target is None:
        raise PtmanError(
            "nothing-to-lock",
            f"{student}在该方案中没有{role.zh}，无可锁定。未作任何改动。",
            f"{student} has no {role.en} in this scenario to be locked. Nothing was changed.",
        )
    one.locked, one.lock_reason, one.locked_in = True, reason.strip(), scenario_records.number(session)
    journal.say(
        session,
        f"方案“{record.name}”：锁定{student}的{role.zh}",
        f"Scenario “{record.name}”: lock the {role.en} of {student}",
    )


def unlock(session: Session, key: str, about: About, today: date) -> None:
    record, situation = _at(session, key, today)
    one = scenario_records.pair(session, key, *about)
    one.locked, one.lock_reason, one.locked_in = False, None, None
    student, role = _student(situation, about[0]), about[1].label
    journal.say(
        session,
        f"方案“{record.name}”：取消锁定{student}的{role.zh}",
        f"Scenario “{record.name}”: unlock the {role.en} of {student}",
    )


def _at(session: Session, key: str, today: date) -> tuple[Scenario, Situation]:
    record = scenario_records.in_work(session, key)
    return record, loading.load(session, record.cohort_year, today)


def _put(session: Session, one: ScenarioPair, target: str | None, reason: str) -> None:
    """A choice that agrees with the engine's is the engine's."""
    scenario_records.aim(one, target)
    one.by_hand = target != scenario_records.target(one, ENGINE)
    one.reason = (reason.strip() or None) if one.by_hand else None
    one.changed_in = scenario_records.number(session) if one.by_hand else None


def _student(situation: Situation, student: str) -> str:
    found = next((one.name for one in situation.students if one.id == student), None)
    if found is None:
        raise PtmanError(
            "not-in-cohort",
            "该学生不在读或不属于该年级。未作任何改动；请先更正学籍状态。",
            "This student is not enrolled in the cohort. Nothing was changed; correct the status first.",
        )
    return found


def _refuse_locked(one: ScenarioPair, student: str) -> None:
    if one.locked:
        role = Role(one.role).label
        raise PtmanError(
            "pair-locked",
            f"{student}的{role.zh}在该方案中已锁定。未作任何改动；请先取消锁定。",
            f"{student}’s {role.en} is locked in this scenario. Nothing was changed; unlock it first.",
        )


def _no_candidate() -> PtmanError:
    return PtmanError(
        "no-candidate",
        "所选导师或基地已不存在。未作任何改动；请刷新后重选。",
        "The supervisor or base chosen is not there any more. Nothing was changed; reload and choose again.",
    )
