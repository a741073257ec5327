"""The changes of a placement in the inspector: what was asked, who agreed on which day, what came of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ptman.labels import Choice, Label, same
from ptman.register.cards import Card
from ui.aspects.bases import change_deeds
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces import items as lines
from ui.pieces.items import Item, Items
from ui.pieces.section import Section
from ui.registers import related

NONE = Label("没有变更。", "No changes.")
_SAID = (
    ("supervisor_agreed", "supervisor_on", Label("导师", "supervisor")),
    ("host_agreed", "host_on", Label("原单位", "host")),
    ("new_host_agreed", "new_host_on", Label("新单位", "new host")),
    ("office_agreed", "office_on", Label("办公室", "office")),
)
_TONES = {"asked": Tone.SOON, "approved": Tone.SOON, "done": Tone.QUIET}


def read(desk: Desk, placement: str) -> tuple[Card, ...]:
    """On the worker."""
    return related.pointing(desk, "placement_change", "placement_id", placement)


@dataclass(frozen=True, slots=True)
class Asking:
    """How a change is asked for, and why nothing may be changed."""

    run: Callable[[], object]
    locked: Label | None


def section(found: Sequence[Card], go: Callable[[str, str], object], ask: Asking) -> Section:
    """One is asked for below, unless one is under way."""
    begun = any(str(one.values["status"]) in {"asked", "approved"} for one in found)
    off = ask.locked or (change_deeds.UNDER_WAY if begun else None)
    asking = lines.adding(Label("登记变更…", "Ask for a change…"), ask.run, off)
    items = [
        Item(
            _what(one), _how(one), partial(go, one.noun, one.id), tone=_TONES.get(str(one.values["status"]), Tone.QUIET)
        )
        for one in found
    ]
    return Section("placements/changes", Label("变更", "Changes"), Items(items, NONE, [asking]))


def _what(one: Card) -> Label:
    return _label(one, "kind").plus(same(f"{one.values['effective_on']}"), " · ")


def _how(one: Card) -> Label:
    """Where it stands, and who has agreed on which day."""
    said = _label(one, "status")
    for agreed in _agreed(one):
        said = said.plus(agreed, " · ")
    return said


def _agreed(one: Card) -> Iterator[Label]:
    for flag, day, who in _SAID:
        if one.values[flag]:
            on = one.values[day]
            yield who.plus(same(f"{on:%m-%d}" if isinstance(on, date) else "✓"), " ")


def _label(one: Card, key: str) -> Label:
    value = one.values[key]
    return value.label if isinstance(value, Choice) else same("")
