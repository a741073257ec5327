"""Breaks a title into balanced lines, whole words kept where they can be told."""

import functools

_NEVER_FIRST = frozenset("的了和与及或、，。；：？！）》〉」』】〕”’·函等")
_NEVER_LAST = frozenset("（《〈「『【〔“‘")
_GOOD_FIRST = ("开展", "进行", "参加", "联合", "专业")
_GOOD_LAST = ("公司", "研究所", "研究院", "集团", "大学", "中心", "赴", "关于")
_WORDS = ("开展", "进行", "参加", "专业实践", "研究生", "导师", "关于", "派遣", "公司", "研究", "集团", "中心", "基地")
_ONE_LINE_MORE = 15.0


def lines(title: str, longest: int, kept: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The title in few lines of at most `longest` characters, of like length, none of them a leftover.

    `kept` are phrases, such as the host's name, that stay on one line where they fit.
    GB/T 9704-2012 asks for complete words and a symmetric shape (trapezoid or diamond).
    """
    fewest = -(-len(title) // longest)
    if fewest <= 1:
        return (title,)
    inside = _inside_words(title, tuple(phrase for phrase in kept if len(phrase) <= longest) + _WORDS)
    price = tuple(_price(title, at, inside) for at in range(1, len(title)))
    options = [(_breaks(len(title), count, longest, price), count) for count in (fewest, fewest + 1)]
    ends = min(options, key=lambda option: option[0][0] + _ONE_LINE_MORE * option[1])[0][1]
    return tuple(title[start:end].strip() for start, end in zip((0, *ends[:-1]), ends, strict=True))


def _breaks(size: int, count: int, longest: int, price: tuple[float, ...]) -> tuple[float, tuple[int, ...]]:
    """The cheapest way to end `count` lines; of equals the one whose upper lines are longer."""
    mean = size / count

    @functools.cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            fits = size - start <= longest
            return ((size - start - mean) ** 2 if fits else float("inf"), (size,))
        last = min(start + longest, size - left + 1)
        options = [
            (best(end, left - 1)[0] + (end - start - mean) ** 2 + price[end - 1], (end, *best(end, left - 1)[1]))
            for end in range(last, start, -1)
        ]
        return min(options, default=(float("inf"), (size,)), key=lambda option: option[0])

    return best(0, count)


def _inside_words(title: str, words: tuple[str, ...]) -> frozenset[int]:
    """Places where a break would cut a word, a number or a Latin word."""
    found = {at for at in range(1, len(title)) if _joined(title[at - 1]) and _joined(title[at])}
    for word in filter(None, words):
        at = title.find(word)
        while at >= 0:
            found.update(range(at + 1, at + len(word)))
            at = title.find(word, at + 1)
    return frozenset(found)


def _joined(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _price(title: str, at: int, inside: frozenset[int]) -> float:
    """What a break before the character at `at` costs, on the scale of squared characters of unevenness."""
    cut = 80.0 if at in inside else 0.0
    edge = 200.0 if title[at] in _NEVER_FIRST or title[at - 1] in _NEVER_LAST else 0.0
    good = title.startswith(_GOOD_FIRST, at) or title[:at].endswith(_GOOD_LAST)
    return cut + edge + (0.0 if good else 10.0)
