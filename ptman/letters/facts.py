"""What one placement dispatch letter states, frozen: issuing stores it, and the page is set from it alone."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from ptman.letters import freezing
from ptman.rules import text as texts

FORM = "placement-1"


@dataclass(frozen=True, slots=True)
class _Clean:
    """Frees every text of what no page shows (controls, bidi marks, line ends): what is frozen is what is read."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str):
                object.__setattr__(self, field.name, texts.clean(value).must())
            elif isinstance(value, tuple) and all(isinstance(part, str) for part in value):
                object.__setattr__(self, field.name, tuple(texts.clean(part).must() for part in value))


@dataclass(frozen=True, slots=True)
class StudentLine(_Clean):
    """One student of the letter's table; an empty text is a vacancy or an unknown, and is printed as such."""

    name: str
    gender: str
    student_no: str
    field: str
    post: str
    start: date
    end: date
    academic: str = ""
    industry: str = ""


@dataclass(frozen=True, slots=True)
class Contact(_Clean):
    """Whom the host may ask."""

    person: str
    phone: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class LetterFacts(_Clean):
    """One dispatch letter (domain.md D01): who writes to which host under which number, about which students.

    `layout` is head/grid/signature as the template has them, empty where they are the usual ones.
    """

    issuer: str
    doc_no: str
    host: str
    title: str
    start: date
    end: date
    rows: tuple[StudentLine, ...]
    opening: str
    requests: tuple[str, ...]
    closing: str
    contact: Contact
    dated: date
    remarks: str = ""
    reply_by: date | None = None
    layout: str = ""

    def to_json(self) -> str:
        """The canonical text: sorted keys, no blanks, ISO dates; equal facts give equal text."""
        body = asdict(self)
        if not self.layout:
            del body["layout"]
        return freezing.text(FORM, body)

    def sha256(self) -> str:
        """The digest of the canonical text, 64 hexadecimal digits."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text of the facts, with the name of the value it belongs to."""
        for owner in (self, self.contact, *self.rows):
            for field in fields(owner):
                value = getattr(owner, field.name)
                for part in value if isinstance(value, tuple) else (value,):
                    if isinstance(part, str):
                        yield field.name, part


def from_json(text: str) -> LetterFacts:
    """The facts frozen in `text`; PtmanError `letter-facts-damaged` unless `to_json` wrote exactly this."""
    return freezing.read(text, _thawed)


def _thawed(body: dict[str, Any]) -> LetterFacts:  # Any: JSON, judged by what comes of it
    given = _dated(body)
    given["rows"] = tuple(StudentLine(**_dated(row)) for row in given["rows"])
    given["contact"] = Contact(**given["contact"])
    given["requests"] = tuple(given["requests"])
    return LetterFacts(**given)


def _dated(body: dict[str, Any]) -> dict[str, Any]:  # Any: JSON, judged by what comes of it
    days = {name: date.fromisoformat(body[name]) for name in ("start", "end", "dated", "reply_by") if body.get(name)}
    return {**body, **days}
