"""What a document of any family states, frozen: its values, its words in each language, and what it was made of."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ptman.labels import Lang
from ptman.letters import freezing
from ptman.letters.value_words import Value
from ptman.letters.wish import Wish
from ptman.rules import text as texts
from ptman.rules.months import Duration, Segment

FORM = "paper-1"
SPAN = "/"
Frozen = str | int | None | tuple["Frozen", ...] | Mapping[str, "Frozen"]


@dataclass(frozen=True, slots=True)
class Text:
    """The words in one language; `sections` by key, `values` as frozen, by the key of their blank."""

    lang: Lang
    issuer: str
    addressee: str
    title: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    values: Mapping[str, Frozen]

    def section(self, key: str) -> tuple[str, ...]:
        return tuple(one for name, part in self.sections if name == key for one in part)

    def said(self, key: str) -> str:
        """A value that is one text; empty where there is none."""
        value = self.values.get(key)
        return value if isinstance(value, str) else "" if value is None else str(value)

    def rows(self, key: str) -> tuple[Mapping[str, Frozen], ...]:
        """The entries of a list."""
        value = self.values.get(key)
        return tuple(row for row in value if isinstance(row, Mapping)) if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """One document: what was wished for, its number and day, and its text in each language."""

    wish: Wish
    doc_no: str
    dated: dt.date
    parts: tuple[Text, ...]
    layout: str

    @property
    def title(self) -> str:
        return self.parts[0].title

    @property
    def host(self) -> str:
        """Whom it is for, as the register names them."""
        return self.parts[0].addressee

    @property
    def rows(self) -> tuple[Mapping[str, Frozen], ...]:
        """Its students."""
        return self.parts[0].rows("students")

    def to_json(self) -> str:
        """The canonical text: sorted keys, no blanks, ISO dates; equal facts give equal text."""
        return freezing.text(FORM, asdict(self))

    def sha256(self) -> str:
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text that may be printed, with what it belongs to."""
        yield "doc_no", self.doc_no
        for part in self.parts:
            yield from (("issuer", part.issuer), ("addressee", part.addressee), ("title", part.title))
            yield from ((key, said) for key, paragraphs in part.sections for said in paragraphs)
            yield from ((key, said) for key, value in part.values.items() for said in _texts(value))


def freeze(value: Value) -> Frozen:
    """A value as JSON can hold it: days in ISO, a stretch as two of them, texts freed of what no page shows."""
    if isinstance(value, str):
        return texts.clean(value).must()
    if isinstance(value, Duration | Segment | dt.date):
        return _iso(value)
    if isinstance(value, Mapping):
        return {key: freeze(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(freeze(one) for one in value)  # type: ignore[arg-type]  # entries are rows or texts
    return value


def _iso(value: Duration | Segment | dt.date) -> str:
    """A length as ISO 8601 has it: P6M3D."""
    if isinstance(value, Duration):
        return f"P{value.months}M{value.days}D"
    if isinstance(value, Segment):
        return f"{value.start.isoformat()}{SPAN}{value.end.isoformat()}"
    return value.isoformat()


def from_json(text: str) -> PaperFacts:
    """The facts frozen in `text`; PtmanError `letter-facts-damaged` unless `to_json` wrote exactly this."""
    return freezing.read(text, _thawed)


def _thawed(body: dict[str, Any]) -> PaperFacts:  # Any: JSON, judged by what comes of it
    given = dict(body)
    wish = given["wish"]
    given["wish"] = Wish(**{**wish, "about": tuple(wish["about"]), "given": tuple(map(tuple, wish["given"]))})
    given["dated"] = dt.date.fromisoformat(given["dated"])
    given["parts"] = tuple(_part(part) for part in given["parts"])
    return PaperFacts(**given)


def _part(body: dict[str, Any]) -> Text:  # Any: JSON, judged by what comes of it
    sections = tuple((key, tuple(paragraphs)) for key, paragraphs in body["sections"])
    values = {key: _tuples(value) for key, value in body["values"].items()}
    return Text(**{**body, "lang": Lang(body["lang"]), "sections": sections, "values": values})


def _tuples(value: Any) -> Any:  # noqa: ANN401 JSON, judged by what comes of it
    if isinstance(value, list):
        return tuple(_tuples(one) for one in value)
    return {key: _tuples(one) for key, one in value.items()} if isinstance(value, dict) else value


def _texts(value: Frozen) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
