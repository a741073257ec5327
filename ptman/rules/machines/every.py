"""Every state machine by the noun it belongs to."""

from ptman.rules.machine import Machine
from ptman.rules.machines import (
    bases,
    changes,
    meetings,
    papers,
    people,
    placements,
    practice,
    teaching,
    titles,
    transfer,
)

MACHINES: dict[str, Machine] = {
    one.noun: one
    for one in (
        people.APPOINTMENT,
        people.MILESTONE,
        people.SUPERVISOR_CHANGE,
        bases.TRAINING_BASE,
        bases.BASE_EVALUATION,
        bases.AGREEMENT,
        placements.PLACEMENT,
        changes.PLACEMENT_CHANGE,
        placements.PRACTICE_ASSESSMENT,
        practice.PRACTICE_REPORT,
        titles.TITLE_APPLICATION,
        bases.INSURANCE_POLICY,
        meetings.ACTION_ITEM,
        meetings.MEETING,
        meetings.COMMITMENT,
        transfer.TECH_CONTRACT,
        transfer.CONTRACT_PAYMENT,
        papers.ISSUED_DOCUMENT,
        teaching.TRAINING_CLASS,
        teaching.RESOURCE_USE,
        papers.IMPORT_BATCH,
    )
}
