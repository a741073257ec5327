"""Adds and corrects any record from what a form brings, every fault collected; retires, brings back, deletes."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from ptman import journal, states
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.listing import Value
from ptman.models import Organisation, Person, RuleParameter
from ptman.models.core import Record
from ptman.register import (
    belongings,
    bookings,
    cards,
    checking,
    parameters,
    reading,
    references,
    saving,
    staleness,
    titles,
    uniques,
)
from ptman.register.cards import OF_PERSON, ROLES, Ref
from ptman.register.faults import MISSING, Refused

Given = Mapping[str, Value]
BY_STEPS = Label("原来的状态（改变状态请用“办理”）", "the state as it was (steps change it)")


def add(session: Session, noun: str, values: Given, today: date) -> str:
    """A new record from texts or values by field key; its id. Raises `Refused` with every fault.

    A role goes to the person `person_id` where that is given, else to a new person.
    """
    _may_be_written(noun)
    cls = titles.noun_class(noun)
    known = _known_person(session, values)
    empty = _empty(noun, known)
    given = {key: value for key, value in values.items() if key != "person_id" and not _left_out(noun, key, value)}
    answers = reading.read(session, noun, given, empty, today)
    for field in cards.describe(noun):
        if field.required and empty[field.key] is None and field.key not in given:
            answers.faults[field.key] = MISSING
    after = empty | answers.values
    _judge(session, noun, after, answers, _own(None, known))
    own, persons = saving.parted(answers.values)
    if noun in ROLES:
        person = known or saving.new_person(session, persons)
        if known is not None:
            saving.put(person, saving.with_sound(persons, uniques.row(person)))
        own["person_id"] = person.id
    record = cls(**(saving.with_sound(own, {}) if cls is Person else own))
    session.add(record)
    session.flush()  # the title and the caller need the id
    _say(session, noun, record.id, Label("登记", "Add"))
    return record.id


def correct(session: Session, ref: Ref, values: Given, today: date) -> None:
    """Write the given values. Raises `Stale` where the record changed since `ref`, `Refused` with every fault."""
    _may_be_written(ref.noun)
    record, person = cards.load(session, ref.noun, ref.id)
    before = cards.values_of(record, person, cards.describe(ref.noun))
    answers = reading.read(session, ref.noun, values, before, today)
    staleness.compare(session, ref, values, answers)
    answers.values = {key: value for key, value in answers.values.items() if value != before[key]}
    answers.faults |= dict.fromkeys(states.fixed(ref.noun) & set(answers.values), BY_STEPS)
    _judge(session, ref.noun, before | answers.values, answers, _own(record, person))
    own, persons = saving.parted(answers.values)
    if isinstance(record, Organisation):
        saving.keep_former_name(session, record, own.get("name"), today)
    if isinstance(record, RuleParameter) and "value" in own:
        parameters.keep_kind(record, str(own["value"]))
    if person is not None:
        saving.put(person, saving.with_sound(persons, uniques.row(person)))
    saving.put(record, saving.with_sound(own, uniques.row(record)) if isinstance(record, Person) else own)
    session.flush()  # the title may be new
    names = cards.labels(ref.noun)
    _say(session, ref.noun, ref.id, Label("修改", "Correct"), [names[key] for key in answers.values])


def retire(session: Session, ref: Ref, today: date) -> None:
    """Take the record out of the lists; nothing that refers to it changes."""
    _set_retired(session, ref, today, Label("停用", "Retire"))


def bring_back(session: Session, ref: Ref) -> None:
    _set_retired(session, ref, None, Label("恢复", "Bring back"))


def delete(session: Session, ref: Ref) -> None:
    """Delete a record made by mistake; PtmanError `still-used` where others refer to it (retire it instead).

    Its parts, its log and what is attached go along, and the person of a role where nothing else refers to them.
    """
    _may_be_written(ref.noun)
    record, person = cards.load(session, ref.noun, ref.id)
    staleness.refuse_other_version(session, ref)
    if used := belongings.users(session, record):
        raise references.still_used(titles.one(session, ref.noun, ref.id), used)
    _say(session, ref.noun, ref.id, Label("删除", "Delete"))
    for one in (*belongings.of(session, record), record):
        session.delete(one)
    session.flush()  # so that the person is seen without this role
    if person is not None and not references.users(session, person):
        session.delete(person)


def may_delete(session: Session, noun: str, id: str) -> bool:  # noqa: A002 a record's id is called id everywhere
    """Whether nothing refers to the record, so that deleting it is worth offering."""
    record, _ = cards.load(session, noun, id)
    return not record.PERMANENT and not belongings.users(session, record)


def _set_retired(session: Session, ref: Ref, day: date | None, verb: Label) -> None:
    _may_be_written(ref.noun)
    record, _ = cards.load(session, ref.noun, ref.id)
    staleness.refuse_other_version(session, ref)
    saving.put(record, {"retired_on": day})
    _say(session, ref.noun, ref.id, verb)


def _may_be_written(noun: str) -> None:
    if not titles.noun_class(noun).BY_HAND:
        raise PtmanError(
            "not-by-hand",
            "这类记录由程序随办理自动写入，不能手工新增或修改。未作任何改动。",
            "Such records are written by the program as the work is done, never by hand. Nothing was changed.",
        )
    if titles.noun_class(noun).PERMANENT:
        raise PtmanError(
            "frozen",
            "已发出的文书不能改动。请更正后重新发文。",
            "Issued documents never change. Correct the record and issue a new one.",
        )


def _known_person(session: Session, values: Given) -> Person | None:
    """The person a role is to go to; PtmanError `no-record` where there is none of that id."""
    if reading.blank(values.get("person_id")):
        return None
    person = session.get(Person, str(values["person_id"]))
    if person is None:
        raise titles.gone("person")
    return person


def _left_out(noun: str, key: str, value: Value) -> bool:
    """A blank where the column has a default of its own."""
    return reading.blank(value) and reading.column(noun, key).default is not None


def _empty(noun: str, known: Person | None) -> dict[str, Value]:
    """The values of a record before anything is given: defaults, and of a known person what is on file."""
    found: dict[str, Value] = {"person_id": known.id} if known is not None else {}
    for field in cards.describe(noun):
        default = reading.column(noun, field.key).default
        found[field.key] = default.arg if default is not None and default.is_scalar else None  # type: ignore[attr-defined]  # scalar defaults have it
        if known is not None and field.key.startswith(OF_PERSON):
            found[field.key] = getattr(known, field.key.removeprefix(OF_PERSON))
    return found


def _own(record: Record | None, person: Person | None) -> dict[str, str]:
    """The ids that may have the same values: the rows' own."""
    return {"": record.id if record else "", OF_PERSON: person.id if person else ""}


def _judge(
    session: Session, noun: str, after: dict[str, Value], answers: reading.Answers, owners: dict[str, str]
) -> None:
    """Everything that more than one value decides; `owners` are the ids that may have them."""
    changed = set(answers.values)
    faults = checking.faults(noun, after, changed) | answers.faults
    own, persons = saving.parted(after)
    rows = [("", noun, own)] + ([(OF_PERSON, "person", persons)] if noun in ROLES else [])
    for before, what, values in rows:
        full = {"person_id": None} | values
        for key, fault in uniques.taken(session, what, full, owners[before]).items():
            faults.setdefault(before + key, fault)
    if noun == "appointment" and not {"term_start", "term_end", "status"} & set(faults):
        faults |= saving.overlap(session, after, owners[""])
    if noun == "resource_use" and not {"starts_at", "ends_at", "resource_id", "headcount"} & set(faults):
        faults |= bookings.faults(session, after, owners[""])
    if faults:
        raise Refused(faults, cards.labels(noun))


def _say(session: Session, noun: str, key: str, verb: Label, fields: list[Label] | None = None) -> None:
    what, title = titles.noun_class(noun).LABEL, titles.one(session, noun, key)
    zh = "：" + "、".join(one.zh for one in fields) if fields else ""
    en = ": " + ", ".join(one.en for one in fields) if fields else ""
    journal.say(session, f"{verb.zh}{what.zh} {title}{zh}", f"{verb.en} {what.en.lower()} {title}{en}")
