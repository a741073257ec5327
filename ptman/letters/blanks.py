"""What a family's words may name: its blanks with a sample each, and the sections its text is made of."""

from collections.abc import Iterable
from dataclasses import dataclass

from ptman.labels import Choice, Label
from ptman.rules import text as texts

_UNSAID = Label("", "")


class BlankKind(Choice):
    """What kind of value stands in a blank, hence how it can be written."""

    TEXT = "text", "文字", "text"
    NUMBER = "number", "数", "number"
    DATE = "date", "日期", "date"
    PERIOD = "period", "起止日期", "period"
    LENGTH = "length", "时长", "length of time"
    LIST = "list", "列表", "list"


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank by its key and its label in both languages; `of` are the blanks of each entry of a list."""

    key: str
    label: Label
    kind: BlankKind = BlankKind.TEXT
    sample: Label = _UNSAID
    of: tuple["Blank", ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a letter's words, opened by a line of its name in brackets: 【标题】 or [Title].

    A single one holds one paragraph; one that is not optional must be there.
    """

    key: str
    label: Label
    single: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that the words of one family may name; without sections a text is one whole."""

    blanks: tuple[Blank, ...] = ()
    sections: tuple[Section, ...] = ()


NUMBER = Blank("number", Label("序号", "number"), BlankKind.NUMBER, Label("1", "1"))
ITEM = Blank("item", Label("此项", "item"), BlankKind.TEXT)
# What the entry of a repeated part may name besides its own blanks.
IN_EACH = (NUMBER, ITEM)


def find(name: str, blanks: Iterable[Blank]) -> Blank | None:
    """The blank of this key or label; case, width and spaces do not count."""
    wanted = texts.key(name)
    return next((one for one in blanks if wanted in _names(one.key, one.label)), None)


def section(name: str, sections: Iterable[Section]) -> Section | None:
    """The section of this key or label."""
    wanted = texts.key(name)
    return next((one for one in sections if wanted in _names(one.key, one.label)), None)


def _names(key: str, label: Label) -> tuple[str, ...]:
    return texts.key(key), texts.key(label.zh), texts.key(label.en)
