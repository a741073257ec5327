"""Rows of a draft that would make somebody a second time: who it may be, why, and both side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ptman.drafts import Difference
from ptman.intake.departed import PERSONS
from ptman.intake.known import Entry, folded
from ptman.intake.outcome import NEW, Outcome, Step, Twin
from ptman.intake.planning import NUMBERS, Planner
from ptman.labels import Label
from ptman.rules import likeness

SAME_BIRTH = Label("出生日期相同", "same birth date")
SAME_MOBILE = Label("手机相同", "same mobile")
NEAR_ID = Label("证件号码只差一位", "ID numbers one sign apart")
NEAR_NUMBER = Label("编号只差一位", "numbers one sign apart")
SAME_UNIT = Label("工作单位相同", "same organisation")
OTHER_SPELLING = Label("姓名读音相同，", "names that sound alike,")
SAME_NAME = Label("姓名相同，", "same name,")


@dataclass(frozen=True, slots=True)
class _New:
    """Somebody whom a row would make: the person's values and the role's."""

    person: Step
    role: Step


def watch(book: str, planner: Planner, outcomes: Iterable[Outcome]) -> None:
    """Mark the rows of new persons who may be on file already, unless that was decided or the file has both."""
    noun = PERSONS.get(book)
    if noun is None:
        return
    listed = list(outcomes)
    here = {said.ref for outcome in listed for said in outcome.said}
    for outcome in listed:
        new = None if outcome.complaints or outcome.line.row in planner.decided else _new(noun, outcome)
        if new is None:
            continue
        outcome.twins += [
            twin
            for twin in _twins(noun, planner, new)
            if not (twin.id in here or twin.id in planner.standing or twin.id.startswith(NEW))
        ]
        for twin in outcome.twins:
            outcome.doubtful = True
            zh, en = twin.reason.zh, twin.reason.en
            outcome.note(f"可能就是已有的“{twin.title}”：{zh}", f"Perhaps “{twin.title}” on file: {en}")


def _new(noun: str, outcome: Outcome) -> _New | None:
    persons = [step for step in outcome.steps if step.noun == "person" and step.is_new]
    roles = [step for step in outcome.steps if step.noun == noun and step.is_new]
    return _New(persons[0], roles[0]) if persons and roles else None


def _twins(noun: str, planner: Planner, new: _New) -> Iterator[Twin]:
    known, values = planner.known, new.person.values
    alike = {one.id: one for one in known.where("person", "name", values.get("name", ""))}
    if values.get("name_pinyin"):
        alike |= {one.id: one for one in known.where("person", "name_pinyin", values["name_pinyin"])}
    for person in alike.values():
        for role in known.where(noun, "person_id", person.id):
            reason = _reason(noun, new, person, role)
            if reason is not None:
                same = folded(person["name"]) == folded(values["name"])
                said = (SAME_NAME if same else OTHER_SPELLING).plus(reason, "")
                title = f"{person['name']} {role[NUMBERS[noun]]}"
                yield Twin(noun, role.id, title, said, tuple(_sides(noun, planner, new, (person, role))))


def _reason(noun: str, new: _New, person: Entry, role: Entry) -> Label | None:
    """What agrees beside the name."""
    own, number = new.person.values, NUMBERS[noun]
    for key, label in (("birth_date", SAME_BIRTH), ("mobile", SAME_MOBILE)):
        if own.get(key) is not None and own[key] == person[key]:
            return label
    if likeness.one_sign_apart(str(own.get("id_number") or ""), str(person["id_number"] or "")):
        return NEAR_ID
    if likeness.one_sign_apart(str(new.role.values.get(number) or ""), str(role[number] or "")):
        return NEAR_NUMBER
    unit = new.role.values.get("organisation_id")
    return SAME_UNIT if unit is not None and unit == role.values.get("organisation_id") else None


def _sides(noun: str, planner: Planner, new: _New, entries: tuple[Entry, Entry]) -> Iterator[Difference]:
    """Every value of the row beside the one on file."""
    person, role = entries
    yield from planner.shown("person", person, new.person.values)
    yield from planner.shown(noun, role, {key: value for key, value in new.role.values.items() if key != "person_id"})
