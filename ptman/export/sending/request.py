"""What a person chooses for a workbook that is sent, what would go, and what the sending answers."""

from dataclasses import dataclass
from datetime import date

from ptman.export.giving.planning import Plan
from ptman.labels import Lang
from ptman.rules.disclosing import Purpose


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets it: what they are called, and the record of the unit, contact or person where there is one.

    `inside` is a part of our own university.
    """

    name: str
    organisation: str = ""
    contact: str = ""
    person: str = ""
    inside: bool = False

    @classmethod
    def of(cls, name: str, noun: str = "", id: str = "", *, inside: bool = False) -> "Recipient":  # noqa: A002 a record's id is called id everywhere
        """With the record of that noun, where there is one."""
        organisation, contact, person = (id if one == noun else "" for one in ("organisation", "contact", "person"))
        return cls(name, organisation, contact, person, inside)


@dataclass(frozen=True, slots=True)
class Request:
    """`columns` are the list's columns to be shown, `fill` the rights (`roundtrip.rights`) to be given.

    `note` stands above the table; `why` is the purpose in words, for the record.
    """

    recipient: Recipient
    columns: tuple[str, ...]
    fill: tuple[str, ...]
    due_on: date | None = None
    note: str = ""
    lang: Lang = Lang.ZH
    purpose: Purpose = Purpose.PLACEMENT
    why: str = ""
    agreement: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What would be sent: the request, and the plan of what it gives away and whom it leaves out."""

    request: Request
    plan: Plan


@dataclass(frozen=True, slots=True)
class Sent:
    """A workbook to be saved and handed over: its record, its bytes, and what to call the file."""

    id: str
    number: str
    file_name: str
    content: bytes
    rows: int
