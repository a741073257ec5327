"""Reads one value of a declared field, from a form or from a cell, and says what was made of it."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from ptman.fields import MEASURED, Field, Kind
from ptman.labels import Choice
from ptman.rules import dates, identifiers, measures, numeric, text
from ptman.rules.reading import Read, bad, good

Raw = str | int | float | bool | date | datetime | time
FLAGS = {"是": True, "有": True, "yes": True, "true": True, "1": True, "y": True, "√": True}
FLAGS |= {"否": False, "无": False, "no": False, "false": False, "0": False, "n": False, "×": False}
LARGEST_COUNT = 100_000
HIGHEST_SCORE = 1000  # tenths

TEXT_RULES: dict[str, Callable[[str], Read[str]]] = {
    "person_name": text.person_name,
    "uscc": identifiers.uscc,
    "mobile": identifiers.mobile,
    "phone": identifiers.phone,
    "postal_code": identifiers.postal_code,
    "email": identifiers.email,
    "student_no": identifiers.student_no,
    "staff_no": identifiers.staff_no,
    "region_code": identifiers.region_code,
}


# What is good as it stands, so that a roster's commonest cells need no reading.
AT_A_GLANCE = {
    "person_name": re.compile(r"[\u4e00-\u9fff]{1,36}"),
    "mobile": re.compile(r"1[3-9][0-9]{9}"),
    "email": re.compile(r"[A-Za-z0-9._-]{1,60}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){1,2}"),
    "student_no": re.compile(r"[0-9A-Za-z]{6,20}"),
    "staff_no": re.compile(r"[0-9A-Za-z]{1,20}"),
}


def read(field: Field, raw: Raw, today: date, *, date1904: bool = False) -> Read[Any]:
    """The value of `field` in `raw`; blanks are the caller's to treat before."""
    if field.kind in MEASURED:
        return _measured(field, raw, date1904=date1904)
    if field.kind is Kind.DATE:
        return dates.date(raw if not isinstance(raw, bool | time) else str(raw), date1904=date1904)
    if field.kind is Kind.NUMBER:
        return _number(field, raw)
    plain = AT_A_GLANCE.get(field.rule)
    if plain is not None and isinstance(raw, str) and plain.fullmatch(raw):
        return good(raw)
    words = _as_text(raw)
    return words.then(lambda said: _of_text(field, said, today))


def _measured(field: Field, raw: Raw, *, date1904: bool) -> Read[Any]:
    """An amount, a share, a month, a time; a score of at most 100 where the rule says so."""
    answer = measures.read(field.kind, raw, date1904=date1904)
    if field.rule == "score" and isinstance(answer.value, int) and answer.value > HIGHEST_SCORE:
        return bad("score-bad", "0–100 的分数", "a score of 0–100")
    return answer


def _as_text(raw: Raw) -> Read[str]:
    if isinstance(raw, datetime | date):
        return good(raw.isoformat()[:10])
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return numeric.as_text(raw)
    return numeric.not_rounded(str(raw))


def _of_text(field: Field, said: str, today: date) -> Read[Any]:
    if field.rule == "id_number":
        return identifiers.resident_id(said, today)
    if field.rule == "category_codes":
        return category_codes(said)
    if field.rule in TEXT_RULES:
        return TEXT_RULES[field.rule](said)
    if field.choices is not None:
        return _choice(field.choices, said)
    if field.kind is Kind.FLAG:
        flag = FLAGS.get(said.strip().casefold())
        return good(flag) if flag is not None else bad("flag-bad", "是或否", "yes or no")
    return text.free_text(said) if field.kind is Kind.LONG else text.clean(said)


def _number(field: Field, raw: Raw) -> Read[int]:
    """A whole number; a year where the rule says so."""
    said = str(raw).strip().removesuffix("级").removesuffix("年").removesuffix("人")
    digits = text.half_width(said)
    try:
        number = float(digits.must())
    except ValueError:
        return bad("number-bad", "整数", "a whole number")
    if number != int(number) or not 0 <= number <= LARGEST_COUNT:
        return bad("number-bad", "0 以上的整数", "a whole number from 0")
    if field.rule == "year" and not dates.FIRST_YEAR <= number <= dates.LAST_YEAR:
        return bad("year-bad", "四位年份，例如 2026", "a year of four digits, such as 2026")
    return digits.then(lambda _: good(int(number)))


def _choice(choices: type[Choice], said: str) -> Read[Any]:
    member = choices.named(text.clean(said).value or "")
    if member is not None:
        return good(member)
    zh = "、".join(one.label.zh for one in choices)
    en = ", ".join(one.label.en for one in choices)
    return bad("choice-bad", f"下列之一：{zh}", f"one of: {en}")


def category_codes(said: str) -> Read[str]:
    """Four-digit codes in any punctuation and with names beside them, as sorted comma-separated codes."""
    words = "".join(sign if sign.isdigit() else " " for sign in text.half_width(said).must()).split()
    if words and all(len(word) == 4 for word in words):  # noqa: PLR2004 category codes have four digits
        return good(",".join(sorted(set(words))))
    return bad("category-bad", "四位类别代码，例如 0854、0855", "codes of four digits, such as 0854, 0855")
