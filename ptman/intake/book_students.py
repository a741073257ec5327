"""Plans one row of the student roster: the student, the person, the employer, and supervisors already decided."""

from typing import Any

from ptman.intake import links, people
from ptman.intake.known import Entry
from ptman.intake.outcome import NEW, Outcome, Said, Step, given
from ptman.intake.planning import Planner
from ptman.labels import Label
from ptman.models.choices import OrientationType, Origin, Role

MONTHS = 12


def plan(planner: Planner, outcome: Outcome) -> None:
    line = outcome.line
    number = str(line.values["student.student_no"])
    if not planner.first_time(outcome, "student.student_no", number):
        return
    student = planner.bound(outcome, "student") or planner.find("student", "student_no", number)
    outcome.is_new = student is None
    person = people.plan(planner, outcome, student, number)
    _refuse_second_number(planner, outcome, student, person)
    values = _values(planner, outcome)
    if outcome.complaints:
        return
    if student is None:
        values["person_id"] = person
    ref = planner.put(outcome, "student", student, values, f"student:{number}")
    _supervisors(planner, outcome, ref)


def _refuse_second_number(planner: Planner, outcome: Outcome, student: Entry | None, person: str) -> None:
    other = planner.known.one("student", "person_id", person)
    if other is not None and other is not student:
        message = Label(
            f"身份证号已属于学号 {other['student_no']}；请核对。",
            f"The ID number belongs to student {other['student_no']}.",
        )
        planner.complain(outcome, "person.id_number", "conflict", message)


def _values(planner: Planner, outcome: Outcome) -> dict[str, Any]:
    values = given(outcome.line, "student")
    if "category_code" in values:
        values["category_code"] = links.category(planner, outcome, "student.category_code", values["category_code"])
    if "field_code" in values and values.get("category_code"):
        values["field_code"] = links.degree_field(
            planner, outcome, "student.field_code", values["field_code"], values["category_code"]
        )
    _employer(planner, outcome, values)
    for key, noun, number in (("programme_id", "programme", "programme_no"), ("branch_id", "training_base", "base_no")):
        if key in values:
            _linked(planner, outcome, values, (key, noun, number))
    years = outcome.line.values.get("prior_work_years")
    if years is not None:
        values.setdefault("prior_work_months", int(years) * MONTHS)
    graduation = values.get("expected_graduation_on")
    if graduation is not None and "enrolled_on" in values and graduation <= values["enrolled_on"]:
        message = Label("应晚于入学日期。", "Expected a day after enrolment.")
        planner.complain(outcome, "student.expected_graduation_on", "dates-order", message)
    return values


def _linked(planner: Planner, outcome: Outcome, values: dict[str, Any], link: tuple[str, str, str]) -> None:
    """A programme or branch by number or name; an unknown one is noted and left out, the student is not refused."""
    key, noun, number = link
    found = links.by_number_or_name(planner.known, noun, number, values[key])
    if found is None:
        said = values.pop(key)
        outcome.note(f"没有“{said}”的记录，此项未取", f"“{said}” is not known; this value was left out")
    else:
        values[key] = found.id


def _employer(planner: Planner, outcome: Outcome, values: dict[str, Any]) -> None:
    said = values.pop("employer_id", None)
    if said:
        values["employer_id"] = links.organisation(planner, outcome, said)
    elif outcome.is_new and values.get("orientation_type") is OrientationType.ORIENTED:
        message = Label("定向学生须填写定向单位。", "A sponsored student needs an employer.")
        planner.complain(outcome, "student.employer_id", "required-missing", message)


def _supervisors(planner: Planner, outcome: Outcome, student: str) -> None:
    """Pairings that a college has settled already come in with the roster, as imported."""
    values = outcome.line.values
    academic = values.get("academic_no") or values.get("academic_name")
    if academic:
        found = links.by_number_or_name(planner.known, "academic_supervisor", "staff_no", str(academic))
        supervision(planner, outcome, (student, Role.ACADEMIC, str(academic)), found)
    industry = values.get("industry_name")
    if industry:
        found = links.by_number_or_name(planner.known, "industry_supervisor", "supervisor_no", str(industry))
        supervision(planner, outcome, (student, Role.INDUSTRY, str(industry)), found)


def supervision(planner: Planner, outcome: Outcome, pairing: tuple[str, Role, str], found: Entry | None) -> None:
    """A pairing (student, role, what was said) where the place is free; else a note that says why it was not taken."""
    student, role, said = pairing
    label = role.label
    if found is None:
        outcome.note(f"没有{label.zh}“{said}”的记录，配对未取", f"{label.en} “{said}” is not known; not paired")
        return
    key = "academic_supervisor_id" if role is Role.ACADEMIC else "industry_supervisor_id"
    past = [one for one in planner.known.where("supervision", "student_id", student) if one["role"] is role]
    today = next((one for one in past if one["ends_on"] is None), None)
    before = planner.memory.word("supervision", student, role)
    outcome.said.append(Said("supervision", student, {role: found.id}))
    if today is not None and today[key] != found.id:
        outcome.note(
            f"已有{label.zh}，表中的“{said}”未取；如需变更请在“配对”中操作。",
            f"There is a {label.en} already; “{said}” was not taken. Change it under Pairing.",
        )
    elif today is None and (any(one[key] == found.id for one in past) or (before and before.value == found.id)):
        outcome.note(
            f"与{label.zh}“{said}”的配对已由办公室结束，不再恢复；如需恢复请在“配对”中操作。",
            f"The office has ended the pairing with {label.en} “{said}”; it stays ended. Change it under Pairing.",
        )
    elif today is None:
        values = {"student_id": student, "role": role, key: found.id, "starts_on": planner.today}
        outcome.steps.append(
            Step("supervision", f"{NEW}supervision:{student}:{role}", values | {"origin": Origin.IMPORT})
        )
