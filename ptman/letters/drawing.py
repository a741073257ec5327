"""What one document of any family would be, pure: its words filled, its check list gone through, its facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ptman.labels import Label, Lang
from ptman.letters import paper, ready, words
from ptman.letters.families.family import Check, Family
from ptman.letters.families.gathered import Gathered
from ptman.letters.gather import answers
from ptman.letters.language import Filled
from ptman.letters.paper import PaperFacts, Text
from ptman.letters.pending import Words
from ptman.letters.value_words import Value
from ptman.letters.wish import Wish, languages


@dataclass(frozen=True, slots=True)
class Checked:
    """One line of the check list; `amiss` is empty where it holds."""

    label: Label
    amiss: Label | None
    blocks: bool


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A document as it would be issued; `refused` says why it cannot be. `used` are its words in each language."""

    gathered: Gathered
    facts: PaperFacts
    used: tuple[Words, ...]
    checks: tuple[Checked, ...]
    warnings: tuple[Label, ...]
    refused: tuple[Label, ...]

    @property
    def key(self) -> str:
        return ":".join((self.facts.wish.family, *self.facts.wish.about[:1]))

    @property
    def family(self) -> Family:
        return self.facts.wish.what


def draw(
    gathered: Gathered, wish: Wish, doc_no: str, today: date, own: Mapping[Lang, Words] | None = None
) -> PaperDraft:
    """The whole document, with what is amiss; nothing is raised."""
    parts, used, faults = [], [], list(answers.faults(wish))
    for lang in languages(wish.language):
        values = values_of(gathered, wish, doc_no, today, lang)
        used.append((own or {}).get(lang) or words.shipped(wish.family, lang))
        filled = words.fill(used[-1], values)
        faults += words.refusals(used[-1], filled)
        parts.append(_text(gathered, values, filled, lang))
    facts = PaperFacts(wish, doc_no, today, tuple(parts), wish.looks.value)
    checks = tuple(_checks(gathered, wish))
    refused = (*_amiss(checks, blocking=True), *dict.fromkeys(faults), *_unset(facts))
    return PaperDraft(
        gathered, facts, tuple(used), checks, (*_amiss(checks, blocking=False), *_borrowed(facts)), refused
    )


def values_of(gathered: Gathered, wish: Wish, doc_no: str, today: date, lang: Lang) -> dict[str, Value]:
    """What every blank of the document holds in a language."""
    own = gathered.office
    return {
        "issuer": own.issuer.text(lang),
        "contact": own.person.text(lang),
        "phone": own.phone,
        "email": own.email,
        "dated": today,
        "doc_no": doc_no,
        **gathered.values[lang],
        **answers.values(wish, lang),
    }


def _text(gathered: Gathered, values: Mapping[str, Value], filled: Filled, lang: Lang) -> Text:
    frozen = {key: paper.freeze(value) for key, value in values.items()}
    title = " ".join(filled.section("title")) if lang is Lang.EN else "".join(filled.section("title"))
    sections = tuple((key, part) for key, part in filled.sections if key and key != "title")
    return Text(lang, gathered.office.issuer.text(lang), gathered.addressee.text(lang), title, sections, frozen)


def _checks(gathered: Gathered, wish: Wish) -> Iterator[Checked]:
    for check in wish.what.checks:
        yield Checked(check.label, _found(check, gathered, wish), check.blocks)


def _found(check: Check, gathered: Gathered, wish: Wish) -> Label | None:
    if check.key == "contact":
        return None if gathered.office.phone else Label("未设 office.phone", "office.phone is not set")
    if check.key == "english" and wish.language == Lang.ZH.value:
        return None
    return gathered.failing.get(check.key)


def _amiss(checks: tuple[Checked, ...], *, blocking: bool) -> tuple[Label, ...]:
    return tuple(one.amiss for one in checks if one.amiss is not None and one.blocks is blocking)


def _unset(facts: PaperFacts) -> Iterator[Label]:
    """What no page can be set of: no title, no addressee, a character that no font has."""
    for part in facts.parts:
        if not part.title:
            yield Label("标题为空", "the title is empty")
        if not part.addressee:
            yield Label("主送为空", "the addressee is empty")
    lacking = [f"{char} (U+{ord(char):04X})" for char in ready.missing(facts)]
    if lacking:
        yield Label(f"字体缺字：{'、'.join(lacking)}", f"no font has {', '.join(lacking)}")


def _borrowed(facts: PaperFacts) -> Iterator[Label]:
    if borrowed := ready.borrowed(facts):
        yield Label(f"用后备字体：{''.join(borrowed)}", f"set in a fallback font: {''.join(borrowed)}")
