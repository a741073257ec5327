"""What makes a pairing better or worse, as data: points against it (0 is best), each with its words."""

import re
from collections.abc import Iterable

from ptman.labels import Label

# Points of a student's first, second, … choice; what the student did not name costs the last.
RANKS = (0, 2, 5, 9, 14)
LATER_RANK = 19
UNRANKED = 25
# Points by how a supervisor ranked the student; a supervisor who ranked nobody stands in the middle.
SUPERVISOR_RANKS = (0, 1, 2)
SUPERVISOR_LATER = 3
SUPERVISOR_SILENT = 3
SUPERVISOR_UNRANKED = 6

# Of the field, and the same again of the topic.
FIT_GOOD, FIT_SOME, FIT_UNKNOWN, FIT_NONE = 0, 1, 2, 3
ENDS_EARLY = 8
MOVED = 4
# Points a student above the even load of everybody.
ABOVE_LEVEL = 3
# Points by how far a base is from the student's region.
SAME_CITY, SAME_PROVINCE, REGION_UNKNOWN, FAR = 0, 3, 3, 6
# Less than these is what one student's choices can differ by, all terms taken together.
MOST = 130
MOST_VACANCY = 100_000
# Points off where the academic and the industry supervisor know each other.
RECOMMENDED = 4
SHARED = 3
GOOD_FIT_FROM = 2

LABELS = {
    "rank": Label("志愿顺序", "Rank of the choice"),
    "supervisor_rank": Label("导师意向", "Supervisor's own choice"),
    "field": Label("方向匹配", "Field fit"),
    "topic": Label("课题匹配", "Topic fit"),
    "ends_early": Label("聘期在实践结束前到期", "Appointment ends before the practice"),
    "moved": Label("改变现有安排", "Changes what stands"),
    "travel": Label("路途", "Travel"),
    "hint": Label("办公室的倾向", "The office's hint"),
    "affinity": Label("双导师已有合作", "The supervisors work together"),
    "vacancy_academic": Label("缺校内导师", "No academic supervisor"),
    "vacancy_industry": Label("缺企业导师", "No industry supervisor"),
    "vacancy_base": Label("缺基地", "No base"),
}

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+#]+")
_HAN = re.compile("[\u4e00-\u9fff]+")
# Pairs of characters that every field's description has, so that sharing them says nothing.
_EMPTY = frozenset(
    [
        "技术",
        "研究",
        "工程",
        "系统",
        "方向",
        "应用",
        "设计",
        "方法",
        "理论",
        "与应",
        "及其",
        "其应",
        "专业",
        "领域",
        "科学",
        "开发",
        "分析",
        "相关",
        "术与",
        "统与",
        "程与",
        "究与",
        "与技",
        "与工",
    ]
)


def vacancy(students: int, heaviest: int = 100) -> int:
    """Points of one vacancy: more than all students together could gain by it, up to 769 students; then the most.

    `heaviest` is the largest weight in hundredths. Beyond that one vacancy outweighs the worst moves of 769 students,
    and the engine's integers stay within 64 bits.
    """
    digits = len(str(MOST * students * max(100, heaviest) // 100))
    return int(min(10**digits, MOST_VACANCY))


def rank(place: int | None) -> int:
    """Points of a student's choice by its place; None: not among the choices."""
    if place is None:
        return UNRANKED
    return RANKS[place - 1] if place <= len(RANKS) else LATER_RANK


def supervisor_rank(place: int | None, *, ranked_anyone: bool) -> int:
    """Points by the place a supervisor gave the student."""
    if not ranked_anyone:
        return SUPERVISOR_SILENT
    if place is None:
        return SUPERVISOR_UNRANKED
    return SUPERVISOR_RANKS[place - 1] if place <= len(SUPERVISOR_RANKS) else SUPERVISOR_LATER


def words(*texts: str | None) -> tuple[str, ...]:
    """What texts speak of: Latin words and pairs of Chinese characters, but for those that say nothing."""
    found: set[str] = set()
    for text in texts:
        found.update(word.casefold() for word in _LATIN.findall(text or ""))
        for run in _HAN.findall(text or ""):
            found.update(run[at : at + 2] for at in range(len(run) - 1))
    return tuple(sorted(found - _EMPTY))


def fit(wanted: Iterable[str], offered: Iterable[str]) -> int:
    """Points by how much a student's field, or topic, shares with an expertise; unknown is no match and no mismatch."""
    mine, theirs = frozenset(wanted), frozenset(offered)
    if not mine or not theirs:
        return FIT_UNKNOWN
    common = len(mine & theirs)
    return FIT_GOOD if common >= GOOD_FIT_FROM else FIT_SOME if common else FIT_NONE


def travel(home: str, there: str) -> int:
    """Points by region codes: two digits are a province, four a city (GB/T 2260)."""
    if not home or not there:
        return REGION_UNKNOWN
    if home[:4] == there[:4]:
        return SAME_CITY
    return SAME_PROVINCE if home[:2] == there[:2] else FAR


def affinity(*, recommended: bool, shared: int) -> int:
    """Points off for an academic and an industry supervisor who work together; 0 where they do not."""
    return (RECOMMENDED if recommended else 0) + (SHARED if shared else 0)
