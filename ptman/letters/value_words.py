"""How a value is written in a letter, in Chinese or English: dates, periods, lengths, counts, lists."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from ptman.labels import Label, Lang
from ptman.letters import numerals
from ptman.letters.blanks import BlankKind
from ptman.rules import months
from ptman.rules.months import Duration, Segment

Row = Mapping[str, "Value"]
Value = str | int | dt.date | Segment | Duration | tuple[Row | str, ...] | None
_Write = Callable[[Any, Lang], str]  # Any: each writer takes the one type its table stands for
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_PLURAL = re.compile(r"([^|｜/]*)[|｜/]([^|｜/]*)")
_PLAIN = Label("", "")


def kind(value: Value) -> BlankKind:
    """What kind of value this is; none at all counts as text."""
    if isinstance(value, Duration):
        return BlankKind.LENGTH
    if isinstance(value, tuple):
        return BlankKind.LIST
    if isinstance(value, Segment):
        return BlankKind.PERIOD
    if isinstance(value, dt.date):
        return BlankKind.DATE
    return BlankKind.NUMBER if isinstance(value, int) else BlankKind.TEXT


def written(value: Value, form: str, lang: Lang) -> str | None:
    """The value in this form (its Chinese or English name; empty: the usual one); None where none suits."""
    if value is None:
        return ""
    wanted = form.strip().casefold()
    for named, write in _FORMS[kind(value)].items():
        if wanted in {named.zh.casefold(), named.en.casefold()}:
            return write(value, lang)
    plural = _PLURAL.fullmatch(form)
    if plural and (count := measure(value)) is not None:
        return (plural[1] if count == 1 else plural[2]).strip()
    return None


def known(form: str, of: BlankKind) -> bool:
    """Whether values of a kind can be written in this form at all."""
    wanted = form.strip().casefold()
    named = any(wanted in {one.zh.casefold(), one.en.casefold()} for one in _FORMS[of])
    return named or (of in {BlankKind.LIST, BlankKind.NUMBER} and _PLURAL.fullmatch(form) is not None)


def forms(of: BlankKind) -> tuple[Label, ...]:
    """The forms a kind can be written in, besides the usual one."""
    plural = (Label("单数|复数", "singular|plural"),) if of in {BlankKind.LIST, BlankKind.NUMBER} else ()
    return (*(one for one in _FORMS[of] if one.zh), *plural)


def measure(value: Value) -> int | None:
    """The number itself, or how many entries a list has."""
    if isinstance(value, tuple) and not isinstance(value, Duration):
        return len(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def listed(parts: tuple[str, ...], lang: Lang) -> str:
    """Entries as a sentence names them: 甲、乙、丙; A, B and C."""
    if lang is Lang.ZH or len(parts) < 2:  # noqa: PLR2004 - one entry needs no "and"
        return "、".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _day(value: dt.date, lang: Lang) -> str:
    if lang is Lang.ZH:
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def _month(value: dt.date, lang: Lang) -> str:
    return f"{value.year}年{value.month}月" if lang is Lang.ZH else f"{_MONTHS[value.month - 1]} {value.year}"


def _day_of_year(value: dt.date, lang: Lang) -> str:
    return f"{value.month}月{value.day}日" if lang is Lang.ZH else f"{value.day} {_MONTHS[value.month - 1]}"


def _formal(value: dt.date, lang: Lang) -> str:
    if lang is Lang.EN:
        return _day(value, lang)
    month, day = numerals.chinese(value.month), numerals.chinese(value.day)
    return f"{numerals.digits(value.year)}年{month}月{day}日"


def _period(value: Segment, lang: Lang) -> str:
    return f"{_day(value.start, lang)}{'至' if lang is Lang.ZH else ' to '}{_day(value.end, lang)}"


def _length(value: Duration, lang: Lang) -> str:
    if lang is Lang.ZH:
        return (f"{value.months}个月" if value.months else "") + (f"{value.days}天" if value.days else "") or "0天"
    said = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in _units(value) if count]
    return " and ".join(said) or "0 days"


def _units(value: Duration) -> tuple[tuple[int, str], ...]:
    return (value.months, "month"), (value.days, "day")


def _in_words(value: int, lang: Lang) -> str:
    return numerals.chinese(value) if lang is Lang.ZH else numerals.english(value)


def _in_capitals(value: int, lang: Lang) -> str:
    return numerals.capitals(value) if lang is Lang.ZH else numerals.english(value)


def _entries(value: tuple[Row | str, ...], lang: Lang) -> str:
    """Texts as they are; of a row its first value, as a name stands first."""
    names = (one if isinstance(one, str) else next((text for text in one.values() if text), "") for one in value)
    return listed(tuple(str(name) for name in names if name), lang)


_FORMS: dict[BlankKind, dict[Label, _Write]] = {
    BlankKind.TEXT: {_PLAIN: lambda value, _: str(value)},
    BlankKind.NUMBER: {
        _PLAIN: lambda value, _: str(value),
        Label("汉字", "words"): _in_words,
        Label("大写", "capitals"): _in_capitals,
    },
    BlankKind.DATE: {
        _PLAIN: _day,
        Label("年月", "month"): _month,
        Label("年", "year"): lambda value, lang: f"{value.year}年" if lang is Lang.ZH else str(value.year),
        Label("月日", "day"): _day_of_year,
        Label("大写", "formal"): _formal,
        Label("数字", "digits"): lambda value, _: value.isoformat(),
    },
    BlankKind.PERIOD: {
        _PLAIN: _period,
        Label("时长", "length"): lambda value, lang: _length(months.span(value.start, value.end), lang),
        Label("开始", "start"): lambda value, lang: _day(value.start, lang),
        Label("结束", "end"): lambda value, lang: _day(value.end, lang),
    },
    BlankKind.LENGTH: {_PLAIN: _length},
    BlankKind.LIST: {
        _PLAIN: _entries,
        Label("数", "count"): lambda value, _: str(len(value)),
        Label("汉字", "words"): lambda value, lang: _in_words(len(value), lang),
        Label("大写", "capitals"): lambda value, lang: _in_capitals(len(value), lang),
    },
}
