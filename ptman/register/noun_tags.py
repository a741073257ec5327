"""The chips over the list of any noun, from what its class declares: states, terms, what falls due."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.models.core import Record, fields_of
from ptman.register import rows, titles

Tags = Callable[[Mapping[str, Any]], frozenset[str]]
TERM = (
    ("to-come", Label("未开始", "To come")),
    ("in-force", Label("有效", "In force")),
    ("ending", Label("将到期", "Ending")),
    ("over", Label("已到期", "Over")),
)
DUE = (("overdue", Label("逾期", "Overdue")), ("due-soon", Label("即将到期", "Due soon")))


def declared(noun: str) -> tuple[tuple[str, Label], ...]:
    """Each tag that rows of the noun may wear, with the words of its chip, in their order."""
    cls = titles.noun_class(noun)
    found: list[tuple[str, Label]] = []
    for field in fields_of(cls):
        if field.key == cls.CHIPS and field.choices is not None:
            found += [(state(field.key, member), member.label) for member in field.choices]
    term = tuple(one for one in TERM if one[0] != "to-come") if cls.CHIPS else TERM
    return (*found, *(term if cls.TERM else ()), *(DUE if due_keys(cls) else ()))


def of(session: Session, cls: type[Record], today: date | None) -> Tags:
    """What a row of these values wears; terms and due days only where `today` is given."""
    if today is None or not (cls.TERM or due_keys(cls)):
        return lambda values: _state(cls, values)
    soon = today + timedelta(days=parameters.number(session, "notice.ending_within_days", today.year))
    dues = due_keys(cls)

    def tags(values: Mapping[str, Any]) -> frozenset[str]:
        days = [] if cls.settled(values) else [_day(day) for key in dues if (day := values[key]) is not None]
        due = rows.tagged(overdue=any(day < today for day in days), due_soon=any(today <= day <= soon for day in days))
        return _state(cls, values) | _term(cls, values, today, soon) | due

    return tags


def _day(value: date) -> date:
    """What falls due at an hour falls due on its day."""
    return value.date() if isinstance(value, datetime) else value


def state(key: str, value: str) -> str:
    """The tag of the rows whose column `key` has this value."""
    return f"{key}={value}"


def due_keys(cls: type[Record]) -> tuple[str, ...]:
    """The columns on whose day something falls due, but for the end of a term, which has chips of its own."""
    ends = cls.TERM[1] if cls.TERM else ""
    return tuple(field.key for field in fields_of(cls) if field.due is not None and field.key != ends)


def _state(cls: type[Record], values: Mapping[str, Any]) -> frozenset[str]:
    value = values.get(cls.CHIPS)
    return frozenset({state(cls.CHIPS, value.value)}) if value is not None else frozenset()


def _term(cls: type[Record], values: Mapping[str, Any], today: date, soon: date) -> frozenset[str]:
    if cls.TERM is None:
        return frozenset()
    starts, ends = (values[key] for key in cls.TERM)
    over = ends is not None and ends < today
    begun = starts is None or starts <= today
    ending = begun and not over and ends is not None and ends <= soon and not cls.settled(values)
    return rows.tagged(to_come=not begun and not over, in_force=begun and not over, ending=ending, over=over)
