"""Reads on the worker what stands around a record, and says what the window can do about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ptman import states
from ptman.labels import Label
from ptman.register import attachments, moving, parts, timeline, touching
from ptman.register.cards import Card
from ui import day
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Around:
    """One record with everything that belongs to it or touches it."""

    card: Card
    by_steps: bool
    steps: tuple[moving.Offered, ...]
    log: tuple[moving.Moved, ...]
    parts: tuple[parts.Part, ...]
    touching: touching.Touching
    files: tuple[attachments.Attached, ...]
    usage: attachments.Usage
    past: tuple[timeline.Past, ...]


@dataclass(frozen=True, slots=True)
class Doing:
    """Where dialogs stand and how records are opened and added; `told` says in the status line what went well."""

    desk: Desk
    owner: QWidget
    open: Callable[[str, str], object]
    add: Callable[[str, Mapping[str, object]], object]
    told: Callable[[Label], object]


def read(desk: Desk, card: Card) -> Around:
    """On the worker."""
    noun, key = card.noun, card.id
    return Around(
        card,
        states.of(noun) is not None,
        desk.read(moving.moves, noun, key, day.today()),
        desk.read(moving.log, noun, key),
        desk.read(parts.of, noun, key),
        desk.read(touching.touching, noun, key),
        desk.read(attachments.listed, noun, key),
        desk.read(attachments.usage),
        desk.read(timeline.changes_of, noun, key),
    )
