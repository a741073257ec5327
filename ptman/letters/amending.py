"""The words of a letter that supersedes another, pure: which one it replaces, and what changed."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from ptman.letters import comparing, wording
from ptman.letters.comparing import Change
from ptman.letters.facts import LetterFacts

LONGEST = 700
"""Characters of changes in the first paragraph; beyond them the roster itself has to tell."""
_VACANT = "（待定）"
_SEE_ROSTER = "有关变更以下列名单为准"


def amended(facts: LetterFacts, old: LetterFacts, changes: Sequence[Change], *, left: bool) -> LetterFacts:
    """`facts` worded as superseding `old`: a change letter where the old one has left the building (`left`)."""
    cited = f"《{old.title}》（{old.doc_no}，{wording.day(old.dated)}）"
    told = _told(changes)
    count = f"研究生{len(facts.rows)}名，于{wording.period(facts.start, facts.end)}赴贵单位开展专业实践"
    if left:
        opening = (
            f"我院前发{cited}所列事项现有变化：{told or _SEE_ROSTER}。变更后派遣{count}，由校内、企业导师共同指导，"
            "以本函为准，原函同时废止。名单如下："
        )
        return dataclasses.replace(facts, title=wording.title_of_change(facts.host), opening=opening)
    opening = f"本函替代我院{cited}，原函同时废止。{facts.opening}"
    return dataclasses.replace(facts, opening=opening)


def _told(changes: Sequence[Change]) -> str:
    """Each change as a clause, those alike for several students together; nothing where they are too many."""
    said = "；".join(_clause(change, who) for change, who in _grouped(changes))
    return said if len(said) <= LONGEST else ""


def _grouped(changes: Iterable[Change]) -> Iterator[tuple[Change, list[str]]]:
    alike: dict[tuple[str, str, str], tuple[Change, list[str]]] = {}
    for change in changes:
        _, who = alike.setdefault((change.what.zh, change.old, change.new), (change, []))
        who.append(change.who)
    return iter(alike.values())


def _clause(change: Change, who: Sequence[str]) -> str:
    named = "、".join(who)
    if change.what == comparing.HOST:
        return f"贵单位名称由“{change.old}”变更为“{change.new}”"
    if change.what in {comparing.PLACED, comparing.STANDING}:
        return f"{named}不再赴贵单位实践"
    return f"{named}的{change.what.zh}由{change.old or _VACANT}变更为{change.new or _VACANT}"
