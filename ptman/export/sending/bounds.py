"""What may be typed into an open cell: a word of a list, a date, a number, a text that is not too long."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import String

from ptman.export.sending import words
from ptman.fields import NUMERIC, Field, Kind
from ptman.labels import Lang
from ptman.models.core import nouns

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_FLAGS = {Lang.ZH: ("是", "否"), Lang.EN: ("yes", "no")}
_FIRST, _LAST = date(1900, 3, 1), date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class Bound:
    """The field and the right of a column, and where the words of its list stand."""

    field: Field
    right: str
    place: str
    lang: Lang


def offered(field: Field | None, lang: Lang) -> tuple[str, ...]:
    """The words of a closed list."""
    if field is None:
        return ()
    if field.choices is not None:
        return tuple(member.label.text(lang) for member in field.choices)
    return _FLAGS[lang] if field.kind is Kind.FLAG else ()


def set_on(page: "Worksheet", span: tuple[int, int, int, int], bound: Bound) -> None:
    """Refuse in Excel what would be refused on its return."""
    rule = _rule(bound)
    if rule is None:
        return
    said = words.comment(bound.field).text(bound.lang)
    about = {"ignore_blank": True, "error_type": "stop", "error_title": words.WRONG.text(bound.lang)[:32]}
    page.data_validation(*span, {**rule, **about, "error_message": said[:255]})


def _rule(bound: Bound) -> dict[str, Any] | None:  # xlsxwriter's own options
    kind = bound.field.kind
    if bound.place:
        return {"validate": "list", "source": bound.place}
    if kind in {Kind.DATE, Kind.MONTH}:
        return {"validate": "date", "criteria": "between", "minimum": _FIRST, "maximum": _LAST}
    if kind in NUMERIC:
        return {"validate": "integer" if kind is Kind.NUMBER else "decimal", "criteria": ">=", "value": 0}
    longest = None if kind is Kind.LINK else _longest(bound.right)
    return {"validate": "length", "criteria": "<=", "value": longest} if longest else None


def _longest(right: str) -> int | None:
    noun, _, key = right.partition(".")
    kind = nouns()[noun].__mapper__.columns[key].type
    return kind.length if isinstance(kind, String) else None
