"""The changes a person makes on the pairing page: give, end, lock and unlock, one student and one role at a time."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.assign import workbench
from ptman.assign.problem import Role
from ptman.assign.ranking import Candidate
from ptman.assign.records import Entry, Writer
from ptman.assign.situation import Learner, Situation, Standing
from ptman.assign.workbench import Pair
from ptman.errors import PtmanError
from ptman.models import Placement, Supervision
from ptman.models.choices import Origin, PlacementStatus


def assign_by_hand(session: Session, pair: Pair, today: date, *, reason: str = "", despite: bool = False) -> None:
    """Give a student a supervisor or a base from today; what stood in that role ends, or is cancelled.

    Raises PtmanError `breaks-rule` where a rule or a full load stands against it, unless `despite`; `stands-already`,
    `locked`, `dispatched`, `not-enrolled`, `no-candidate`.
    """
    situation, learner = workbench.around(session, pair.student, today)
    chosen = workbench.candidate(situation, learner, pair)
    if chosen.stands:
        raise _stands_already(learner, chosen)
    if not despite:
        _refuse_objection(learner, chosen)
    writer = Writer(session, situation.cohort, today)
    standing = learner.stands(pair.role)
    if standing is not None:
        _refuse_fixed(session, learner, pair.role, standing)
        writer.end(pair.role, standing.record)
        session.flush()  # the old pairing must have ended before its successor begins
    entry = Entry(pair.student, pair.role, pair.target, Origin.HAND, reason.strip() or None)
    writer.begin(entry, situation.stay(learner))
    role = pair.role.label
    journal.say(
        session,
        f"配对：{learner.name}，{role.zh} {chosen.name}",
        f"Pair {learner.name} with {role.en} {chosen.name}",
    )


def end_pairing(session: Session, student: str, role: Role, today: date, reason: str = "") -> None:
    """End what stands in a role of a student today (a placement is cancelled). PtmanError also `nothing-stands`."""
    situation, learner = workbench.around(session, student, today)
    standing = _standing(learner, role)
    _refuse_fixed(session, learner, role, standing)
    Writer(session, situation.cohort, today).end(role, standing.record, reason.strip() or None)
    whom = _whom(situation, standing)
    journal.say(
        session,
        f"解除配对：{learner.name}，{role.label.zh} {whom}",
        f"End {learner.name}’s {role.label.en} {whom}",
    )


def lock(session: Session, student: str, role: Role, today: date) -> None:
    """No later solve may move what stands in this role; PtmanError `nothing-stands`, `not-enrolled`."""
    _set_lock(session, (student, role), today, locked=True)


def unlock(session: Session, student: str, role: Role, today: date) -> None:
    """Let a solve that moves things move this one again; PtmanError `nothing-stands`, `not-enrolled`."""
    _set_lock(session, (student, role), today, locked=False)


def _set_lock(session: Session, about: tuple[str, Role], today: date, *, locked: bool) -> None:
    student, role = about
    situation, learner = workbench.around(session, student, today)
    standing = _standing(learner, role)
    record_of(session, role, standing).locked = locked
    zh, en = ("锁定", "Lock") if locked else ("取消锁定", "Unlock")
    whom = _whom(situation, standing)
    journal.say(
        session,
        f"{zh}：{learner.name}，{role.label.zh} {whom}",
        f"{en} {learner.name}’s {role.label.en} {whom}",
    )


def _whom(situation: Situation, standing: Standing) -> str:
    return situation.names()[standing.target]


def record_of(session: Session, role: Role, standing: Standing) -> Placement | Supervision:
    if role is Role.BASE:
        return session.get_one(Placement, standing.record)
    return session.get_one(Supervision, standing.record)


def _standing(learner: Learner, role: Role) -> Standing:
    found = learner.stands(role)
    if found is None:
        raise PtmanError(
            "nothing-stands",
            f"{learner.name}目前没有{role.label.zh}，未作任何改动。",
            f"{learner.name} has no {role.label.en} now. Nothing was changed.",
        )
    return found


def _refuse_fixed(session: Session, learner: Learner, role: Role, standing: Standing) -> None:
    record = record_of(session, role, standing)
    if isinstance(record, Placement) and record.status is not PlacementStatus.PLANNED:
        raise PtmanError(
            "dispatched",
            f"{learner.name}的实践安排已派遣，未作任何改动。请先作废派遣函，再调整基地。",
            f"{learner.name}’s placement has been dispatched. Nothing was changed; void the letter first.",
        )
    if record.locked:
        raise PtmanError(
            "locked",
            f"{learner.name}的{role.label.zh}已锁定，未作任何改动。请先取消锁定。",
            f"{learner.name}’s {role.label.en} is locked. Nothing was changed; unlock it first.",
        )


def _refuse_objection(learner: Learner, chosen: Candidate) -> None:
    objection = chosen.objection
    if objection is not None:
        raise PtmanError(
            "breaks-rule",
            f"{learner.name}与{chosen.name}：{objection.zh}。未作任何改动；确需如此，请选择“仍然配对”。",
            f"{learner.name} and {chosen.name}: {objection.en}. Nothing was changed; choose “Pair all the same”.",
        )


def _stands_already(learner: Learner, chosen: Candidate) -> PtmanError:
    return PtmanError(
        "stands-already",
        f"{learner.name}已经是{chosen.name}的学生（或已安排在该处），未作任何改动。",
        f"{learner.name} has {chosen.name} already. Nothing was changed.",
    )
