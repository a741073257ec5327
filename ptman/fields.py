"""What a field is: the one declaration that forms, tables, workbooks, letters and search are drawn from."""

from dataclasses import dataclass
from enum import StrEnum

from ptman.labels import Choice, Label


class Kind(StrEnum):
    """How a value is read, shown and written."""

    TEXT = "text"
    LONG = "long"
    NAME = "name"
    IDENTIFIER = "identifier"
    PHONE = "phone"
    EMAIL = "email"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    CHOICE = "choice"
    LINK = "link"
    CODES = "codes"
    MONEY = "money"
    TENTHS = "tenths"
    PERCENT = "percent"
    MONTH = "month"
    TIME = "time"
    DATETIME = "datetime"


# Shown otherwise than stored: money is kept in cents, tenths ×10, percent ×100, a month as its first day.
MEASURED = frozenset({Kind.MONEY, Kind.TENTHS, Kind.PERCENT, Kind.MONTH, Kind.TIME, Kind.DATETIME})
NUMERIC = frozenset({Kind.NUMBER, Kind.MONEY, Kind.TENTHS, Kind.PERCENT})


class Sensitivity(StrEnum):
    """How far a value may travel (domain: P2 is personal, P3 is personal and easily abused)."""

    OPEN = "open"
    PERSONAL = "personal"
    GUARDED = "guarded"


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a noun.

    `width` is in characters of a list's column. `rule` names a check in `ptman.rules.checks`.
    `aliases` are further headers under which workbooks bring this field. `link` names the noun a LINK points to.
    `due` says what falls due on a date, for the agenda: 到期, 应完成. `only` is the key of a choice and those of its
    values for which the field is meant: a form shows it where the choice has one of them, or the field has a value.
    """

    key: str
    label: Label
    kind: Kind = Kind.TEXT
    width: int = 12
    required: bool = False
    rule: str = ""
    choices: type[Choice] | None = None
    aliases: tuple[str, ...] = ()
    link: str = ""
    sensitivity: Sensitivity = Sensitivity.OPEN
    hint: Label | None = None
    due: Label | None = None
    only: tuple[str, ...] = ()

    @property
    def is_identifier(self) -> bool:
        """Digits that are no number: text in a workbook, with every leading zero."""
        return self.kind in {Kind.IDENTIFIER, Kind.PHONE, Kind.CODES}
