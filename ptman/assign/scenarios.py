"""Begins, copies, renames, sets and discards scenarios; each is one change set that undo takes back."""

import dataclasses

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.assign import scenario_records, weights
from ptman.assign.request import Mode
from ptman.assign.weights import USUAL, Weights
from ptman.errors import PtmanError
from ptman.models import Scenario, ScenarioPair
from ptman.models.choices_assigning import ScenarioState

LONGEST = 60
COPIED = (
    "student_id",
    "role",
    "academic_supervisor_id",
    "industry_supervisor_id",
    "training_base_id",
    "engine_academic_supervisor_id",
    "engine_industry_supervisor_id",
    "engine_training_base_id",
    "by_hand",
    "reason",
    "changed_in",
    "locked",
    "lock_reason",
    "locked_in",
)
"""What a copy has of each pair: also who changed it and when."""


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """How a scenario is to be solved; `against` is the scenario from which fewest moves are counted ("": today's)."""

    mode: Mode = Mode.TOTAL
    weights: Weights = USUAL
    seed: str = ""
    again: bool = False
    against: str = ""


def begin(session: Session, cohort: int, name: str, settings: Settings) -> str:
    """A new scenario, not solved yet; its key. PtmanError `scenario-name`, `weight-range`, `seed-missing`."""
    made = Scenario(cohort_year=cohort, name=_free_name(session, cohort, name), weights={}, seed="")
    settle(session, made, settings)
    session.add(made)
    session.flush()  # its key is the answer
    journal.say(session, f"新建方案“{made.name}”（{cohort} 级）", f"Begin scenario “{made.name}” (cohort {cohort})")
    return made.id


def copy(session: Session, key: str, name: str) -> str:
    """The same under another name, in work again, with all hand changes and locks; comments stay with the first."""
    first = scenario_records.scenario(session, key)
    made = Scenario(
        cohort_year=first.cohort_year,
        name=_free_name(session, first.cohort_year, name),
        mode=first.mode,
        weights=dict(first.weights),
        seed=first.seed,
        again=first.again,
        against_id=first.against_id,
        copied_from_id=first.id,
        limits=list(first.limits),
        value=first.value,
        bound=first.bound,
        answer=first.answer,
        input_hash=first.input_hash,
        situation=first.situation,
    )
    session.add(made)
    session.flush()  # the pairs need its key
    for one in scenario_records.pairs(session, key):
        session.add(ScenarioPair(scenario_id=made.id, **{column: getattr(one, column) for column in COPIED}))
    journal.say(session, f"复制方案“{first.name}”为“{made.name}”", f"Copy scenario “{first.name}” to “{made.name}”")
    return made.id


def rename(session: Session, key: str, name: str) -> None:
    record = scenario_records.scenario(session, key)
    before = record.name
    if name.strip() != before:
        record.name = _free_name(session, record.cohort_year, name)
    journal.say(session, f"方案“{before}”改名为“{record.name}”", f"Rename scenario “{before}” to “{record.name}”")


def set_up(session: Session, key: str, settings: Settings) -> None:
    """How the next solve goes about it; what has been solved stays as it is until then."""
    record = scenario_records.in_work(session, key)
    settle(session, record, settings)
    journal.say(session, f"设置方案“{record.name}”", f"Set up scenario “{record.name}”")


def discard(session: Session, key: str) -> None:
    """Put a scenario out of the way; nothing of it is deleted. A final one stays: it says what was decided."""
    record = scenario_records.in_work(session, key)
    record.state = ScenarioState.DISCARDED
    journal.say(session, f"弃用方案“{record.name}”", f"Discard scenario “{record.name}”")


def settle(session: Session, record: Scenario, settings: Settings) -> None:
    """Write the settings into a record, as a part of a larger step; PtmanError `seed-missing`, `weight-range`."""
    if settings.against:
        scenario_records.scenario(session, settings.against)
    seed = settings.seed.strip()
    if not seed or len(seed) > LONGEST:
        raise PtmanError(
            "seed-missing",
            f"抽签号须为 1 到 {LONGEST} 个字符：同样好的方案之间以它抽签。未作任何改动。",
            f"The seed of the draw must have 1 to {LONGEST} characters: it decides between equally good answers. "
            "Nothing was changed.",
        )
    record.mode, record.seed, record.again = settings.mode, seed, settings.again
    record.weights = weights.stored(weights.checked(settings.weights))
    record.against_id = settings.against or None


def _free_name(session: Session, cohort: int, name: str) -> str:
    """The name, trimmed; PtmanError `scenario-name` where it is empty, too long, or taken."""
    trimmed = name.strip()
    if not trimmed or len(trimmed) > LONGEST:
        raise PtmanError(
            "scenario-name",
            f"方案名称须为 1 到 {LONGEST} 个字符。未作任何改动。",
            f"The name of a scenario must have 1 to {LONGEST} characters. Nothing was changed.",
        )
    taken = session.scalars(
        select(Scenario.id).where(
            Scenario.cohort_year == cohort, Scenario.name == trimmed, Scenario.state != ScenarioState.DISCARDED
        )
    ).first()
    if taken is not None:
        raise PtmanError(
            "scenario-name",
            f"{cohort} 级已有名为“{trimmed}”的方案。未作任何改动；请换一个名称。",
            f"Cohort {cohort} has a scenario “{trimmed}” already. Nothing was changed; choose another name.",
        )
    return trimmed
