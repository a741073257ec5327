"""The words of a letter that supersedes another, pure: which one it replaces, and what changed."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ptman.letters import comparing, wording
from ptman.letters import draft as drafting
from ptman.letters import words as wordings
from ptman.letters.comparing import Change
from ptman.letters.draft import Said
from ptman.letters.facts import LetterFacts
from ptman.letters.pending import Batch, Sender
from ptman.letters.value_words import Value

LONGEST = 700
"""Characters of changes in the first paragraph; beyond them the roster itself has to tell."""
_VACANT = "（待定）"


def replaced(facts: LetterFacts, old: LetterFacts) -> LetterFacts:
    """`facts` of a letter in the place of one that never left the building."""
    cited = f"《{old.title}》（{old.doc_no}，{wording.day(old.dated)}）"
    return dataclasses.replace(facts, opening=f"本函替代我院{cited}，原函同时废止。{facts.opening}")


def written(batch: Batch, sender: Sender, old: LetterFacts, changes: Sequence[Change], today: date) -> Said:
    """The words of a change letter, the office's own or those shipped."""
    words = sender.change or wordings.shipped(wordings.CHANGE)
    return drafting.stated(words, wordings.values(batch, sender, today) | values(old, changes), today)


def values(old: LetterFacts, changes: Sequence[Change]) -> dict[str, Value]:
    """What the blanks of a change letter hold besides those of a dispatch letter."""
    return {"old_title": old.title, "old_no": old.doc_no, "old_dated": old.dated, "changes": clauses(changes)}


def clauses(changes: Sequence[Change]) -> tuple[str, ...]:
    """Each change as a clause, those alike for several students together; none where they are too many."""
    said = tuple(_clause(change, who) for change, who in _grouped(changes))
    return said if sum(map(len, said)) <= LONGEST else ()


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
