"""One record that a document can be about, for choosing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """`number` is what the office calls it by, `group` what must be the same for all that go into one document."""

    id: str
    number: str
    name: str
    detail: str
    group: str = ""
