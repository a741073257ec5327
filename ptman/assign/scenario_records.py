"""Finds the records of a scenario, and reads and writes whom one of its pairs names."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.assign import hints
from ptman.assign.problem import Role
from ptman.errors import PtmanError
from ptman.models import ChangeSet, Scenario, ScenarioPair
from ptman.models.choices_assigning import PairRole, ScenarioState

ENGINE = "engine_"


def scenario(session: Session, key: str) -> Scenario:
    """The record; PtmanError `no-scenario` where there is none any more."""
    found = session.get(Scenario, key)
    if found is None or found.retired_on is not None:
        raise PtmanError(
            "no-scenario",
            "该方案已不存在。未作任何改动；请刷新后重选。",
            "This scenario is not there any more. Nothing was changed; reload and choose again.",
        )
    return found


def in_work(session: Session, key: str) -> Scenario:
    """The record, if it may still be changed; PtmanError `scenario-closed` where it is final or discarded."""
    found = scenario(session, key)
    if found.state in {ScenarioState.FINAL, ScenarioState.DISCARDED}:
        state = found.state.label
        raise PtmanError(
            "scenario-closed",
            f"方案“{found.name}”{state.zh}，不能再改。未作任何改动；请复制一份再改。",
            f"The scenario “{found.name}” is {state.en.lower()} and cannot be changed. Nothing was changed; copy it.",
        )
    return found


def pairs(session: Session, key: str) -> list[ScenarioPair]:
    """Its pairs in the order in which they were made."""
    rows = session.scalars(
        select(ScenarioPair)
        .where(ScenarioPair.scenario_id == key, ScenarioPair.retired_on.is_(None))
        .order_by(ScenarioPair.id)
    )
    return list(rows)


def pair(session: Session, key: str, student: str, role: Role) -> ScenarioPair:
    """One pair; made empty where the scenario has none yet."""
    found = session.scalars(
        select(ScenarioPair).where(
            ScenarioPair.scenario_id == key, ScenarioPair.student_id == student, ScenarioPair.role == PairRole(role)
        )
    ).first()
    if found is None:
        found = ScenarioPair(scenario_id=key, student_id=student, role=PairRole(role))
        session.add(found)
        session.flush()  # its defaults are wanted
    return found


def target(one: ScenarioPair, head: str = "") -> str | None:
    """Whom a pair names; with the head `engine_`, whom the engine had given."""
    found: str | None = getattr(one, head + hints.COLUMNS[Role(one.role)])
    return found


def aim(one: ScenarioPair, key: str | None, head: str = "") -> None:
    """Let a pair name another, or nobody; what it says already is not written again."""
    if target(one, head) != key:
        setattr(one, head + hints.COLUMNS[Role(one.role)], key)


def number(session: Session) -> int:
    """The number of the change set being made, under which the journal says who and when."""
    return journal.book_of(session).number


def authors(session: Session, numbers: Iterable[int | None]) -> dict[int, ChangeSet]:
    """The change sets of these numbers."""
    wanted = {one for one in numbers if one is not None}
    rows = session.scalars(select(ChangeSet).where(ChangeSet.number.in_(wanted))) if wanted else ()
    return {one.number: one for one in rows}
