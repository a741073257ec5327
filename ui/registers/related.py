"""What belongs to a record: the records that point to it by one of their links."""

from ptman.register import cards, references, titles
from ptman.register.cards import Card
from ui.desk import Desk


def pointing(desk: Desk, noun: str, key: str, value: str) -> tuple[Card, ...]:
    """On the worker: the records of `noun` whose link `key` is `value`, those in use before the retired ones."""
    column = references.Reference(titles.noun_class(noun), key, "id")
    found = [desk.read(cards.card, noun, record.id) for record in desk.read(references.rows, column, value)]
    return tuple(sorted(found, key=lambda card: card.retired))
