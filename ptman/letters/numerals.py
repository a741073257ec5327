"""Counts in words: Chinese numerals, Chinese capitals against forgery, English words."""

_PLAIN = "零一二三四五六七八九"
_CAPITAL = "零壹贰叁肆伍陆柒捌玖"
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
MOST = 99_999_999
"""Beyond it figures stay figures."""


def chinese(number: int) -> str:
    """十二, 一百零五, 一万零三十."""
    said = _chinese(number, _PLAIN, "十百千")
    return said.removeprefix("一") if said.startswith("一十") else said


def capitals(number: int) -> str:
    """叁拾, 壹佰零伍: as sums and days of validity are written."""
    return _chinese(number, _CAPITAL, "拾佰仟")


def digits(number: int) -> str:
    """Each figure by itself: 二〇二六."""
    return "".join("〇一二三四五六七八九"[int(figure)] for figure in str(abs(number)))


def english(number: int) -> str:
    """twelve, one hundred and five, two thousand."""
    if not 0 <= number <= MOST:
        return str(number)
    if number < 20:  # noqa: PLR2004 - numbers below have words of their own
        return _ONES[number]
    if number < 100:  # noqa: PLR2004 - tens and ones
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    size, name = next(
        (size, name) for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")) if number >= size
    )
    rest = number % size
    joint = " and " if rest < 100 else " "  # noqa: PLR2004 - "and" stands before tens and ones
    return f"{english(number // size)} {name}" + (joint + english(rest) if rest else "")


def _chinese(number: int, figures: str, units: str) -> str:
    if not 0 <= number <= MOST:
        return str(number)
    if number >= 10_000:  # noqa: PLR2004 - 万
        head, rest = divmod(number, 10_000)
        tail = _chinese(rest, figures, units) if rest else ""
        return _chinese(head, figures, units) + "万" + ("零" if 0 < rest < 1000 else "") + tail  # noqa: PLR2004 - a gap is read
    said, gap = "", False
    for place, figure in enumerate(reversed(str(number))):
        if figure == "0":
            gap = bool(said)
            continue
        unit = units[place - 1] if place else ""
        said = figures[int(figure)] + unit + ("零" if gap else "") + said
        gap = False
    return said or figures[0]
