"""Invents the students of one cohort."""

import random
from dataclasses import dataclass
from datetime import date

from ptman.samples import numbers, subjects
from ptman.samples.made import Cell, Made, Season
from ptman.samples.organisations import Enterprise
from ptman.samples.people import People

FAULTS = (
    "id-check",
    "number-rounded",
    "duplicate-in-file",
    "category-unknown",
    "date-bad",
    "mobile-bad",
    "required-missing",
)
SPONSORED = 0.12
STATUS = "在读"


def invent(season: Season, people: People, hosts: tuple[Enterprise, ...], draw: random.Random) -> tuple[Made, ...]:
    """Rows in the order of their numbers.

    Faulty ones are not among the first, so that a duplicate has its original, and not of the scarce category, so that
    it stays scarce when they are refused.
    """
    counts = demand(season)
    categories = [category for category, count in counts.items() for _ in range(count)]
    draw.shuffle(categories)
    faults = season.faults(FAULTS, season.students)
    late = range(season.students // 4, season.students)
    places = draw.sample([at for at in late if categories[at] != subjects.SCARCE], len(faults))
    fault_at = dict(zip(places, faults, strict=True))
    return tuple(
        _student(season, people, _Study(at, category, draw.choice(hosts), fault_at.get(at, "")), draw)
        for at, category in enumerate(categories)
    )


def demand(season: Season) -> dict[str, int]:
    """How many students each category has."""
    return dict(zip(subjects.SHARES, numbers.by_weight(season.students, tuple(subjects.SHARES.values())), strict=True))


@dataclass(frozen=True, slots=True)
class _Study:
    """What is settled about a student before the person is invented."""

    at: int
    category: str
    employer: Enterprise
    fault: str


def _student(season: Season, people: People, study: _Study, draw: random.Random) -> Made:
    someone = people.someone((season.cohort - 28, season.cohort - 22))
    subject = draw.choice(subjects.of(study.category))
    number = f"2{season.cohort % 100:02d}{study.at + 1:05d}"
    sponsored = draw.random() < SPONSORED
    cells: dict[str, Cell] = {
        "序号": study.at + 1,
        "学号": number,
        "姓名": someone.name,
        "性别": someone.gender,
        "身份证号": someone.id_number,
        "年级": season.cohort,
        "专业学位类别": subjects.CATEGORIES[study.category],
        "专业领域": subject.name,
        "学习形式": "非全日制" if sponsored else "全日制",
        "定向/非定向": "定向" if sponsored else "非定向",
        "定向单位": study.employer.name if sponsored else None,
        "定向单位性质": "企业" if sponsored else None,
        "归属学院": subject.college,
        "入学日期": season.enrolled,
        "预计毕业": date(season.cohort + 3, 6, 30),
        "入学前工作月数": draw.randrange(12, 96) if sponsored else None,
        "手机": someone.mobile,
        "邮箱": f"s{number}@example.com",
        "研究兴趣": "、".join(draw.sample(subject.topics, 2)),
        "学籍状态": STATUS,
        "备注": None,
    }
    return Made(cells, number, someone.name, (study.category,), study.fault)
