"""Identifiers of people and organisations: resident ID, unified social credit code, phones and other numbers."""

import datetime as dt
import re
from typing import Literal

from ptman.labels import Label
from ptman.rules import numeric
from ptman.rules import text as texts
from ptman.rules.reading import Note, Read, bad, changed, good

UPPER = Note("upper-cased", Label("字母改为大写", "letters made upper-case"))
PREFIX = Note("prefix-removed", Label("去掉了国家代码 +86", "country code +86 removed"))
SIGNS = Note("signs-normalised", Label("统一了号码中的括号和横线", "brackets and dashes in the number made uniform"))

STUDENT_NO = r"^[0-9A-Za-z]{6,20}$"
STAFF_NO = r"^[0-9A-Za-z][0-9A-Za-z._-]{0,19}$"

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PLAIN_ID = re.compile("[1-9][0-9]{16}[0-9X]")
_ID_CHECKS = "10X98765432"
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_COUNTRY = re.compile(r"^(?:\((?:\+|00)86\)|(?:\+|00)86|86(?=-?1[3-9][0-9-]{9,}$))-?")
_EXTENSION = re.compile(r"-?(?:转|分机|ext\.?)(?=[0-9])", re.IGNORECASE)
_UNDASHED = re.compile(r"(0(?:10|2[0-9]|[3-9][0-9]{2}))([0-9]{7,8}(?:-[0-9]{1,6})?)")
_EMAIL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
_EMAIL_LONGEST = 254


def resident_id_check_digit(first17: str) -> str:
    """GB 11643-1999: the last character that fits the 17 digits before it."""
    total = sum(int(digit) * weight for digit, weight in zip(first17, _ID_WEIGHTS, strict=True))
    return _ID_CHECKS[total % 11]


def uscc_check_digit(first17: str) -> str:
    """GB 32100-2015: the last character that fits the 17 before it; ValueError outside the alphabet."""
    total = sum(_USCC_ALPHABET.index(char) * weight for char, weight in zip(first17, _USCC_WEIGHTS, strict=True))
    return _USCC_ALPHABET[-total % 31]


def resident_id_birth_date(number: str) -> dt.date | None:
    """Digits 7–14 as a date; None where there is no such day."""
    try:
        return dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def resident_id_gender(number: str) -> Literal["male", "female"]:
    """By the parity of digit 17."""
    return "male" if int(number[16]) % 2 else "female"


def _coded(text: str) -> Read[str]:
    compact = texts.compact(text).then(numeric.not_rounded)
    return compact.then(lambda code: changed(code, code.upper(), UPPER))


def resident_id(text: str, today: dt.date) -> Read[str]:
    """An 18-character resident ID or residence permit (domain.md §8.1); unknown regions pass, they get abolished."""
    if _PLAIN_ID.fullmatch(text):
        return _judge_resident_id(text, today)
    return _coded(text).then(lambda number: _judge_resident_id(number, today))


def _judge_resident_id(number: str, today: dt.date) -> Read[str]:
    if re.fullmatch(r"[1-9][0-9]{14}", number):
        return bad("id-old", "18 位身份证号；15 位旧证号已停用", "an 18-digit ID; 15-digit numbers are out of use")
    if len(number) != len(_ID_WEIGHTS) + 1:
        return bad("id-length", "18 位身份证号", "an ID of 18 characters")
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9X]", number):
        return bad("id-shape", "17 位数字加 1 位数字或 X，首位不为 0", "17 digits, the first not 0, and a digit or X")
    born = resident_id_birth_date(number)
    if born is None or not dt.date(1900, 1, 1) <= born <= today:
        return bad("id-date", "第 7–14 位是不晚于今天的出生日期", "a birth date not after today in digits 7–14")
    if resident_id_check_digit(number[:17]) != number[17]:
        return bad("id-check", "末位校验码与前 17 位相符", "a last character that fits the 17 digits before it")
    return good(number)


def uscc(text: str) -> Read[str]:
    """A unified social credit code (domain.md §8.2)."""
    return _coded(text).then(_judge_uscc)


def _judge_uscc(code: str) -> Read[str]:
    if len(code) != len(_USCC_WEIGHTS) + 1:
        return bad("uscc-length", "18 位统一社会信用代码", "a credit code of 18 characters")
    if not set(code) <= set(_USCC_ALPHABET):
        return bad(
            "uscc-alphabet", "只含数字和 I、O、S、V、Z 以外的大写字母", "digits and letters other than I, O, S, V, Z"
        )
    if uscc_check_digit(code[:17]) != code[17]:
        return bad("uscc-check", "末位校验码与前 17 位相符", "a last character that fits the 17 before it")
    return good(code)


def _matching(pattern: str, refusal: Read[str], text: str) -> Read[str]:
    return good(text) if re.fullmatch(pattern, text) else refusal


def _dialled(text: str) -> Read[str]:
    return texts.compact(text).then(numeric.not_rounded).then(texts.plain_dashes)


def mobile(text: str) -> Read[str]:
    """A mainland mobile number; +86, 0086, blanks and dashes are taken off and noted."""
    refusal = bad(
        "mobile-bad", "一个以 13–19 开头的 11 位手机号", "one mobile number of 11 digits beginning with 13–19"
    )
    return (
        _dialled(text)
        .then(lambda number: changed(number, _COUNTRY.sub("", number), PREFIX))
        .then(lambda number: changed(number, number.replace("-", ""), SIGNS))
        .then(lambda number: _matching("1[3-9][0-9]{9}", refusal, number))
    )


def _domestic(number: str) -> Read[str]:
    """+86 571 … is dialled 0571 … at home."""
    bare = _COUNTRY.sub("", number)
    return good(number) if bare == number else good(re.sub("^(?=[1-9])", "0", bare), PREFIX)


def _uniform_landline(number: str) -> str:
    dashed = _EXTENSION.sub("-", re.sub(r"^\(([0-9]+)\)-?", r"\1-", number))
    whole = _UNDASHED.fullmatch(dashed)
    return f"{whole[1]}-{whole[2]}" if whole else dashed


def landline(text: str) -> Read[str]:
    """A mainland landline with its area code, as 0571-88888888-801; a missing dash is set and noted."""
    refusal = bad(
        "landline-bad", "带区号的固定电话，如 0571-88888888", "a landline with area code, such as 0571-88888888"
    )
    return (
        _dialled(text)
        .then(_domestic)
        .then(lambda number: changed(number, _uniform_landline(number), SIGNS))
        .then(lambda number: _matching("0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?", refusal, number))
    )


def phone(text: str) -> Read[str]:
    """A mobile number or a landline."""
    as_mobile, as_landline = mobile(text), landline(text)
    if as_mobile.ok or (as_mobile.fault and as_mobile.fault.code == "number-rounded"):
        return as_mobile
    refusal = bad("phone-bad", "一个手机号，或带区号的固定电话", "one mobile number, or a landline with area code")
    return as_landline if as_landline.ok else refusal


def postal_code(text: str) -> Read[str]:
    refusal = bad("postal-bad", "6 位邮政编码", "a postal code of 6 digits")
    return texts.compact(text).then(lambda code: _matching("[0-9]{6}", refusal, code))


def email(text: str) -> Read[str]:
    """The basic shape only: one @, a dot in the domain, ASCII, at most 254 characters."""
    refusal = bad("email-bad", "一个邮箱地址，如 name@example.com", "one address such as name@example.com")
    short = texts.compact(text).then(lambda seen: good(seen) if len(seen) <= _EMAIL_LONGEST else refusal)
    return short.then(lambda address: _matching(_EMAIL, refusal, address))


def student_no(text: str, pattern: str = STUDENT_NO) -> Read[str]:
    """A student number as the university writes it; `pattern` is the office's own setting."""
    zh, en = "6–20 位字母或数字的学号", "a student number of 6–20 letters or digits"
    if pattern != STUDENT_NO:
        zh, en = f"符合 {pattern} 的学号", f"a student number that fits {pattern}"
    refusal = bad("student-no-bad", zh, en)
    return texts.compact(text).then(numeric.not_rounded).then(lambda number: _matching(pattern, refusal, number))


def staff_no(text: str) -> Read[str]:
    refusal = bad("staff-no-bad", "1–20 位字母或数字的工号", "a staff number of 1–20 letters or digits")
    return texts.compact(text).then(numeric.not_rounded).then(lambda number: _matching(STAFF_NO, refusal, number))


def region_code(text: str) -> Read[str]:
    """A GB/T 2260 code by shape; unknown ones pass, for regions get abolished."""
    refusal = bad("region-bad", "6 位行政区划代码", "a region code of 6 digits")
    return texts.compact(text).then(lambda code: _matching("[1-9][0-9]{5}", refusal, code))


def mask(text: str, keep_front: int, keep_back: int) -> str:
    """The text with its middle as asterisks; nothing is left open where it is too short to hide anything."""
    hidden = len(text) - keep_front - keep_back
    return text[:keep_front] + "*" * hidden + text[len(text) - keep_back :] if hidden > 0 else "*" * len(text)
