"""What a record is called where another one refers to it: a person's name, a name, or a number."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.fields import Kind
from ptman.labels import Choice
from ptman.models.core import Record, nouns
from ptman.rules import measures

# Columns whose values, joined by blanks, name a record; links among them are named in turn.
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
    "pairing_hint": ("student_id", "kind"),
    "pairing_need": ("student_id",),
    "period": ("cohort_year", "name"),
    "placement": ("student_id", "base_id"),
    "preference": ("student_id", "rank"),
    "source_column": ("sender", "header"),
    "state_log": ("moved_on", "to_state"),
    "scenario": ("cohort_year", "name"),
    "scenario_comment": ("scenario_id", "words"),
    "scenario_pair": ("scenario_id", "student_id", "role"),
    "supervision": ("student_id", "role"),
}
MANY = 500  # beyond this many keys one reads the whole table


def noun_class(noun: str) -> type[Record]:
    """The class of a noun; asking for one that does not exist is a bug."""
    return nouns()[noun]


def parts(noun: str) -> tuple[str, ...]:
    cls = noun_class(noun)
    if cls.TITLE or noun in PARTS:
        return cls.TITLE or PARTS[noun]
    columns = cls.__mapper__.columns
    return next(((key,) for key in ("person_id", "name") if key in columns), cls.NATURAL_KEY)


def target(noun: type[Record], key: str) -> tuple[str, str] | None:
    """The noun and the column that a link column holds values of."""
    for reference in noun.__mapper__.columns[key].foreign_keys:
        return reference.column.table.name, reference.column.name
    return None


def shown(session: Session, noun: str, keys: Collection[str] | None = None, by: str = "id") -> dict[str, str]:
    """The title of each record (all, or those whose column `by` is among `keys`)."""
    cls = noun_class(noun)
    columns = cls.__mapper__.columns
    named = parts(noun)
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


def one(session: Session, noun: str, key: str, by: str = "id") -> str:
    """The title of one record."""
    found = shown(session, noun, [key], by)
    if key not in found:
        raise gone(noun)
    return found[key]


def gone(noun: str) -> PtmanError:
    what = noun_class(noun).LABEL
    return PtmanError(
        "no-record",
        f"这条“{what.zh}”已不在文件中，未作任何改动。请刷新列表。",
        f"This {what.en} is no longer in the file. Nothing was changed; reload the list.",
    )
