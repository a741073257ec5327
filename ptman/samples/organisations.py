"""Invents the enterprises that host students: names of places that do not exist, codes of no region."""

import random
from dataclasses import dataclass

from ptman.rules import identifiers
from ptman.samples import numbers, subjects
from ptman.samples.made import Season

STUDENTS_EACH = 12
PLACES = ("越溪", "临岚", "江砚", "云浦", "青泽", "溪望")
BRANDS_FIRST = tuple("澜青衡朗曜禾岚砚景恒拓启云星睿博")
BRANDS_SECOND = tuple("石羽川木芯舟序原图迹元禾谷帆")
TRADES = {"0854": "信息技术", "0855": "智能装备", "0858": "新能源科技"}
# Electronics and machines go together; energy stays alone, and has too few seats.
ALSO = {"0854": "0855", "0855": "0854"}
TWO_CATEGORIES = 0.3
# The programme's partner, as an example: its code here is invented like all others.
PARTNER = "华为技术有限公司（示例）"


@dataclass(frozen=True, slots=True)
class Enterprise:
    """A host of one category of students, and now and then `also` of a second."""

    name: str
    place: str
    short: str
    uscc: str
    category: str
    also: str = ""

    @property
    def categories(self) -> tuple[str, ...]:
        return tuple(sorted(filter(None, (self.category, self.also))))


def invent(season: Season, draw: random.Random) -> tuple[Enterprise, ...]:
    """About one enterprise for twelve students, at least one a category."""
    count = max(len(subjects.SHARES), round(season.students / STUDENTS_EACH))
    shares = dict(zip(subjects.SHARES, numbers.by_weight(count, tuple(subjects.SHARES.values())), strict=True))
    brands = [first + second for first in BRANDS_FIRST for second in BRANDS_SECOND]
    shorts = [place + brand for brand in draw.sample(brands, len(brands)) for place in PLACES]
    made = [Enterprise(PARTNER, PLACES[0], "华为（示例）", _uscc(1), "0854")]
    for category, share in shares.items():
        while sum(one.category == category for one in made) < share:
            short = shorts.pop() if len(shorts) % 7 else shorts.pop(0)
            name = f"{short}{TRADES[category]}有限公司"
            also = ALSO.get(category, "") if draw.random() < TWO_CATEGORIES else ""
            made.append(Enterprise(name, short[:2], short, _uscc(len(made) + 1), category, also))
    return tuple(made)


def _uscc(serial: int) -> str:
    first17 = f"91990101MA{serial:07d}"
    return first17 + identifiers.uscc_check_digit(first17)
