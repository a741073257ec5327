"""Solves a scenario and keeps the answer in it: the engine's baseline stays beside what people change afterwards."""

import dataclasses
from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.assign import (
    loading,
    scenario_reading,
    scenario_records,
    scenarios,
    solving,
    store,
    stored_answers,
    words,
)
from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Role
from ptman.assign.scenario_records import ENGINE
from ptman.assign.scenarios import Settings
from ptman.assign.solving import UNWATCHED, Watch
from ptman.models import Scenario, ScenarioPair
from ptman.models.choices_assigning import PairRole


def solved(
    session: Session, key: str, today: date, settings: Settings | None = None, watch: Watch = UNWATCHED
) -> AssignDraft:
    """The answer to what the scenario (or with other `settings`, it) asks, with what people hold in it in force.

    Nothing changes.
    """
    record = scenario_records.in_work(session, key)
    asked = scenario_reading.request(session, record, scenario_records.pairs(session, key))
    if settings is not None:
        asked = dataclasses.replace(
            asked,
            again=settings.again,
            mode=settings.mode,
            weights=settings.weights,
            seed=settings.seed,
            against=scenario_reading.given_of(session, settings.against),
        )
    return solving.solve(loading.load(session, record.cohort_year, today), asked, watch)


def begin(session: Session, name: str, settings: Settings, plan: AssignDraft, today: date) -> str:
    """A new scenario with its answer, as one change set; its key."""
    key = scenarios.begin(session, plan.situation.cohort, name, settings)
    keep(session, key, plan, today)
    return key


def keep(session: Session, key: str, plan: AssignDraft, today: date, settings: Settings | None = None) -> None:
    """Make an answer, and the settings it was found with, the scenario's. What people set or locked stays theirs.

    Raises PtmanError `draft-stale` where records have changed since it was solved, `scenario-closed`, `no-scenario`.
    """
    record = scenario_records.in_work(session, key)
    if settings is not None:
        scenarios.settle(session, record, settings)
    situation = loading.load(session, record.cohort_year, today)
    if situation.digest() != plan.situation.digest():
        raise store.stale()
    there = {(one.student_id, Role(one.role)): one for one in scenario_records.pairs(session, key)}
    for learner in situation.students:
        for role in learner.needs:
            _keep_pair(
                session, record, there.get((learner.id, role)), (learner.id, role, _target(plan, learner.id, role))
            )
    _state(record, plan, situation.lasting())
    sentence = words.quality(plan.answer)
    journal.say(
        session,
        f"求解方案“{record.name}”：{sentence.zh}",
        f"Solve scenario “{record.name}”: {sentence.en}",
    )


def solve(session: Session, key: str, today: date) -> AssignDraft:
    """Solve and keep in one step, for callers who need not watch."""
    plan = solved(session, key, today)
    keep(session, key, plan, today)
    return plan


def _target(plan: AssignDraft, student: str, role: Role) -> str | None:
    return plan.answer.given[student].target(role)


def _keep_pair(
    session: Session, record: Scenario, there: ScenarioPair | None, given: tuple[str, Role, str | None]
) -> None:
    """The engine's word on a pair that a person holds is what it was before: it has only done as it was told."""
    student, role, target = given
    if there is None:
        there = ScenarioPair(scenario_id=record.id, student_id=student, role=PairRole(role))
        scenario_records.aim(there, target)
        scenario_records.aim(there, target, ENGINE)
        session.add(there)
        return
    if not there.by_hand:
        scenario_records.aim(there, target)
        scenario_records.aim(there, target, ENGINE)


def _state(record: Scenario, plan: AssignDraft, situation: str) -> None:
    answer = plan.answer
    record.answer = stored_answers.of_answer(answer)
    record.value, record.bound = answer.value, answer.bound
    record.input_hash, record.situation = answer.input_hash, situation
