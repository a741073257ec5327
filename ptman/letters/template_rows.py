"""What the office sees of its templates: which there are, in which version, and their differences."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ptman.labels import Label, Lang
from ptman.letters import language, words
from ptman.letters.families import catalogue
from ptman.letters.template_text import TemplateText
from ptman.models import LetterTemplate

SHIPPED = Label("自带", "Shipped")


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One template in its newest version; the shipped one has no id and edition 0."""

    id: str
    version: int
    text: TemplateText
    edition: int
    in_use: bool
    saved_on: date | None
    faults: int
    has_docx: bool = False
    retired: bool = False

    @property
    def name(self) -> Label:
        return Label(self.text.name, self.text.name) if self.id else SHIPPED

    @property
    def family(self) -> Label:
        return catalogue.family(self.text.family).label


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a comparison: `mark` is + for added, - for removed, blank for kept."""

    mark: str
    text: str


def of(one: LetterTemplate) -> TemplateRow:
    source = text_of(one)
    return TemplateRow(
        id=one.id,
        version=one.version,
        text=source,
        edition=one.edition,
        in_use=one.in_use,
        saved_on=one.saved_on,
        faults=_faults(source),
        has_docx=one.docx is not None,
        retired=one.retired_on is not None,
    )


def text_of(one: LetterTemplate) -> TemplateText:
    layout = (one.head.value, one.grid.value, one.signature.value)
    return TemplateText(one.family, Lang(one.language), one.name, one.source, *layout)


def shipped(family: str, lang: Lang, *, in_use: bool) -> TemplateRow:
    """The template ptman brings along, as a row among the others."""
    text = TemplateText(family, lang, "", words.shipped(family, lang).source)
    return TemplateRow("", 0, text, 0, in_use, None, 0)


def compared(old: str, new: str) -> tuple[Line, ...]:
    """Every line of both texts, as kept, removed or added."""
    lines = difflib.ndiff(old.splitlines(), new.splitlines())
    return tuple(Line(line[0], line[2:]) for line in lines if line[0] in " +-")


def newest(found: Iterable[LetterTemplate]) -> list[LetterTemplate]:
    """Of every template the newest version, in the order of first appearance."""
    kept: dict[tuple[str, str, str], LetterTemplate] = {}
    for one in found:
        key = (one.family, one.language, one.name)
        if key not in kept or kept[key].edition < one.edition:
            kept[key] = one
    return list(kept.values())


def _faults(text: TemplateText) -> int:
    return len(language.check(words.parsed(text.source), words.vocabulary(text.family)))
