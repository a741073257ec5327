"""Invents academic and industry supervisors with as many places as the students need, and little more."""

import math
import random
from dataclasses import dataclass
from datetime import date

from ptman.samples import numbers, students, subjects
from ptman.samples.made import Cell, Made, Season
from ptman.samples.organisations import Enterprise
from ptman.samples.people import People

ACADEMIC_FAULTS = ("number-bad", "mobile-bad")
INDUSTRY_FAULTS = ("uscc-check", "date-bad", "required-missing")
STUDENTS_EACH, MOST = 4, 8
SLACK = 1.10
# Appointments that end before the usual day, among industry supervisors.
ENDING_EARLY = 0.06
TITLES = ("教授", "副教授", "副教授", "讲师")
TYPES = ("硕士生导师", "博士生导师", "硕博导师")
POSTS = ("技术总监", "研发部经理", "项目负责人", "架构师", "高级工程师")
LEVELS = {"正高级工程师": "正高级", "高级工程师": "副高级", "工程师": "中级"}
DEGREES = ("博士", "硕士", "硕士", "本科")


def academics(season: Season, people: People, draw: random.Random) -> tuple[Made, ...]:
    """By college. The faulty ones are more than the students need, so that refusing them leaves enough."""
    wanted: list[tuple[str, int, str]] = []
    for category, count in students.demand(season).items():
        total = math.ceil(count * SLACK)
        parts = max(1, round(count / STUDENTS_EACH), math.ceil(total / MOST))
        wanted += [(category, share, "") for share in numbers.spread(total, parts, MOST, draw)]
    categories = tuple(subjects.SHARES)
    wanted += [(draw.choice(categories), 3, fault) for fault in season.faults(ACADEMIC_FAULTS, len(wanted))]
    made = [_academic(season, people, want, draw) for want in wanted]
    made.sort(key=lambda one: (str(one.cells["学院"]), one.number))
    return tuple(made)


def _academic(season: Season, people: People, want: tuple[str, int, str], draw: random.Random) -> Made:
    category, places, fault = want
    someone = people.someone((season.cohort - 60, season.cohort - 33), unique_name=True)
    subject = draw.choice(subjects.of(category))
    others = [other for other in subjects.SHARES if other != category]
    codes = sorted({category, draw.choice(others)} if draw.random() < 0.3 else {category})  # noqa: PLR2004 some guide two
    number = f"0{draw.randrange(10):d}{int(someone.mobile[-5:]):05d}"
    cells: dict[str, Cell] = {
        "工号": number,
        "姓名": someone.name,
        "性别": someone.gender,
        "学院": subject.college,
        "职称": draw.choice(TITLES),
        "导师类别": draw.choice(TYPES),
        "任导师年月": date(season.cohort - draw.randrange(1, 15), draw.choice((6, 9)), 1),
        "可指导类别": ",".join(codes),
        "可带人数": places,
        "研究方向": "、".join(subject.topics),
        "手机": someone.mobile,
        "邮箱": f"t{number}@example.com",
    }
    return Made(cells, number, someone.name, tuple(codes), fault)


@dataclass(frozen=True, slots=True)
class _Post:
    """What is settled about an industry supervisor before the person is invented."""

    host: Enterprise
    places: int
    fault: str = ""
    early: bool = False


def industry(season: Season, people: People, seats: dict[Enterprise, int], draw: random.Random) -> tuple[Made, ...]:
    """By enterprise: as many places as its bases have seats. Early enders and faulty ones come on top."""
    posts: list[_Post] = []
    for host, total in seats.items():
        parts = max(1, round(total / STUDENTS_EACH), math.ceil(total / MOST))
        posts += [_Post(host, share) for share in numbers.spread(total, parts, MOST, draw)]
    hosts = tuple(seats)
    faults = season.faults(INDUSTRY_FAULTS, len(posts))
    posts += [_Post(draw.choice(hosts), 3, early=True) for _ in range(max(1, round(len(posts) * ENDING_EARLY)))]
    posts += [_Post(draw.choice(hosts), 3, fault) for fault in faults]
    posts.sort(key=lambda post: post.host.name)
    return tuple(_from_industry(season, people, (at, post), draw) for at, post in enumerate(posts, start=1))


def _from_industry(season: Season, people: People, numbered: tuple[int, _Post], draw: random.Random) -> Made:
    at, post = numbered
    category = post.host.also if post.host.also and at % 3 == 0 else post.host.category
    someone = people.someone((season.cohort - 58, season.cohort - 32), unique_name=True)
    subject = draw.choice(subjects.of(category))
    title = draw.choice(tuple(LEVELS))
    number = f"QY{season.cohort}-{at:04d}"
    ends = date(season.cohort + 2, 8, 31)
    cells: dict[str, Cell] = {
        "序号": at,
        "导师编号": number,
        "姓名": someone.name,
        "性别": someone.gender,
        "出生年月": date(someone.born.year, someone.born.month, 1),
        "工作单位": post.host.name,
        "统一社会信用代码": post.host.uscc,
        "部门": draw.choice(("研发中心", "产品部", "工艺部", None)),
        "职务": draw.choice(POSTS),
        "职称": title,
        "职称级别": LEVELS[title],
        "最高学历/学位": draw.choice(DEGREES),
        "参加工作年份": someone.born.year + draw.randrange(22, 29),
        "指导类别": subjects.CATEGORIES[category],
        "研究方向": "、".join(subject.topics),
        "可带人数": post.places,
        "新聘/续聘": draw.choice(("新聘", "新聘", "续聘")),
        "聘期起": date(season.cohort - 1, 9, 1),
        "聘期止": date(season.cohort, *draw.choice(((6, 30), (12, 31)))) if post.early else ends,
        "聘书编号": f"PS{season.cohort - 1}{at:04d}",
        "手机": someone.mobile,
        "邮箱": f"e{at:04d}@example.org",
        "备注": None,
    }
    return Made(cells, number, someone.name, (category,), post.fault)
