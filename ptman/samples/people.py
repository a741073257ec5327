"""Invents people: names with rare characters, identity numbers of no region, mobiles that nobody has."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from ptman.rules import identifiers

SURNAMES = tuple("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任")
DOUBLE_SURNAMES = ("欧阳", "上官", "司徒", "诸葛", "令狐")
GIVEN_FIRST = tuple("子宇雨思嘉俊若明文佳泽诗浩梓启静修锦乐景书承安立")
GIVEN_LAST = tuple("涵轩桐宁逸溪哲博怡楷韵然萱航姝远程彤行瑶泽琪新帆")
RARE = tuple("喆堃祎䶮昇珺翀骉旻")
DOTTED_FIRST = ("阿依慕", "帕丽旦", "艾力亚尔", "古丽娜孜", "麦迪娜")
DOTTED_LAST = ("图尔荪江", "阿布来提", "库尔班", "沙吾提", "伊力亚斯")
# Region 99 is assigned to no place, so that no number can be a living person's.
REGION = "990101"
MOBILE_HEAD = "19900"
MOST_MOBILES = 1_000_000


@dataclass(frozen=True, slots=True)
class Someone:
    name: str
    gender: str
    born: date
    id_number: str
    mobile: str


@dataclass(slots=True)
class People:
    """Invents one person after another; identity numbers and mobiles are never given twice."""

    draw: random.Random
    _ids: set[str] = field(default_factory=set)
    _names: set[str] = field(default_factory=set)
    _mobiles: int = 0

    def someone(self, birth_years: tuple[int, int], *, unique_name: bool = False) -> Someone:
        """Born from the first to the last of the years; with `unique_name` no other such person has the name."""
        name = self._name()
        while unique_name and name in self._names:
            name = self._name()
        if unique_name:
            self._names.add(name)
        male = self.draw.random() < 0.6  # noqa: PLR2004 more men than women enrol in engineering
        first, last = date(birth_years[0], 1, 1), date(birth_years[1], 12, 31)
        born = first + timedelta(days=self.draw.randrange((last - first).days + 1))
        return Someone(name, "男" if male else "女", born, self._id_number(born, male=male), self.mobile())

    def mobile(self) -> str:
        self._mobiles += 1
        return f"{MOBILE_HEAD}{self._mobiles % MOST_MOBILES:06d}"

    def _name(self) -> str:
        kind = self.draw.random()
        if kind < 0.02:  # noqa: PLR2004 about one name in fifty is written with a dot
            return f"{self.draw.choice(DOTTED_FIRST)}·{self.draw.choice(DOTTED_LAST)}"
        surname = self.draw.choice(DOUBLE_SURNAMES if kind < 0.04 else SURNAMES)  # noqa: PLR2004 and one in fifty double
        letters = [self.draw.choice(GIVEN_FIRST), self.draw.choice(GIVEN_LAST)][self.draw.choice((0, 0, 0, 1)) :]
        if self.draw.random() < 0.05:  # noqa: PLR2004 a rare character in one name of twenty
            letters[-1] = self.draw.choice(RARE)
        return surname + "".join(letters)

    def _id_number(self, born: date, *, male: bool) -> str:
        while True:
            order = self.draw.randrange(0, 500) * 2 + male
            first17 = f"{REGION}{born:%Y%m%d}{order:03d}"
            number = first17 + identifiers.resident_id_check_digit(first17)
            if number not in self._ids:
                self._ids.add(number)
                return number
