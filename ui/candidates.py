"""What the links of a form may point to: loaded once by the worker, searched in memory while one types."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ptman.fields import Field, Kind
from ptman.register import lookup
from ui.desk import Desk

SHOWN = 20
_EVERY = 1_000_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """One record that a link may name: the value of the link, its title, and what it is found by."""

    key: str
    title: str
    find: tuple[str, ...]


Candidates = Mapping[str, tuple[Candidate, ...]]
"""By noun, in the order of their titles."""


def load(desk: Desk, fields: Iterable[Field]) -> Candidates:
    """Every record that the links among `fields` may name; it takes time, so call it in a job."""
    nouns = sorted({field.link for field in fields if field.kind is Kind.LINK and field.link})
    return {noun: tuple(_candidate(*pair) for pair in desk.read(lookup.links, noun, "", _EVERY)) for noun in nouns}


def found(candidates: Candidates, noun: str, text: str) -> Sequence[tuple[str, str]]:
    """The values and titles that hold every word of `text`, best first."""
    words = text.casefold().split()
    hits = [one for one in candidates.get(noun, ()) if _holds(one, words)]
    hits.sort(key=lambda one: lookup.rank(text, one.find))
    return [(one.key, one.title) for one in hits[:SHOWN]]


def title(candidates: Candidates, noun: str, key: str) -> str | None:
    """What a record is called; None where there is no such record."""
    return next((one.title for one in candidates.get(noun, ()) if one.key == key), None)


def _candidate(key: str, title: str) -> Candidate:
    if title.isascii():
        return Candidate(key, title, (title.casefold(),))
    return Candidate(key, title, (title.casefold(), lookup.sounded(title).casefold(), lookup.initialled(title)))


def _holds(one: Candidate, words: Sequence[str]) -> bool:
    whole = " ".join(one.find)
    return all(word in whole for word in words)
