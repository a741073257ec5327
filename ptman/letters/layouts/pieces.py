"""The pieces the typesetter knows, each a plain value with a kind."""

from collections.abc import Iterable, Mapping, Sequence

from ptman.labels import Label, Lang
from ptman.letters import roster, value_words, wording
from ptman.letters.families.family import Layout
from ptman.letters.paper import Frozen, PaperFacts, Text

Piece = dict[str, object]
AREA = 156.0
SMALL = 12.0
"""Points: the size of slips, boxes and stubs."""
_EM = SMALL * 25.4 / 72
_INSET = 3.6


def paragraph(text: str) -> Piece:
    return {"kind": "paragraph", "text": text}


def flush(text: str) -> Piece:
    return {"kind": "flush", "text": text}


def last(texts: Sequence[str]) -> Piece:
    """Paragraphs that keep to the page of what follows: words stand above every signature."""
    return {"kind": "last", "texts": list(texts)}


def heading(text: str) -> Piece:
    return {"kind": "heading", "text": text}


def day(facts: PaperFacts, lang: Lang) -> str:
    return value_words.written(facts.dated, "", lang) or ""


def ending(facts: PaperFacts, text: Text) -> Piece:
    """The closing, who signs and when, and whom to ask; before a copies block it keeps to the page of that."""
    contact, phone, email = text.said("contact"), text.said("phone"), text.said("email")
    if text.lang is Lang.ZH:
        note: Sequence[str] = wording.note(contact, phone, email)
    else:
        said = [f"{label}: {one}" for label, one in (("Contact", contact), ("phone", phone), ("e-mail", email)) if one]
        note = [f"({', '.join(said)})"] if phone or email else []
    closing = list(text.section("closing"))
    return {
        "kind": "ending",
        "closing": closing,
        "issuer": text.issuer,
        "dated": day(facts, text.lang),
        "note": list(note),
        "kept": facts.layout == Layout.RED_HEADER.value,
    }


def addressed(text: Text) -> list[Piece]:
    """The salutation, and what the document supersedes."""
    return [_salutation(text), *citing(text)]


def _salutation(text: Text) -> Piece:
    return flush(f"{text.addressee}：" if text.lang is Lang.ZH else f"To: {text.addressee}")


def numbered(paragraphs: Sequence[str], lang: Lang) -> list[Piece]:
    """First-level points: 一、 in Chinese, 1. in English."""
    zh = lang is Lang.ZH
    return [
        paragraph(f"{wording.numeral(at)}、{one}" if zh else f"{at}.  {one}") for at, one in enumerate(paragraphs, 1)
    ]


def cell(text: str, width: float, **more: object) -> Piece:
    """One box of a form; `width` in millimetres tells where endless words are parted."""
    pieces = roster.fitted((text,), width - _INSET, _EM) if text else ("",)
    return {"text": list(pieces), "span": 1, "head": False, "height": 0, "foot": "", **more}


def head(text: str, width: float, **more: object) -> Piece:
    return cell(text, width, head=True, **more)


def boxes(kind: str, columns: Sequence[float], rows: Iterable[Sequence[Piece]], **more: object) -> Piece:
    """A table of boxes; the columns' widths in millimetres."""
    return {"kind": kind, "size": SMALL, "columns": list(columns), "rows": [list(row) for row in rows], **more}


def pairs_of(lines: Sequence[tuple[Label, str]], lang: Lang) -> Piece:
    """Labels and values two by two; the last takes the whole line where their number is odd."""
    label, value = 30.0, 48.0
    rows = []
    for at in range(0, len(lines), 2):
        pair = lines[at : at + 2]
        row: list[Piece] = []
        for name, said in pair:
            span = 3 if len(pair) == 1 else 1
            row += [head(name.text(lang), label), cell(said, value * span, span=span)]
        rows.append(row)
    return boxes("boxes", (label, value, label, value), rows)


def citing(text: Text) -> list[Piece]:
    """Which document this one takes the place of, where it does."""
    return [paragraph(one) for one in text.section("supersedes")]


def parties(text: Text) -> list[str]:
    """Who concludes an agreement, with their numbers; nobody in a letter."""
    return [_party(row, zh=text.lang is Lang.ZH) for row in text.rows("parties")]


def _party(row: Mapping[str, Frozen], *, zh: bool) -> str:
    number = row.get("number")
    more = (f"（{number}）" if zh else f" ({number})") if number else ""
    return f"{row['label']}：{row['name']}{more}" if zh else f"{row['label']}: {row['name']}{more}"
