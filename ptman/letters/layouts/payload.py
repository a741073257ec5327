"""What the typesetter is given for a document: plain texts and numbers, one part a language."""

import math
import textwrap
from collections.abc import Callable, Mapping
from typing import Final

from ptman.labels import Lang
from ptman.letters import codes, fonts, title
from ptman.letters.families.family import Layout
from ptman.letters.layouts import letter_pieces, paper_pieces, pieces
from ptman.letters.layouts.pieces import Piece
from ptman.letters.paper import PaperFacts, Text

TITLE_LONGEST = 19
TITLE_LETTERS = 54
LINES, CLOSER = 22, (23, 24, 25)
"""Lines a page as GB/T 9704 has them, and to how many they may be closed up."""
DRAFT: Final = {Lang.ZH: "草　稿", Lang.EN: "DRAFT"}
PAGED = frozenset({Layout.LETTER, Layout.RED_HEADER, Layout.AGREEMENT})
FITTED = PAGED | {Layout.BLANK_HEAD}
"""Layouts whose lines may be closed up."""
_PIECES: Mapping[str, Callable[[PaperFacts, Text], list[Piece]]] = {
    "placement_letter": letter_pieces.hosted,
    "change_letter": letter_pieces.hosted,
    "introduction": paper_pieces.introduced,
    "acceptance": paper_pieces.accepted,
    "placement_agreement": paper_pieces.agreed,
    "appointment": letter_pieces.certified,
    "supervisor_list": letter_pieces.listed,
    "completion": letter_pieces.certified,
    "supervisor_change": paper_pieces.applied,
    "reminder": letter_pieces.plain,
    "renewal": letter_pieces.plain,
    "plain": letter_pieces.plain,
    "training_certificate": letter_pieces.certified,
    "title_certificate": letter_pieces.certified,
}


def payload(facts: PaperFacts, *, draft: bool = False, code: str = "") -> dict[str, object]:
    """The same facts give the same payload; `lines` a page may be closed up afterwards."""
    digest, first = facts.sha256(), facts.parts[0]
    return {
        "fonts": {role.value: names for role, names in fonts.FAMILIES.items()},
        "layout": facts.layout,
        "lines": LINES,
        "paged": Layout(facts.layout) in PAGED,
        "issuer": first.issuer,
        "title": first.title,
        "date": {"year": facts.dated.year, "month": facts.dated.month, "day": facts.dated.day},
        "keywords": [facts.doc_no, f"sha256:{digest}", *([code] if code else [])],
        "code": codes.drawing(code) if code else "",
        "trace": f"{facts.doc_no}　{digest[:12]}",
        "draft": draft,
        "parts": [_part(facts, text) for text in facts.parts],
    }


def _part(facts: PaperFacts, text: Text) -> Piece:
    made = _PIECES[facts.wish.family](facts, text)
    if facts.layout == Layout.CERTIFICATE.value:
        made = [_flushed(one, text) for one in made]
    return {
        "lang": text.lang.value,
        "issuer": text.issuer,
        "doc_no": facts.doc_no,
        "number_line": f"编号：{facts.doc_no}" if text.lang is Lang.ZH else f"No. {facts.doc_no}",
        "title_lines": _title(text),
        "draft": DRAFT[text.lang],
        "parties": pieces.parties(text),
        "pieces": made,
    }


def _flushed(one: Piece, text: Text) -> Piece:
    """English lines of a certificate stand centred by themselves."""
    return one | {"kind": "flush"} if one["kind"] == "paragraph" and text.lang is Lang.EN else one


def _title(text: Text) -> list[str]:
    """In Chinese broken into a balanced shape, in English into lines of like length."""
    if text.lang is Lang.ZH:
        return list(title.lines(text.title, TITLE_LONGEST, (text.addressee, text.said("agreement_title"))))
    count = max(1, math.ceil(len(text.title) / TITLE_LETTERS))
    lines = textwrap.wrap(text.title, math.ceil(len(text.title) / count) + 8) or [text.title]
    return lines if len(lines) <= count else textwrap.wrap(text.title, TITLE_LETTERS)
