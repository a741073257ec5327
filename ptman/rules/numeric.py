"""Numeric cells where a number written as text belongs: what a spreadsheet has kept of it, and what it lost."""

import math
import re

from ptman.labels import Label
from ptman.rules.reading import Note, Read, bad, good

FROM_NUMBER = Note(
    "number-as-text",
    Label("由数字单元格转为文本，开头的 0 可能已丢失", "taken from a numeric cell; leading zeros may be lost"),
)
EXACT_DIGITS = 15  # a double holds no more (domain.md §10.7)

_ROUNDED = re.compile(r"[0-9](?:\.[0-9]+)?[Ee]\+[0-9]{1,3}")


def _rounded() -> Read[str]:
    return bad(
        "number-rounded",
        "末尾数字已被 Excel 丢失，请把单元格设为文本后重新输入",
        "the last digits are already lost in Excel; set the cell to text and enter it again",
    )


def as_text(value: float) -> Read[str]:
    """A numeric cell as an identifier: up to 15 digits taken with a note, more refused as rounded."""
    if math.isfinite(value) and abs(value) >= 10**EXACT_DIGITS:
        return _rounded()
    if not math.isfinite(value) or value < 0 or value != int(value):
        return bad("number-bad", "以文本输入的号码", "a number entered as text")
    return good(f"{value:.0f}", FROM_NUMBER)


def not_rounded(text: str) -> Read[str]:
    """Refuses what Excel shows of a long number, such as 1.10101E+17."""
    return _rounded() if _ROUNDED.fullmatch(text) else good(text)
