"""What must hold before a step and what follows from it, noun by noun; each aspect adds the functions it wrote."""

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models.core import Record
from ptman.register import (
    appointing,
    assessment_guards,
    base_guards,
    change_guards,
    evaluation_guards,
    milestone_guards,
    negotiation_guards,
    placement_change_guards,
    placement_guards,
    resource_guards,
    tech_guards,
    title_effects,
    title_guards,
)

Guard = Callable[[Session, Record, date], Label | None]
"""Why the step cannot be taken today, in a sentence; None where nothing stands in its way."""

Effect = Callable[[Session, Record, date], object]
"""What else a step changes: it runs after the state is set, in the same change set."""

GUARDS: dict[str, Mapping[str, Guard]] = {
    "action_item": negotiation_guards.ACTION_GUARDS,
    "agreement": base_guards.AGREEMENT_GUARDS,
    "appointment": appointing.GUARDS,
    "base_evaluation": evaluation_guards.GUARDS,
    "commitment": negotiation_guards.COMMITMENT_GUARDS,
    "milestone": milestone_guards.MILESTONE_GUARDS,
    "placement": placement_guards.GUARDS,
    "placement_change": placement_change_guards.GUARDS,
    "practice_assessment": assessment_guards.ASSESSMENT_GUARDS,
    "practice_report": assessment_guards.REPORT_GUARDS,
    "resource_use": resource_guards.USE_GUARDS,
    "supervisor_change": change_guards.GUARDS,
    "tech_contract": tech_guards.CONTRACT_GUARDS,
    "title_application": title_guards.GUARDS,
    "training_base": base_guards.BASE_GUARDS,
    "training_class": milestone_guards.CLASS_GUARDS,
}
"""Noun → name of the guard, as the machine has it → function."""

EFFECTS: dict[str, Mapping[str, Effect]] = {
    "action_item": negotiation_guards.ACTION_EFFECTS,
    "agreement": base_guards.AGREEMENT_EFFECTS,
    "appointment": appointing.EFFECTS,
    "base_evaluation": evaluation_guards.EFFECTS,
    "contract_payment": tech_guards.PAYMENT_EFFECTS,
    "milestone": milestone_guards.MILESTONE_EFFECTS,
    "placement": placement_guards.EFFECTS,
    "placement_change": placement_change_guards.EFFECTS,
    "practice_assessment": assessment_guards.ASSESSMENT_EFFECTS,
    "practice_report": assessment_guards.REPORT_EFFECTS,
    "resource_use": resource_guards.USE_EFFECTS,
    "supervisor_change": change_guards.EFFECTS,
    "tech_contract": tech_guards.CONTRACT_EFFECTS,
    "title_application": title_effects.EFFECTS,
    "training_base": base_guards.BASE_EFFECTS,
    "training_class": milestone_guards.CLASS_EFFECTS,
}
"""Noun → key of the move → function; a move that opens a new record needs one."""


def against(session: Session, record: Record, names: tuple[str, ...], today: date) -> Label | None:
    """The first reason why not; a guard that nobody wrote is a bug, never a pass."""
    table = GUARDS.get(str(record.__tablename__), {})
    return next((reason for name in names if (reason := table[name](session, record, today)) is not None), None)


def follow(session: Session, record: Record, key: str, today: date) -> None:
    effect = EFFECTS.get(str(record.__tablename__), {}).get(key)
    if effect is not None:
        effect(session, record, today)
