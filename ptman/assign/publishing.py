"""Publishes a scenario: as a draft to be commented on, and as final, which writes its pairs into the records."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.assign import scenario_reading, scenario_records, store, words
from ptman.assign.scenario_rows import Opened
from ptman.assign.store import ByHand, Kept
from ptman.errors import PtmanError
from ptman.models import Scenario
from ptman.models.choices_assigning import ScenarioState


def publish_draft(session: Session, key: str, today: date) -> None:
    """It goes out for comments; PtmanError `scenario-unsolved`, `scenario-stale`, `scenario-closed`."""
    record = scenario_records.in_work(session, key)
    _refuse_unready(record, scenario_reading.opened(session, key, today))
    record.state, record.drafted_on = ScenarioState.DRAFT, today
    journal.say(session, f"方案“{record.name}”发布征求意见", f"Publish scenario “{record.name}” as a draft")


def look(session: Session, key: str, today: date) -> Opened:
    """The scenario as it would be made final; PtmanError as `publish_draft`. Nothing changes."""
    record = scenario_records.in_work(session, key)
    found = scenario_reading.opened(session, key, today)
    _refuse_unready(record, found)
    return found


def publish_final(session: Session, seen: Opened, taken: frozenset[str] | None, today: date) -> Kept:
    """Write the taken pairs (None: all that can be kept) into the records and close the scenario, as one change set.

    `seen` is what a person has looked at. Raises PtmanError `draft-stale` where it or a record has changed since, and
    as `store.keep` does: nobody is given twice, nobody over a quota, nothing locked is moved.
    """
    record = scenario_records.in_work(session, seen.row.id)
    now = look(session, seen.row.id, today)
    if (now.plan.situation.digest(), now.pairs) != (seen.plan.situation.digest(), seen.pairs):
        raise store.stale()
    kept = store.keep(session, now.plan, taken, today, by_hand(now))
    record.state, record.finalised_on = ScenarioState.FINAL, today
    journal.say(
        session,
        f"方案“{record.name}”定稿：导师 {kept.supervisions} 人次，基地 {kept.placements} 人，解除 {kept.ended} 项",
        f"Make scenario “{record.name}” final: {kept.supervisions} pairings, {kept.placements} placements, "
        f"{kept.ended} ended",
    )
    return kept


def by_hand(found: Opened) -> ByHand:
    """Which of its pairs are a person's, and why."""
    keys = {words.key(one.student, one.role): one for one in found.pairs}
    said = {
        key: "；".join(deed.why for deed in (one.hand, one.lock) if deed is not None and deed.why)
        for key, one in keys.items()
    }
    return ByHand(
        frozenset(key for key, one in keys.items() if one.by_hand),
        frozenset(key for key, one in keys.items() if one.locked),
        {key: why for key, why in said.items() if why},
    )


def _refuse_unready(record: Scenario, found: Opened) -> None:
    if record.answer is None:
        raise PtmanError(
            "scenario-unsolved",
            f"方案“{record.name}”尚未求解，不能发布。未作任何改动；请先求解。",
            f"The scenario “{record.name}” has not been solved. Nothing was changed; solve it first.",
        )
    if found.stale:
        raise PtmanError(
            "scenario-stale",
            f"方案“{record.name}”求解之后，有关记录已改动。未作任何改动；请重新求解（人工调整和锁定会保留）。",
            f"Records have changed since “{record.name}” was solved. Nothing was changed; solve it again (hand changes "
            "and locks stay).",
        )
