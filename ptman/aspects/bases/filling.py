"""The sheet of a visit, a check or an evaluation: its head and its points as they stand, all kept as one step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.listing import Value
from ptman.register import cards, edit, parts, titles
from ptman.register.cards import Card, Ref

HEADS = {
    "site_visit": ("visited_on", "visitors", "conclusion", "signed_by", "note"),
    "compliance_check": ("checked_on", "checked_by", "remark", "cure_by", "next_on"),
    "base_evaluation": ("evaluated_on", "evaluators", "conclusion", "cure_by", "remark"),
}
"""What is filled in above the points."""
LINES = {
    "site_finding": ("point", "found", "note"),
    "compliance_line": ("item", "found", "note"),
    "evaluation_indicator": ("indicator", "weight", "score", "evidence"),
}
"""What a point is called by, and what is filled in of it."""
Given = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The record and its points, in their order; `line` is the noun of a point."""

    head: Card
    base: str
    line: str
    lines: tuple[Card, ...]


def sheet(session: Session, noun: str, key: str) -> Sheet:
    head = cards.card(session, noun, key)
    (part,) = (one for one in parts.of(session, noun, key) if one.noun in LINES)
    lines = tuple(cards.card(session, part.noun, row.id) for row in part.listing.rows)
    return Sheet(head, titles.one(session, "training_base", str(head.values["base_id"])), part.noun, lines)


def keep(session: Session, ref: Ref, head: Given, lines: Mapping[Ref, Given], today: date) -> None:
    """Write what was filled in. Raises `Stale` and `Refused` as `edit.correct`, and then nothing is kept."""
    for line, values in lines.items():
        edit.correct(session, line, values, today)
    if head:
        edit.correct(session, ref, head, today)
    what, title = titles.noun_class(ref.noun).LABEL, titles.one(session, ref.noun, ref.id)
    journal.say(session, f"填写{what.zh}：{title}", f"Fill in: {what.en.lower()} {title}")
