"""Plans one row of either supervisor roster: the person, the role, the unit and the appointment."""

from datetime import date, timedelta
from typing import Any

from ptman.intake import links, people
from ptman.intake.known import Entry, folded
from ptman.intake.outcome import Outcome, given
from ptman.intake.planning import Planner
from ptman.labels import Label
from ptman.rules import months

TERM_YEARS = 3


def plan_academic(planner: Planner, outcome: Outcome) -> None:
    number = str(outcome.line.values["academic_supervisor.staff_no"])
    if not planner.first_time(outcome, "academic_supervisor.staff_no", number):
        return
    noun = "academic_supervisor"
    entry = planner.bound(outcome, noun) or planner.find(noun, "staff_no", number)
    outcome.is_new = entry is None
    person = people.plan(planner, outcome, entry, f"staff:{number}")
    values = given(outcome.line, "academic_supervisor")
    _refuse_unknown_categories(planner, outcome, values)
    if outcome.complaints:
        return
    if entry is None:
        values["person_id"] = person
    planner.put(outcome, "academic_supervisor", entry, values, f"academic:{number}")


def _refuse_unknown_categories(planner: Planner, outcome: Outcome, values: dict[str, Any]) -> None:
    for code in filter(None, str(values.get("category_codes", "")).split(",")):
        if planner.known.one("degree_category", "code", code) is None:
            message = Label(f"没有类别 {code}。", f"There is no category {code}.")
            planner.complain(outcome, "academic_supervisor.category_codes", "category-unknown", message)


def plan_industry(planner: Planner, outcome: Outcome) -> None:
    values = given(outcome.line, "industry_supervisor")
    uscc = outcome.line.values.get("organisation.uscc")
    unit = links.organisation(planner, outcome, str(values.pop("organisation_id")), uscc)
    bound = planner.bound(outcome, "industry_supervisor")
    entry = bound or _found(planner, outcome, values.get("supervisor_no"), unit)
    key = str(values.get("supervisor_no") or f"{outcome.line.values['person.name']}@{unit}")
    if not planner.first_time(outcome, "industry_supervisor.supervisor_no", key):
        return
    outcome.is_new = entry is None
    person = people.plan(planner, outcome, entry, f"industry:{key}")
    _resolve(planner, outcome, values)
    if outcome.complaints:
        return
    values["organisation_id"] = unit
    if entry is None:
        prefix = f"QY{planner.today.year}-"
        values.setdefault("supervisor_no", planner.next_number("industry_supervisor", "supervisor_no", prefix))
        values["person_id"] = person
    supervisor = planner.put(outcome, "industry_supervisor", entry, values, f"industry:{key}")
    _appointment(planner, outcome, supervisor)


def _found(planner: Planner, outcome: Outcome, number: str | None, unit: str) -> Entry | None:
    """By the office's number; without one by name within the same unit."""
    if number:
        return planner.find("industry_supervisor", "supervisor_no", number)
    name = outcome.line.values["person.name"]
    called = planner.called("person", "name", name)
    # Somebody whose name or unit was put right by hand is still whom the file means.
    persons = {one.id for one in (*planner.known.where("person", "name", name), *([called] if called else []))}
    roles = [role for one in persons for role in planner.known.where("industry_supervisor", "person_id", one)]
    same = [role for role in roles if unit in _units(planner, role)]
    return same[0] if len(same) == 1 else None


def _units(planner: Planner, role: Entry) -> set[object]:
    """Where a supervisor works: as recorded, and as the source said before."""
    before = planner.memory.word("industry_supervisor", role.id, "organisation_id")
    return {role["organisation_id"], *([before.value] if before else [])}


def _resolve(planner: Planner, outcome: Outcome, values: dict[str, Any]) -> None:
    if "category_code" in values:
        key = "industry_supervisor.category_code"
        values["category_code"] = links.category(planner, outcome, key, values["category_code"])
    if "source_base_id" in values:
        found = links.by_number_or_name(planner.known, "training_base", "base_no", values.pop("source_base_id"))
        if found is not None:
            values["source_base_id"] = found.id
    recommended = outcome.line.values.get("recommended_by")
    if recommended:
        found = links.by_number_or_name(planner.known, "academic_supervisor", "staff_no", str(recommended))
        if found is None:
            outcome.note(f"没有推荐人“{recommended}”的记录，此项未取", f"“{recommended}” is not known; left out")
        else:
            values["recommended_by_id"] = found.id


def _appointment(planner: Planner, outcome: Outcome, supervisor: str) -> None:
    """A term, known by its certificate or its first day. Without an end it lasts the usual years."""
    values = given(outcome.line, "appointment")
    if "term_start" not in values:
        if outcome.is_new:
            outcome.note("没有聘期，分配前须补聘任", "No term of appointment; add one before pairing")
        return
    start: date = values["term_start"]
    values.setdefault("term_end", months.add_months(start, TERM_YEARS * 12) - timedelta(days=1))
    if values["term_end"] <= start:
        message = Label("聘期止应晚于聘期起。", "Expected a day after the beginning.")
        planner.complain(outcome, "appointment.term_end", "dates-order", message)
        return
    terms = planner.known.where("appointment", "industry_supervisor_id", supervisor)
    number = values.get("appointment_no")
    same = [
        term
        for term in terms
        if term["term_start"] == start
        or (number and term["appointment_no"] == number)
        or term.id in planner.memory.rows("appointment", "term_start", start)
    ]
    entry = same[0] if same else None
    overlap = [t for t in terms if t is not entry and t["term_start"] <= values["term_end"] and t["term_end"] >= start]
    if overlap:
        other = f"{overlap[0]['term_start']} – {overlap[0]['term_end']}"
        message = Label(f"与已有聘期 {other} 重叠。", f"Overlaps the appointment {other}.")
        planner.complain(outcome, "appointment.term_start", "term-overlap", message)
        return
    if entry is None:
        values["industry_supervisor_id"] = supervisor
    planner.put(outcome, "appointment", entry, values, f"appointment:{folded(supervisor)}:{start}")
