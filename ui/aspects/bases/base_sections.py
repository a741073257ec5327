"""The work with a base in the inspector: visits, checks and evaluations with how they stand, and the plaque."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from ptman.aspects.bases import base_work
from ptman.labels import Choice, Label, same
from ptman.listing import Value
from ptman.register import cards
from ptman.register.cards import Card
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces.items import Item, Items
from ui.pieces.section import Section

NONE = Label("还没有考察、检查和评估。", "No visit, check or evaluation yet.")
MOST = 8
_DAYS = {"site_visit": "visited_on", "compliance_check": "checked_on", "base_evaluation": "period_to"}
_SAID = {
    "site_visit": ("conclusion",),
    "compliance_check": ("next_on",),
    "base_evaluation": ("status", "grade", "conclusion", "valid_to"),
}
_PLANNED = Label("待填结论", "conclusion to come")
_LEADS = {"next_on": Label("下次", "next"), "valid_to": Label("至", "until")}

Go = Callable[[str, str], object]


def read(desk: Desk, base: str) -> tuple[Card, ...]:
    """On the worker: the newest sheets of each kind."""
    found = desk.read(base_work.sheets, base)
    kept = [pair for noun in _DAYS for pair in [one for one in found if one[0] == noun][:MOST]]
    return tuple(desk.read(cards.card, *pair) for pair in kept)


def sections(base: Card, found: Sequence[Card], go: Go) -> Sequence[Section]:
    work = [Item(_what(one), _how(one), partial(go, one.noun, one.id), tone=_tone(one)) for one in found]
    plaque = Item(Label("铭牌", "Plaque"), _plaque(base), partial(go, base.noun, base.id))
    return (
        Section(
            "bases/work",
            Label("考察、检查、评估、铭牌", "Visits, checks, grade, plaque"),
            Items([*work, plaque], NONE),
        ),
    )


def _what(one: Card) -> Label:
    kind = one.values.get("kind")
    name = kind.label if isinstance(kind, Choice) else Label("实地考察", "Site visit")
    return name.plus(same(f"{one.values[_DAYS[one.noun]]}"), " · ")


def _how(one: Card) -> Label:
    if one.noun == "site_visit" and one.values["conclusion"] is None:
        return _PLANNED
    said = [label for key in _SAID[one.noun] if (label := _label(key, one.values[key])) is not None]
    whole = said[0] if said else Label("—", "—")
    for more in said[1:]:
        whole = whole.plus(more, " · ")
    return whole


def _label(key: str, value: Value) -> Label | None:
    if isinstance(value, Choice):
        return value.label
    return _LEADS[key].plus(same(value.isoformat()), " ") if isinstance(value, date) else None


def _tone(one: Card) -> Tone:
    waits = one.noun == "site_visit" and one.values["conclusion"] is None
    return Tone.SOON if waits or str(one.values.get("status")) in {"scoring", "proposed"} else Tone.QUIET


def _plaque(base: Card) -> Label:
    given, back = base.values["plaque_on"], base.values["plaque_back_on"]
    if not isinstance(given, date):
        return Label("未挂牌", "none")
    if isinstance(back, date):
        return Label("已收回", "taken back").plus(same(back.isoformat()), " ")
    number = f"{base.values['plaque_no']} · " if base.values["plaque_no"] else ""
    return Label("已挂牌", "given").plus(same(f"{number}{given.isoformat()}"), " ")
