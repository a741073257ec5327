"""Text as a workbook can hold it: measured, stripped of control characters, never a formula."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 32_767
SHEET_NAME_LONGEST = 31

# Control characters but the line break, halves of surrogate pairs, and what is no character at all.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What a line is broken between: words with the blank behind them, and characters that are not Latin.
_UNBREAKABLE = re.compile("[!-~\u00a1-\u024f]+ ?|.")
# What most cells hold: characters that Excel shows two digits wide, with figures between them or alone.
_WIDE = re.compile("[\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]+")
_REMEMBERED = 20_000
_FORMULA_SIGNS = tuple("=+-@＝＋－＠")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RESERVED = "history"


def writable(text: str) -> tuple[str, int]:
    """The text with LF line breaks and no control characters, and how many were taken out; a tab becomes a blank."""
    if text.isprintable():
        return text, 0
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = _UNWRITABLE.sub("", lines.replace("\t", " "))
    return kept, len(lines) - len(kept) + lines.count("\t")


def formula_like(text: str) -> bool:
    """Whether a person who edits the cell would make a formula of it."""
    return text.startswith(_FORMULA_SIGNS)


def units(text: str) -> int:
    """The length as Excel counts it: in UTF-16 units."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def columns(text: str) -> int:
    """The width of the widest line in characters of a digit's width; Chinese and full-width ones take two."""
    return max(map(_line_columns, text.split("\n"))) if "\n" in text else _line_columns(text)


def _line_columns(line: str) -> int:
    return len(line) if line.isascii() else _mixed_columns(line)


@lru_cache(maxsize=_REMEMBERED)
def _mixed_columns(line: str) -> int:
    """Remembered, because the words of a roster come again in most rows."""
    if _WIDE.fullmatch(line):
        return 2 * len(line)
    return sum(_character_columns(char) for char in line)


def _character_columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column so wide, broken at blanks and between Chinese characters."""
    return sum(_wrapped(line, width) for line in text.split("\n")) if "\n" in text else _wrapped(text, width)


def _wrapped(line: str, width: float) -> int:
    if _line_columns(line) <= width:
        return 1
    count, used = 1, 0.0
    for piece in _UNBREAKABLE.findall(line):
        needed = _line_columns(piece)
        if used + needed <= width:
            used += needed
        elif needed <= width:
            count, used = count + 1, float(needed)
        else:
            further = int((used + needed) // width)
            count, used = count + further, used + needed - further * width
    return count


def sheet_name(title: str, taken: frozenset[str]) -> str:
    """A name that Excel accepts (31 characters, no signs of paths, not History) and that is not `taken` in any case."""
    plain = _NOT_IN_SHEET_NAMES.sub(" ", title)
    base = " ".join(plain.split()).strip("' ") or "Sheet"
    names = (_cut(base, f" ({number})" if number > 1 else "") for number in range(1, len(taken) + 3))
    lowered = {name.casefold() for name in taken} | {_RESERVED}
    return next(name for name in names if name.casefold() not in lowered)


def _cut(base: str, suffix: str) -> str:
    kept = base
    while units(kept + suffix) > SHEET_NAME_LONGEST:
        kept = kept[:-1]
    return kept.rstrip("' ") + suffix
