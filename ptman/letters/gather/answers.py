"""The answers to a family's questions as values: days, counts and texts, each in the language of its text."""

import datetime as dt

from ptman.labels import Label, Lang
from ptman.letters.blanks import BlankKind
from ptman.letters.families.family import Ask
from ptman.letters.value_words import Value
from ptman.letters.wish import Wish
from ptman.rules import dates

BETWEEN = "||"
"""Parts an answer into its Chinese and its English."""


def values(wish: Wish, lang: Lang) -> dict[str, Value]:
    """By the key of the question; None where it is not answered or cannot be read."""
    return {ask.key: _value(ask, _said(ask, wish, lang)) for ask in wish.what.asks}


def faults(wish: Wish) -> tuple[Label, ...]:
    """What must be answered and is not, and what cannot be read."""
    found = []
    for ask in wish.what.asks:
        said = _said(ask, wish, Lang.ZH)
        if said and _value(ask, said) is None:
            zh, en = f"“{ask.label.zh}”读不懂：{said[:20]}", f"“{ask.label.en}” cannot be read: {said[:20]}"
            found.append(Label(zh, en))
        elif ask.required and not said:
            found.append(Label(f"“{ask.label.zh}”没有填写", f"“{ask.label.en}” is not answered"))
    return tuple(found)


def _said(ask: Ask, wish: Wish, lang: Lang) -> str:
    """What was answered in this language, else what usually stands there."""
    given = wish.answers.get(ask.key)
    if given is None or given.strip() in {ask.usual.zh, ask.usual.en}:
        return ask.usual.text(lang)
    zh, between, en = given.partition(BETWEEN)
    return (zh if lang is Lang.ZH or not between else en).strip()


def _value(ask: Ask, said: str) -> Value:
    if not said:
        return None if ask.kind is not BlankKind.TEXT else ""
    if ask.kind is BlankKind.NUMBER:
        return int(said) if said.isascii() and said.isdecimal() and len(said) <= 8 else None  # noqa: PLR2004 - as the words for numbers go
    if ask.kind is BlankKind.DATE:
        return _day(said)
    return said


def _day(said: str) -> dt.date | None:
    try:
        return dates.date(said).must()
    except ValueError:
        return None
