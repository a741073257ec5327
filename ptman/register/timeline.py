"""A student's supervisors and placements over time, and what happened to a record, from the journal."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import values
from ptman.fields import Field
from ptman.labels import Label, same
from ptman.models import Change, Placement, Supervision
from ptman.models.core import nouns
from ptman.models.placements import NEVER
from ptman.register import cards, names, staleness, words

PRACTICE = Label("专业实践", "Placement")
RETIRED = Field("retired_on", Label("停用日期", "Retired on"))


@dataclass(frozen=True, slots=True)
class Span:
    """Something dated in a student's time: `what` it is, `who` or where; no end means until further notice."""

    noun: str
    id: str
    what: Label
    who: str
    starts_on: date
    ends_on: date | None
    origin: Label
    reason: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One value, old → new, as shown; guarded values with their middle hidden."""

    label: Label
    old: Label
    new: Label


@dataclass(frozen=True, slots=True)
class Past:
    """One change set as far as it concerns one record; `at` is UTC."""

    number: int
    at: datetime
    who: str
    sentence: Label
    turns: tuple[Turn, ...]


def timeline(session: Session, student: str) -> tuple[Span, ...]:
    """Supervisions, ended ones too, and placements that were not cancelled, by their start."""
    academics, industries, bases = names.academics(session), names.industries(session), names.bases(session)
    spans = []
    for one in session.scalars(select(Supervision).where(Supervision.student_id == student)):
        guide = academics.get(one.academic_supervisor_id or "") or industries.get(one.industry_supervisor_id or "")
        who = guide.name if guide else ""
        spans.append(
            Span(
                "supervision",
                one.id,
                one.role.label,
                who,
                one.starts_on,
                one.ends_on,
                one.origin.label,
                one.reason or "",
            )
        )
    kept = Placement.status.not_in(NEVER)
    for stay in session.scalars(select(Placement).where(Placement.student_id == student, kept)):
        base = bases[stay.base_id].name
        spans.append(
            Span(
                "placement", stay.id, PRACTICE, base, stay.starts_on, stay.ends_on, stay.origin.label, stay.reason or ""
            )
        )
    return tuple(sorted(spans, key=lambda span: (span.starts_on, span.what.zh, span.id)))


def changes_of(session: Session, noun: str, id: str) -> tuple[Past, ...]:  # noqa: A002 a record's id is called id everywhere
    """Everything that was written to the record (and to a role's person), newest first."""
    record, person = cards.load(session, noun, id)
    fields = {field.key: field for field in cards.describe(noun)} | {"retired_on": RETIRED}
    found: dict[int, Past] = {}
    for change, head in staleness.steps_of(session, record, person):
        turns = _turns(session, noun, fields, change)
        known = found.get(head.number)
        sentence = Label(head.sentence_zh, head.sentence_en)
        found[head.number] = Past(head.number, head.at, head.who, sentence, (*turns, *(known.turns if known else ())))
    return tuple(found.values())


def _turns(session: Session, noun: str, fields: dict[str, Field], change: Change) -> tuple[Turn, ...]:
    before, after = change.before or {}, change.after or {}
    prefix = staleness.key_of(change, noun)
    found = []
    for key in dict.fromkeys((*before, *after)):
        field = fields.get(prefix + key) or fields.get(key if key == RETIRED.key else "")
        if field is None or before.get(key) == after.get(key):
            continue
        old, new = (_said(session, noun, field, change, values_.get(key)) for values_ in (before, after))
        found.append(Turn(field.label, old, new))
    return tuple(found)


def _said(session: Session, noun: str, field: Field, change: Change, stored: Any) -> Label:  # noqa: ANN401 JSON is what the column says it is
    if stored is None:
        return same("")
    key = field.key.removeprefix(cards.OF_PERSON)
    value = values.decode(nouns()[change.noun].__mapper__.columns[key], stored)
    return words.discreet(field, words.label(session, noun, field, value))
