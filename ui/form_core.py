"""What a form asks of the register: whether a text is good, what a link may name, and how faults read."""

from collections.abc import Mapping
from functools import partial

from ptman.fields import Field, Kind
from ptman.labels import Label
from ptman.register import cards, faults, reading
from ui import candidates, day
from ui.candidates import Candidates
from ui.form import Core
from ui.form_link import Link

BY_STEPS = Label("状态由“办理”一步步改变。", "Steps change the status.")
BY_PROGRAM = Label("由程序写入，不能修改。", "Written by the program; it cannot be changed.")
_TAKEN = "已用于"  # the beginning of what the register says where another record has the value


def core(known: Candidates) -> Core:
    """The questions of a form over one noun, answered without the office file."""
    return Core(check, partial(candidates.found, known))


def check(field: Field, text: str) -> Label | None:
    """What is wrong with a text by itself, as a sentence."""
    fault = reading.fault(field, text, day.today())
    return sentence(fault) if fault is not None else None


def sentence(fault: Label) -> Label:
    """What the register expected, as a sentence under a field."""
    if fault == faults.MISSING:
        return Label("必须填写。", "This is required.")
    if fault.zh.startswith(_TAKEN):
        return Label(f"{fault.zh}。", f"{fault.en[:1].upper()}{fault.en[1:]}.")
    return Label(f"应为{fault.zh}。", f"Expected {fault.en}.")


def sentences(found: Mapping[str, Label]) -> dict[str, Label]:
    return {key: sentence(fault) for key, fault in found.items()}


def values(card: cards.Card) -> dict[str, object]:
    """A card's values as a form takes them: links by their ids and titles."""
    return {field.key: _value(card, field) for field in card.fields}


def _value(card: cards.Card, field: Field) -> object:
    value = card.values[field.key]
    if field.kind is Kind.LINK and value is not None:
        return Link(str(value), card.shown.get(field.key, str(value)))
    return value


def fixed(card: cards.Card) -> dict[str, Label]:
    """What no form changes, and how it is changed."""
    whole = len(card.fixed) == len(card.fields)
    return dict.fromkeys(card.fixed, BY_PROGRAM if whole else BY_STEPS)
