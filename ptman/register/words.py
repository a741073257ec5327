"""A field's value as people read it, in both languages; links by what they are called."""

from sqlalchemy.orm import Session

from ptman.fields import Field, Kind, Sensitivity
from ptman.labels import Label, Lang, same
from ptman.listing import Value, shown
from ptman.register import cards
from ptman.rules import identifiers

NOTHING = same("")


def label(session: Session, noun: str, field: Field, value: Value) -> Label:
    """The value, whatever its kind; guarded ones whole."""
    if value is None:
        return NOTHING
    if field.kind is Kind.LINK:
        return same(cards.link_title(session, noun, field.key, str(value)))
    if field.choices is not None and isinstance(value, str):
        member = field.choices.named(value)
        return member.label if member is not None else same(value)
    return Label(shown(value, Lang.ZH), shown(value, Lang.EN))


def discreet(field: Field, said: Label) -> Label:
    """Guarded values with their middle hidden, for where many may look."""
    return same(masked(said.zh)) if field.sensitivity is Sensitivity.GUARDED else said


def masked(number: str) -> str:
    """An identity number without its birth date (domain §11)."""
    front, back = (3, 4) if len(number) > 9 else (1, 1)  # noqa: PLR2004 short passport numbers show less
    return identifiers.mask(number, front, back)
