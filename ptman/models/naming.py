"""What a record is called where another one refers to it, and what a link column points to."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.fields import Kind
from ptman.labels import Choice
from ptman.models.core import Record, nouns
from ptman.rules import measures

MANY = 500  # beyond this many keys one reads the whole table

# Columns whose values, joined by blanks, name a record; links among them are named in turn. New nouns say TITLE.
PARTS = {
    "agreement": ("agreement_no", "title"),
    "agreement_party": ("name_snapshot",),
    "appointment": ("industry_supervisor_id", "term_start"),
    "base_seats": ("base_id", "period_id"),
    "degree_category": ("code", "name"),
    "degree_field": ("code", "name"),
    "imported_file": ("sender", "file_name"),
    "issued_document": ("doc_no",),
    "issued_document_step": ("document_id", "step"),
    "period": ("cohort_year", "name"),
    "placement": ("student_id", "base_id"),
    "preference": ("student_id", "rank"),
    "source_column": ("sender", "header"),
    "pairing_hint": ("student_id", "kind"),
    "pairing_need": ("student_id",),
    "scenario": ("cohort_year", "name"),
    "scenario_comment": ("scenario_id", "words"),
    "scenario_pair": ("scenario_id", "student_id", "role"),
    "state_log": ("moved_on", "to_state"),
    "supervision": ("student_id", "role"),
}


def parts(cls: type[Record]) -> tuple[str, ...]:
    """The columns that name a record of this noun."""
    noun = str(cls.__tablename__)
    if cls.TITLE or noun in PARTS:
        return cls.TITLE or PARTS[noun]
    columns = cls.__mapper__.columns
    return next(((key,) for key in ("person_id", "name") if key in columns), cls.NATURAL_KEY)


def target(cls: type[Record], key: str) -> tuple[str, str] | None:
    """The noun and the column that a link column holds values of."""
    for reference in cls.__mapper__.columns[key].foreign_keys:
        return reference.column.table.name, reference.column.name
    return None


def targets(cls: type[Record]) -> dict[str, str]:
    """By link column the noun it points to, as far as that is one of the office's records."""
    found = {key: target(cls, key) for key in cls.__mapper__.columns.keys()}  # noqa: SIM118 a collection of columns, no mapping
    return {key: towards[0] for key, towards in found.items() if towards is not None and towards[0] in nouns()}


def named_by(noun: str) -> frozenset[str]:
    """The noun, and those whose records its titles speak of."""
    cls = nouns()[noun]
    others = [towards[0] for key in parts(cls) if (towards := target(cls, key))]
    return frozenset({noun}).union(*map(named_by, others))


def shown(session: Session, noun: str, keys: Collection[str] | None = None, by: str = "id") -> dict[str, str]:
    """The title of each record (all, or those whose column `by` is among `keys`)."""
    cls = nouns()[noun]
    columns = cls.__mapper__.columns
    named = parts(cls)
    query = select(columns[by], *(columns[key] for key in named))
    if keys is not None and len(keys) <= MANY:
        query = query.where(columns[by].in_(keys))
    found = session.execute(query).all()
    links = {i: _linked(session, cls, key, {row[i] for row in found}) for i, key in enumerate(named, 1)}
    kinds = {i: columns[key].info["field"].kind for i, key in enumerate(named, 1)}
    return {
        row[0]: " ".join(_word(row[i], links[i], kinds[i]) for i in range(1, len(row)) if row[i] is not None)
        for row in found
    }


def _linked(session: Session, cls: type[Record], key: str, values: set[Any]) -> dict[str, str]:
    towards = target(cls, key)
    return shown(session, towards[0], values, towards[1]) if towards else {}


def _word(value: object, linked: dict[str, str], kind: Kind) -> str:
    text = value.label.zh if isinstance(value, Choice) else measures.said(kind, value)
    return linked.get(text, text)
