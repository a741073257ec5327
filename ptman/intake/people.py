"""Plans the person behind a row: found by role or by identity number, compared, or new."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ptman.intake.known import Entry
from ptman.intake.outcome import Outcome, given
from ptman.intake.planning import Planner
from ptman.labels import Label
from ptman.models.choices import Gender, IdType
from ptman.rules import identifiers, text
from ptman.rules.reading import Read, bad, good

CHECKED = {IdType.RESIDENT_ID, IdType.RESIDENCE_PERMIT}
ID_LONGEST = 30


def plan(planner: Planner, outcome: Outcome, role: Entry | None, ref: str) -> str:
    """The person of a student or supervisor; returns the id or the ref of the new one."""
    values = given(outcome.line, "person")
    outcome.title = str(values.get("name", ""))
    _identify(planner, outcome, values)
    entry = planner.known.person_of(role) if role is not None else _by_identity(planner, outcome, values)
    if entry is None:
        _watch_for_twins(planner, outcome, values)
    if entry is None or entry["name"] != values.get("name"):
        values |= spelt(str(values.get("name", "")))
    person = planner.put(outcome, "person", entry, values, f"person:{ref}")
    if entry is not None and "name" in _taken(outcome, person):
        outcome.doubtful = True
        outcome.note(
            f"记录中这个号码属于“{entry['name']}”，表中为“{values['name']}”；核对后再勾选。",
            f"The number belongs to “{entry['name']}”, the workbook says “{values['name']}”; look before taking it.",
        )
    return person


def _taken(outcome: Outcome, ref: str) -> set[str]:
    """The fields of a record that the row as a whole would change."""
    return {key for step in outcome.steps if step.ref == ref for key in step.values}


def spelt(name: str) -> dict[str, str]:
    """How a name is found by pinyin."""
    from ptman.rules import pinyin

    return {"name_pinyin": pinyin.full(name), "initials": pinyin.initials(name)} if name else {}


def _identify(planner: Planner, outcome: Outcome, values: dict[str, Any]) -> None:
    """Read the identity number by its kind, and hold birth date and gender against it."""
    said = values.pop("id_number", None)
    if said is None:
        values.pop("id_type", None)
        return
    kind = values.setdefault("id_type", IdType.RESIDENT_ID)
    reading = _number(kind, said, planner.today)
    if reading.fault is not None:
        expected = reading.fault.expected
        planner.complain(
            outcome, "person.id_number", reading.fault.code, Label(f"应为{expected.zh}。", f"Expected {expected.en}.")
        )
        return
    number = values["id_number"] = reading.must()
    outcome.notes += [Label(f"身份证号：{note.label.zh}", f"ID no.: {note.label.en}") for note in reading.notes]
    if not planner.first_time(outcome, "person.id_number", number) or kind is not IdType.RESIDENT_ID:
        return
    _compare(planner, outcome, values, number)


def _number(kind: IdType, said: str, today: date) -> Read[str]:
    if kind in CHECKED:
        return identifiers.resident_id(said, today)
    plain = text.compact(said).must().upper()
    if plain.isalnum() and len(plain) <= ID_LONGEST:
        return good(plain)
    return bad("id-shape", "字母和数字组成的证件号码", "letters and digits")


def _compare(planner: Planner, outcome: Outcome, values: dict[str, Any], number: str) -> None:
    born = identifiers.resident_id_birth_date(number)
    gender = Gender(identifiers.resident_id_gender(number))
    if values.setdefault("birth_date", born) != born:
        # A year and month alone are read as the first day: they agree where year and month do.
        if (values["birth_date"].year, values["birth_date"].month) == (born and (born.year, born.month)):
            values["birth_date"] = born
        else:
            planner.complain(
                outcome, "person.birth_date", "birth-differs", Label("与身份证号不符。", "Differs from the ID number.")
            )
    if values.setdefault("gender", gender) not in (gender, Gender.UNSPECIFIED):
        planner.complain(
            outcome, "person.gender", "gender-differs", Label("与身份证号不符。", "Differs from the ID number.")
        )


def _by_identity(planner: Planner, outcome: Outcome, values: Mapping[str, Any]) -> Entry | None:
    """Somebody the office knows in another role."""
    number = values.get("id_number")
    found = planner.known.one("person", "id_number", number) if number else None
    if found is not None and found["id_type"] is values["id_type"]:
        outcome.note(f"与已有人员“{found['name']}”是同一人", f"The same person as “{found['name']}”")
        return found
    return None


def _watch_for_twins(planner: Planner, outcome: Outcome, values: Mapping[str, Any]) -> None:
    """A new person who bears a known name: the same where birth date or mobile agree too."""
    if outcome.line.row in planner.decided:
        return
    for other in planner.known.where("person", "name", values.get("name", "")):
        agrees = [key for key in ("birth_date", "mobile") if values.get(key) and other[key] == values[key]]
        if agrees:
            outcome.doubtful = True
            outcome.note("可能与已有的同名人员重复", "Perhaps the same as somebody of this name")
        else:
            outcome.note("已有同名人员", "There is somebody else of this name")
        return
