"""Reads what a form or a command line brought for a field: a text or a value, or what was expected instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Column, String, select
from sqlalchemy.orm import Session

from ptman.fields import MEASURED, Field, Kind
from ptman.labels import Label
from ptman.listing import Load, Value
from ptman.models import Person
from ptman.models.choices import IdType
from ptman.models.core import Record
from ptman.register import cards, titles
from ptman.register.faults import MISSING
from ptman.rules import checks, measures, text

RESIDENT = {None, IdType.RESIDENT_ID, IdType.RESIDENCE_PERMIT}
Given = Mapping[str, Value]


@dataclass(slots=True)
class Answers:
    """The values that could be read, and for each other field what was expected."""

    values: dict[str, Value] = field(default_factory=dict)
    faults: dict[str, Label] = field(default_factory=dict)


def fault(one: Field, raw: Value, today: date) -> Label | None:
    """What is wrong with one value by itself, as a form asks while one types; links are looked up elsewhere."""
    if blank(raw):
        return MISSING if one.required else None
    if one.kind is Kind.LINK or one.rule == "id_number":
        return None
    answer = checks.read(one, _said(one, raw), today)
    return answer.fault.expected if answer.fault else None


def read(session: Session, noun: str, given: Given, before: Given, today: date) -> Answers:
    """Every given value; `before` are the record's values today, empty for a new one."""
    answers = Answers()
    fields = {one.key: one for one in cards.describe(noun)}
    for key in sorted(given, key=lambda key: fields[key].rule == "id_number"):
        _answer(session, noun, fields[key], given[key], answers)
        if key in answers.faults or blank(given[key]) or fields[key].kind is Kind.LINK:
            continue
        kind = answers.values.get(_type_key(key), before.get(_type_key(key)))
        _judge(fields[key], _said(fields[key], given[key]), kind, answers, today)
        _measure(noun, key, answers)
    return answers


def blank(raw: Value) -> bool:
    return raw is None or (isinstance(raw, str) and not raw.strip())


def column(noun: str, key: str) -> Column[object]:
    owner = Person if key.startswith(cards.OF_PERSON) else titles.noun_class(noun)
    return owner.__mapper__.columns[key.removeprefix(cards.OF_PERSON)]


def _answer(session: Session, noun: str, one: Field, raw: Value, answers: Answers) -> None:
    """Blanks and links, which need no reading."""
    if blank(raw):
        at = column(noun, one.key)
        if one.kind is Kind.FLAG:
            answers.values[one.key] = False
        elif not at.nullable:
            answers.faults[one.key] = MISSING
        else:
            answers.values[one.key] = None
    elif one.kind is Kind.LINK:
        found = link(session, titles.noun_class(noun), one.key, str(raw).strip())
        if isinstance(found, Label):
            answers.faults[one.key] = found
        else:
            answers.values[one.key] = found


def _type_key(key: str) -> str:
    return key.replace("id_number", "id_type")


def _judge(one: Field, raw: checks.Raw, id_type: Value, answers: Answers, today: date) -> None:
    """By the field's own rule; only resident IDs have a resident ID's check digit."""
    if one.rule == "id_number" and id_type not in RESIDENT:
        answer = text.compact(str(raw))
    else:
        answer = checks.read(one, raw, today)
    if answer.fault is not None:
        answers.faults[one.key] = answer.fault.expected
        return
    answers.values[one.key] = answer.value
    if one.rule == "id_number" and id_type is None:
        answers.values[_type_key(one.key)] = IdType.RESIDENT_ID


def _measure(noun: str, key: str, answers: Answers) -> None:
    kind, value = column(noun, key).type, answers.values.get(key)
    if isinstance(kind, String) and kind.length and isinstance(value, str) and len(value) > kind.length:
        del answers.values[key]
        answers.faults[key] = Label(f"最多 {kind.length} 个字符", f"at most {kind.length} characters")


def _said(one: Field, value: Value) -> checks.Raw:
    """A stored amount or time, as code hands it on, as the text it is read from."""
    if one.kind in MEASURED and not isinstance(value, str):
        return measures.said(one.kind, value)
    if isinstance(value, Load | Label | measures.Measure) or value is None:
        raise TypeError(f"{value!r} is shown, never read")
    return value


def link(session: Session, cls: type[Record], key: str, said: str) -> str | Label:
    """What a link column holds for an id, a code, a natural key or an unmistakable name; else what was expected."""
    noun, by = titles.target(cls, key) or ("", "")
    towards = titles.noun_class(noun)
    columns = towards.__mapper__.columns
    number = columns[towards.NATURAL_KEY[0]] if len(towards.NATURAL_KEY) == 1 else columns["id"]
    names = [columns["name"]] if "name" in columns else []
    for at in (columns[by], columns["id"], number, *names):
        found = session.scalars(select(columns[by]).where(at == said).limit(2)).all()
        if len(found) == 1:
            return str(found[0])
    what = towards.LABEL
    return Label(f"登记过的一个{what.zh}", f"one {what.en.lower()} on the register")
