"""The letter's own words in Chinese: dates, numerals, whom to ask, from plain values."""

from datetime import date

_DIGITS = "零一二三四五六七八九"


def day(value: date) -> str:
    """A date as official documents write it: Arabic digits, full year, no leading zeros (GB/T 9704-2012)."""
    return f"{value.year}年{value.month}月{value.day}日"


def period(start: date, end: date) -> str:
    return f"{day(start)}至{day(end)}"


def numeral(number: int) -> str:
    """A count from 1 to 99 in Chinese numerals, as first-level paragraphs are numbered."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones or not tens else "")


def note(person: str, phone: str, email: str) -> tuple[str, ...]:
    """The annotation under the date, whom to ask, in the pieces it may be parted into."""
    named = [f"{label}：{text}" for label, text in (("联系人", person), ("电话", phone), ("邮箱", email)) if text]
    if not named:
        return ()
    return tuple(f"{'' if at else '（'}{text}{'，' if at < len(named) - 1 else '）'}" for at, text in enumerate(named))
