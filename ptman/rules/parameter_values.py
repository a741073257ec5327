"""What the value of a rule parameter must look like, by its code, so that no rule meets one that it cannot read."""

import re
from datetime import date

from ptman.labels import Label

TEXTS = frozenset({"training.banned_words", "calendar.days_off"})
DAYS = frozenset({"practice.window_end", "practice.period_start"})
RATIOS = frozenset({"defence.pass_ratio", "title.pass_ratio", "title.quorum_ratio"})
TERMS = frozenset({"guidance.term_starts"})
NUMBERED = frozenset(
    {
        *("attachment", "base", "certification", "defence", "degree", "guidance", "intro_letter", "letter"),
        *("milestone", "notice", "placement", "plan", "practice", "provide_record", "stipend", "supervisor"),
        *("tech", "title", "training"),
    }
)
"""What the program asks numbers of, by the first word of a code; an office's own codes may hold anything."""
NUMBER = Label("整数，如 6", "a whole number, such as 6")
DAY = Label("入学后第几年-月-日，如 2-08-31", "years after enrolment, month and day, such as 2-08-31")
RATIO = Label("不大于 1 的分数，如 2/3", "a fraction of at most 1, such as 2/3")
TERM = Label("各学期开始的月-日，如 02-20、09-01", "first days of the terms as month and day, such as 02-20、09-01")
_DAY, _RATIO, _MONTH = re.compile(r"[0-9]-([0-9]{2}-[0-9]{2})"), re.compile(r"([0-9]+)/([0-9]+)"), re.compile("[、,，]")
_LEAP = 2024


def expected(code: str, value: str) -> Label | None:
    """What the value should be where it is not; None where the rules can read it."""
    text = value.strip()
    if code in TEXTS or code.partition(".")[0] not in NUMBERED:
        return None
    if code in DAYS:
        found = _DAY.fullmatch(text)
        return None if found and _is_day(found[1]) else DAY
    if code in RATIOS:
        part = _RATIO.fullmatch(text)
        return None if part and 0 < int(part[1]) <= int(part[2]) else RATIO
    if code in TERMS:
        return None if text and all(_is_day(one.strip()) for one in _MONTH.split(text)) else TERM
    return None if text.isascii() and text.isdecimal() else NUMBER


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(f"{_LEAP}-{text}")
    except ValueError:
        return False
    return True
