"""The words by which a document supersedes another, pure: which one it replaces, and what changed."""

import dataclasses
from collections.abc import Sequence

from ptman.labels import Lang
from ptman.letters import amending, value_words
from ptman.letters.comparing import Change
from ptman.letters.families.gathered import Gathered
from ptman.letters.paper import PaperFacts, Text
from ptman.letters.value_words import Value

CITED = "supersedes"


def cited(facts: PaperFacts, old: PaperFacts) -> PaperFacts:
    """`facts` in the place of `old`, which they cite in each language."""
    parts = tuple(
        dataclasses.replace(one, sections=((CITED, (_sentence(one, old),)), *one.sections)) for one in facts.parts
    )
    return dataclasses.replace(facts, parts=parts)


def changed(gathered: Gathered, old: PaperFacts, changes: Sequence[Change]) -> Gathered:
    """What was gathered, with the blanks of a change letter."""
    values = {lang: {**gathered.values[lang], **_old(old, changes, lang)} for lang in gathered.values}
    return dataclasses.replace(gathered, values=values)


def _old(old: PaperFacts, changes: Sequence[Change], lang: Lang) -> dict[str, Value]:
    clauses = amending.clauses(changes) if lang is Lang.ZH else tuple(_clause(one) for one in changes)
    title = _part(old, lang).title
    return {"old_title": title, "old_no": old.doc_no, "old_dated": old.dated, "changes": clauses}


def _sentence(text: Text, old: PaperFacts) -> str:
    title, day = _part(old, text.lang).title, value_words.written(old.dated, "", text.lang)
    if text.lang is Lang.ZH:
        return f"本件替代《{title}》（{old.doc_no}，{day}），原件同时废止。"
    return f"This document takes the place of “{title}” ({old.doc_no}, {day}), which is no longer valid."


def _part(facts: PaperFacts, lang: Lang) -> Text:
    return next((one for one in facts.parts if one.lang is lang), facts.parts[0])


def _clause(change: Change) -> str:
    who = f"{change.who}: " if change.who else ""
    return f"{who}{change.what.en} {change.old or '(vacant)'} → {change.new or '(vacant)'}"
