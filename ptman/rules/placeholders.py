"""What stands in a cell instead of a value: nothing, the same as above, or the name of a total."""

import re

from ptman.rules import text

_EMPTY = frozenset({"", "无", "/", "//", "\\", "n/a", "空", "暂无", "(无)", "(空)", "(暂无)"})
_DITTO = frozenset({"同上", "同前", "〃", "″", '"', "”", "〞", "''", "′′", "ditto"})
_DITTO_STARTS = frozenset(word[0] for word in _DITTO) | {"D"}
_TOTAL = re.compile(
    r"(?:本页|全部|总)?(?:合计|总计|小计|共计|总数)(?:人数|数)?:?\d*[人名个家条]?|(?:grand|sub)?-?totals?:?\d*",
)
_TOTAL_STARTS = frozenset("本全总合小共gst")


def _fold(said: str) -> str:
    return re.sub(r"\s+", "", text.half_width(text.clean(said).must()).must()).casefold()


def is_empty(said: str) -> bool:
    """Whether a cell says "nothing" (domain.md §10.7): blank, 无, /, dashes, N/A, 空, 暂无."""
    if text.is_plain(said) and said[0].isalnum():
        return said.replace(" ", "").casefold() in _EMPTY
    folded = _fold(said)
    return folded in _EMPTY or not folded.translate(text.PLAIN_DASHES).strip("-_")


def is_ditto(said: str) -> bool:
    return (said[:1] in _DITTO_STARTS or not text.is_plain(said)) and _fold(said) in _DITTO


def is_total(said: str) -> bool:
    """Whether a cell opens a row of totals: 合计, 合 计：, 总计 25 人, Total."""
    if text.is_plain(said) and said[0].casefold() not in _TOTAL_STARTS:
        return False
    return _TOTAL.fullmatch(_fold(said)) is not None
