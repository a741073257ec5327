"""Saves the values of one record, one save after the other, each on top of the version the last one made."""

from collections.abc import Mapping

from ptman.listing import Value
from ptman.register import cards, edit
from ptman.register.cards import Ref
from ui import day
from ui.desk import Desk


class Correcting:
    """Knows the record as it was opened. `save` runs on the worker, so that saves never overtake each other."""

    def __init__(self, desk: Desk, ref: Ref) -> None:
        self.desk = desk
        self.ref = ref

    def save(self, changes: Mapping[str, Value]) -> Ref:
        """Write the changes; raises what `edit.correct` raises."""
        self.desk.write(edit.correct, self.ref, changes, day.today())
        self.ref = self.desk.read(cards.card, self.ref.noun, self.ref.id).ref
        return self.ref

    def look_again(self, version: int) -> None:
        """From now on save over that version: its values have been shown."""
        self.ref = Ref(self.ref.noun, self.ref.id, version)
