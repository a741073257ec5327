"""What a person chooses for a workbook that is sent, and what the sending answers."""

from dataclasses import dataclass
from datetime import date

from ptman.labels import Lang


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets it: what they are called, and the record of the unit, contact or person where there is one."""

    name: str
    organisation: str = ""
    contact: str = ""
    person: str = ""

    @classmethod
    def of(cls, name: str, noun: str = "", id: str = "") -> "Recipient":  # noqa: A002 a record's id is called id everywhere
        """With the record of that noun, where there is one."""
        return cls(name, **({noun: id} if noun else {}))


@dataclass(frozen=True, slots=True)
class Request:
    """`columns` are the list's columns to be shown, `fill` the rights (`roundtrip.rights`) to be given."""

    recipient: Recipient
    columns: tuple[str, ...]
    fill: tuple[str, ...]
    due_on: date | None = None
    note: str = ""
    lang: Lang = Lang.ZH


@dataclass(frozen=True, slots=True)
class Sent:
    """A workbook to be saved and handed over: its record, its bytes, and what to call the file."""

    id: str
    number: str
    file_name: str
    content: bytes
    rows: int
