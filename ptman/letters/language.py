"""The office's own template language, pure: words with blanks become paragraphs, and every fault is named."""

from collections.abc import Mapping
from dataclasses import dataclass

from ptman.labels import Lang
from ptman.letters import blanks as declared
from ptman.letters import filling, scopes, syntax, word_checks
from ptman.letters.blanks import Vocabulary
from ptman.letters.syntax import Written
from ptman.letters.value_words import Value
from ptman.letters.word_faults import Fault


@dataclass(frozen=True, slots=True)
class Template:
    """The words of a letter as read; `faults` are those of the writing itself, whatever fills it."""

    source: str
    written: tuple[Written, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """Paragraphs by section (key, paragraphs), in the order written; with faults that block it is no letter."""

    sections: tuple[tuple[str, tuple[str, ...]], ...]
    faults: tuple[Fault, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(paragraph for _, part in self.sections for paragraph in part)

    @property
    def blocked(self) -> bool:
        return any(fault.blocks for fault in self.faults)

    def section(self, key: str) -> tuple[str, ...]:
        """The paragraphs of one section; none where it is not written."""
        return tuple(paragraph for name, part in self.sections if name == key for paragraph in part)


def parse(source: str) -> Template:
    """Read the words; never raises, takes time and depth bounded by the length of the text."""
    reader = syntax.Reader(source)
    written = reader.sections()
    return Template(source, written, tuple(reader.faults))


def check(template: Template, vocabulary: Vocabulary) -> tuple[Fault, ...]:
    """All that can be known without a student: faults of writing, unknown blanks and sections, unfit forms."""
    return _ordered((*template.faults, *word_checks.faults(template.source, template.written, vocabulary)))


def fill(template: Template, values: Mapping[str, Value], lang: Lang, vocabulary: Vocabulary | None = None) -> Filled:
    """The paragraphs with every blank filled, `values` by key; each non-empty line is one paragraph.

    Values stand as they are and are never read as template. Without a vocabulary the keys of `values` are the names.
    """
    named = vocabulary or Vocabulary(scopes.implied(values))
    work = filling.Filling(template.source, values, lang, named.blanks)
    sections = []
    for part in template.written:
        known = declared.section(part.heading, named.sections)
        sections.append((known.key if known else part.heading, work.paragraphs(part.body)))
    places = {key: part.place for (key, _), part in zip(sections, template.written, strict=True)}
    work.faults += word_checks.amounts(template.source, named.sections, dict(sections), places)
    met = {(fault.code, fault.start) for fault in work.faults}
    unmet = [fault for fault in check(template, named) if (fault.code, fault.start) not in met]
    return Filled(tuple(sections), _ordered((*unmet, *work.faults)))


def _ordered(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """By place, each once."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda one: (one.start, one.end, one.sentence.zh)))
