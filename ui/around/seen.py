"""One record as the window shows it, read on the worker in one go."""

from dataclasses import dataclass

from ptman.register import cards
from ui import candidates
from ui.around import reading
from ui.around.reading import Around
from ui.candidates import Candidates
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Seen:
    """One record as it is shown: its card, what its links may name, what stands around it."""

    card: cards.Card
    candidates: Candidates
    around: Around


def look(desk: Desk, noun: str, key: str) -> Seen:
    """On the worker: everything an open record shows."""
    card = desk.read(cards.card, noun, key)
    return Seen(card, candidates.load(desk, card.fields), reading.read(desk, card))
