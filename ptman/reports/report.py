"""A printed page as plain values: a head, then blocks; every text is text, never markup."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ptman.labels import Lang


class Format(StrEnum):
    """How the paper lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the first or the second level."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `lead` is set in bold before it, `indent` sets the first line in by two characters."""

    text: str
    lead: str = ""
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Points:
    """Lines with a mark each: a number, or a dot."""

    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values in a ruled grid of `across` pairs a line; `tall` names the keys of boxes to be written in."""

    pairs: tuple[tuple[str, str], ...]
    across: int = 2
    tall: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair of a grid as it is laid out; `alone` takes the whole line."""

    name: str
    value: str
    tall: bool
    alone: bool


def cells(facts: Facts) -> tuple[Cell, ...]:
    """The pairs in lines of `across`: a tall one, and one with nothing beside it, takes the line alone."""
    found: list[Cell] = []
    used = 0
    for at, (name, value) in enumerate(facts.pairs):
        following = facts.pairs[at + 1 : at + 2]
        tall = name in facts.tall
        first = used % facts.across == 0
        alone = tall or (first and (not following or following[0][0] in facts.tall))
        found.append(Cell(name, value, tall, alone))
        used = 0 if alone else used + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table with a head that repeats on each page; `widths` are shares (empty: by content), `last` is a sum."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    aligns: tuple[Align, ...] = ()
    caption: str = ""
    empty: str = ""
    last: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a bar chart: what was reached of what was aimed at; `shown` is the figure as words, `note` a word."""

    label: str
    value: float
    target: float
    shown: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Values beside their targets, each bar on the scale of its own target or, with `common`, of the largest."""

    bars: tuple[Bar, ...]
    common: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """What one side gives (`left`) and takes (`right`)."""

    label: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Sides:
    """Bars to both sides of a middle line, all on one scale; `names` stand above the two sides."""

    names: tuple[str, str]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, flush right, with room for a seal; `lines` are empty lines to be signed by hand."""

    issuer: str
    dated: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


Block = Heading | Paragraph | Points | Facts | Table | Bars | Sides | Signature | PageBreak


@dataclass(frozen=True, slots=True)
class Report:
    """One paper. `number` stands under the title, `issuer` above it; `dated` is the day the file bears.

    `trace` is printed small at the foot of the last page, so that a printed copy can be told.
    """

    title: str
    blocks: tuple[Block, ...]
    dated: date
    lang: Lang = Lang.ZH
    format: Format = Format.PORTRAIT
    issuer: str = ""
    subtitle: str = ""
    number: str = ""
    trace: str = ""
    red_head: bool = False
