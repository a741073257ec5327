"""Finds the records that a row names: by number, by code, by name, and says so where it cannot."""

from ptman.intake.known import Entry, Known, folded
from ptman.intake.outcome import NEW, Outcome, Said, Step
from ptman.intake.planning import Planner
from ptman.labels import Label
from ptman.rules import text

CODE_DIGITS = 4


def category(planner: Planner, outcome: Outcome, key: str, said: str) -> str | None:
    """The code of a degree category named by code, by name, or by both (0854 电子信息)."""
    digits = "".join(sign for sign in text.half_width(said).must() if sign.isdigit())
    padded = digits.zfill(CODE_DIGITS) if digits else ""
    found = planner.known.one("degree_category", "code", padded) or planner.known.one("degree_category", "name", said)
    if found is None:
        message = Label(
            "应为专业学位类别的代码或名称，例如 0854 电子信息。",
            "Expected a degree category's code or name, such as 0854.",
        )
        planner.complain(outcome, key, "category-unknown", message)
        return None
    if digits and digits != padded:
        outcome.note(f"类别代码 {digits} 补为 {padded}", f"Category code {digits} read as {padded}")
    return str(found["code"])


def degree_field(planner: Planner, outcome: Outcome, key: str, said: str, within: str) -> str | None:
    """The code of a field within a category, named by code or name."""
    digits = "".join(sign for sign in said if sign.isdigit())
    named = [entry for entry in planner.known.where("degree_field", "name", said) if entry["category_code"] == within]
    found = planner.known.one("degree_field", "code", digits) or (named[0] if named else None)
    if found is None or found["category_code"] != within:
        message = Label(f"“{said}”不是类别 {within} 的专业领域。", f"“{said}” is not a field of category {within}.")
        planner.complain(outcome, key, "field-unknown", message)
        return None
    return str(found["code"])


def organisation(planner: Planner, outcome: Outcome, name: str, uscc: str | None = None) -> str:
    """The organisation by credit code, by its name or a former or short name; a new one where it is not known."""
    found = _known_organisation(planner, name, uscc)
    if found is not None:
        if uscc and found["uscc"] is None:
            planner.put(outcome, "organisation", found, {"uscc": uscc}, "")
        if uscc and found["uscc"] == uscc and not _called(planner, found, name):
            outcome.note(
                f"统一社会信用代码与已有单位“{found['name']}”相同，按同一单位处理，名称未改",
                f"The credit code is that of “{found['name']}” on file: taken as the same, its name is left as it is",
            )
        # So that the name still means this organisation when the office has put it right.
        outcome.said.append(Said("organisation", found.id, {"name": name}))
        return found.id
    ref = f"organisation:{uscc or folded(name)}"
    outcome.steps.append(Step("organisation", NEW + ref, {"name": name, "uscc": uscc}))
    outcome.said.append(Said("organisation", NEW + ref, {"name": name, "uscc": uscc}))
    outcome.note(f"新增单位：{name}", f"New organisation: {name}")
    return NEW + ref


def _called(planner: Planner, unit: Entry, name: str) -> bool:
    """Whether the organisation bears this name, or bore it once."""
    former = planner.known.where("organisation_name", "organisation_id", unit.id)
    names = [unit["name"], unit["short_name"], *(one["name"] for one in former)]
    return folded(name) in {folded(one) for one in names if one}


def _known_organisation(planner: Planner, name: str, uscc: str | None) -> Entry | None:
    known = planner.known
    if uscc and (by_code := known.one("organisation", "uscc", uscc)):
        return by_code
    for key in ("name", "short_name"):
        found = known.one("organisation", key, name)
        if found is not None and (not uscc or found["uscc"] in (None, uscc)):
            return found
    former = known.one("organisation_name", "name", name)
    if former:
        return known.get("organisation", former["organisation_id"])
    called = planner.called("organisation", "name", name)
    return called if called and (not uscc or called["uscc"] in (None, uscc)) else None


def by_number_or_name(known: Known, noun: str, number_key: str, said: str) -> Entry | None:
    """A supervisor, base or student by number; by name where only one bears it; by both written together."""
    if found := known.one(noun, number_key, said) or known.one(noun, "name", said):
        return found
    roles = [
        role for person in known.where("person", "name", said) for role in known.where(noun, "person_id", person.id)
    ]
    if len(roles) == 1:
        return roles[0]
    words = [word for word in text.key(said).replace("(", " ").replace(")", " ").split() if word]
    numbers = {found.id: found for word in words if (found := known.one(noun, number_key, word))}
    return next(iter(numbers.values())) if len(numbers) == 1 else None


def supervisor(planner: Planner, outcome: Outcome, noun: str, key: str, said: str) -> str | None:
    number = "staff_no" if noun == "academic_supervisor" else "supervisor_no"
    found = by_number_or_name(planner.known, noun, number, said)
    if found is None:
        message = Label(
            f"没有“{said}”这位导师，或有同名者；请填编号。", f"No supervisor “{said}”, or several; give the number."
        )
        planner.complain(outcome, key, "supervisor-unknown", message)
        return None
    return found.id


def base(planner: Planner, outcome: Outcome, key: str, said: str) -> str | None:
    found = by_number_or_name(planner.known, "training_base", "base_no", said)
    if found is None:
        message = Label(f"没有“{said}”这个基地；请填基地编号。", f"No training base “{said}”; give its number.")
        planner.complain(outcome, key, "base-unknown", message)
        return None
    return found.id
