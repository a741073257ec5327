"""What the records say for one document, frozen: values in each language, whom it goes to, what fails, what follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ptman.labels import Label, Lang
from ptman.letters.value_words import Value


@dataclass(frozen=True, slots=True)
class Office:
    """The office as its documents name it, and the series that numbers them."""

    issuer: Label
    person: Label
    phone: str
    email: str
    series: str
    code: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """`failing` has what is amiss by the key of the check. `name` is what the draft is called in a list.

    `placements` go out with the document, as with a dispatch letter. `subjects` are the students it tells of,
    `certifies` is the record, of the family's subject, that it is the certificate of.
    """

    office: Office
    values: Mapping[Lang, Mapping[str, Value]]
    addressee: Label
    name: str
    organisation: str | None = None
    period: str | None = None
    students: int = 0
    failing: Mapping[str, Label] = field(default_factory=dict)
    placements: tuple[str, ...] = ()
    certifies: str = ""
    subjects: tuple[str, ...] = ()
