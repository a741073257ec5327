"""Which value a name means at one place of a template: of the entry being repeated first, then of the letter."""

from collections.abc import Mapping
from dataclasses import dataclass

from ptman.labels import Label
from ptman.letters import blanks, value_words
from ptman.letters.blanks import Blank, BlankKind
from ptman.letters.value_words import Row, Value


@dataclass(frozen=True, slots=True)
class Layer:
    """The blanks of the letter, or of one entry of a list, with their values; `who` names the entry."""

    blanks: tuple[Blank, ...]
    values: Mapping[str, Value]
    who: str = ""


def entry(of: Blank, row: Row | str, number: int) -> Layer:
    """The layer of one entry of a list."""
    values: dict[str, Value] = {blanks.NUMBER.key: number}
    if isinstance(row, str):
        return Layer((*of.of, *blanks.IN_EACH), {**values, blanks.ITEM.key: row}, row)
    values |= row
    return Layer((*of.of, *blanks.IN_EACH), values, str(row.get("name") or ""))


def look(name: str, layers: tuple[Layer, ...]) -> tuple[Blank, Value, str] | None:
    """The blank of this name in the innermost layer that has it, its value and whose it is."""
    for layer in reversed(layers):
        found = blanks.find(name, layer.blanks)
        if found:
            return found, layer.values.get(found.key), layer.who
    return None


def known(layers: tuple[Layer, ...]) -> tuple[Blank, ...]:
    return tuple(one for layer in layers for one in layer.blanks)


def implied(values: Mapping[str, Value]) -> tuple[Blank, ...]:
    """Blanks for values that nobody declared, each named by its key."""
    return tuple(_implied(key, value) for key, value in values.items())


def _implied(key: str, value: Value) -> Blank:
    kind = value_words.kind(value)
    rows = value if isinstance(value, tuple) and kind is BlankKind.LIST else ()
    of: dict[str, Value] = {}
    for row in rows:
        of |= row if isinstance(row, Mapping) else {}
    return Blank(key, Label(key, key), kind, of=implied(of))
