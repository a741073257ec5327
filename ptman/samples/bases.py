"""Invents training bases with a few more seats than students, but for one category with too few."""

import math
import random
from collections import Counter
from datetime import date

from ptman.samples import numbers, students, subjects
from ptman.samples.made import Cell, Made, Season
from ptman.samples.organisations import Enterprise
from ptman.samples.people import REGION, People

FAULTS = ("uscc-check", "number-bad")
STUDENTS_EACH = 10
SLACK = 1.10
# The share of students of the scarce category who find a seat.
SHORTAGE = 0.90
MOST = 60
# No place has this area code.
NO_AREA = "0600"
KINDS = {"研究生联合培养基地": "联合培养基地", "校外实践基地": "实践基地", "实训基地": "实训基地"}
LEVELS = ("院级", "校级", "校级", "省级")


def seats(season: Season, hosts: tuple[Enterprise, ...], draw: random.Random) -> tuple[tuple[Enterprise, int], ...]:
    """Each base as its host and its seats; every host has one base at least."""
    found: list[tuple[Enterprise, int]] = []
    for category, count in students.demand(season).items():
        mine = [host for host in hosts if host.category == category]
        bases = max(len(mine), round(count / STUDENTS_EACH))
        scarce = category == subjects.SCARCE
        total = min(count - 1, math.floor(count * SHORTAGE)) if scarce else math.ceil(count * SLACK)
        shares = numbers.spread(total, bases, MOST, draw)
        found += [(mine[at % len(mine)], share) for at, share in enumerate(shares)]
    return tuple(found)


def invent(
    season: Season, people: People, seated: tuple[tuple[Enterprise, int], ...], draw: random.Random
) -> tuple[Made, ...]:
    """One row a base; the faulty ones come on top, so that refusing them leaves enough."""
    faults = season.faults(FAULTS, len(seated))
    hosts = [host for host, _ in seated]
    rows = [(host, share, "") for host, share in seated] + [(draw.choice(hosts), 4, fault) for fault in faults]
    draw.shuffle(rows)
    named = _sections([host for host, _, _ in rows])
    return tuple(_base(season, people, (at, *row, named[at - 1]), draw) for at, row in enumerate(rows, start=1))


def _sections(hosts: list[Enterprise]) -> list[str]:
    """What tells the bases of one host apart; nothing where it has only one."""
    seen: Counter[Enterprise] = Counter()
    total = Counter(hosts)
    names = []
    for host in hosts:
        seen[host] += 1
        names.append(f"{seen[host]}区" if total[host] > 1 else "")
    return names


def _base(season: Season, people: People, row: tuple[int, Enterprise, int, str, str], draw: random.Random) -> Made:
    at, host, share, fault, section = row
    kind = draw.choice(tuple(KINDS))
    began = date(season.cohort - draw.choice((1, 2)), draw.choice((3, 6)), 1)
    number = f"JD-{at:03d}"
    contact = people.someone((season.cohort - 55, season.cohort - 28))
    cells: dict[str, Cell] = {
        "基地编号": number,
        "基地名称": f"{host.short}{KINDS[kind]}{section}",
        "依托单位": host.name,
        "统一社会信用代码": host.uscc,
        "单位性质": "企业",
        "行政区划": REGION,
        "详细地址": f"{host.place}市创新路{draw.randrange(1, 900)}号",
        "基地类型": kind,
        "级别": draw.choice(LEVELS),
        "面向类别": ",".join(host.categories),
        "每批容量": share,
        "协议编号": f"XY{began.year}-{at:03d}",
        "协议起": began,
        "协议止": date(began.year + 5, began.month, 1),
        "协议签订日期": began,
        "挂牌日期": date(began.year + 1, began.month, 15) if began.year + 1 < season.cohort else None,
        "校方负责人": people.someone((season.cohort - 55, season.cohort - 35)).name,
        "基地负责人": people.someone((season.cohort - 55, season.cohort - 35)).name,
        "联系人": contact.name,
        "联系电话": contact.mobile if draw.random() < 0.7 else f"{NO_AREA}-{8_000_000 + at}",  # noqa: PLR2004 some landlines
        "安全责任人": people.someone((season.cohort - 55, season.cohort - 35)).name,
        "状态": "在用",
    }
    return Made(cells, number, str(cells["基地名称"]), host.categories, fault)
