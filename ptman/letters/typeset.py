"""Sets a letter's frozen facts as PDF/A: the same facts give the same bytes on every machine."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from typing import Final

from ptman import folders
from ptman.letters import abreast, codes, compiling, facing, fonts, pages, ready, roster, title, wording
from ptman.letters.facts import LetterFacts
from ptman.letters.families.family import Layout
from ptman.letters.layouts import payload as papers
from ptman.letters.paper import PaperFacts

TITLE_LONGEST = 19
DISPATCH, CERTIFICATE, PAPER = "placement", "certificate", "paper"
SHARED: Final = {DISPATCH: ("grid", "heads"), CERTIFICATE: ("grid",), PAPER: ("grid", "heads", "blocks")}
USUAL = "letter/standard/seal"
GETA = "〓"
FEW = 170
"""Em of text on a page that is nearly empty: about six lines."""
_SLIP_CELL = 51.0
_SLIP_EM = 12 * 25.4 / 72

Step = Callable[[int, int], object]


def pdf(facts: LetterFacts | PaperFacts, *, draft: bool = False, code: str = "") -> bytes:
    """One letter as PDF/A-2a (tagged), fonts embedded as subsets, dated by the letter.

    Raises PtmanError `letter-faulty` when the facts cannot make a letter and `letter-glyph-missing` when no bundled
    font has a character; a draft carries a watermark and shows such a character as 〓. `code` is drawn on the first
    page as a QR code, and kept among the keywords.
    """
    ready.refuse(facts, draft=draft)
    if isinstance(facts, LetterFacts):
        return _set(facts, payload(facts, draft=draft, code=code))
    made = _fitted(facts, papers.payload(facts, draft=draft, code=code))
    return facing.ordered(made, covered=facing.covered(facts)) if len(facts.parts) > 1 else made


def _fitted(facts: PaperFacts, given: dict[str, object]) -> bytes:
    """On the standard's grid; lines are closed up, as it allows, only where that spares a page of few words."""
    made = _set(facts, given)
    if Layout(facts.layout) not in papers.FITTED:
        return made
    found = facing.texts(pages.text(made).split("\f"), covered=facing.covered(facts))
    if len(found) == len(facts.parts) or all(roster.ems("".join(one.split())) > FEW for one in found):
        return made
    closer = [_set(facts, given | {"lines": lines}) for lines in papers.CLOSER]
    counts = [len(facing.texts(pages.text(one).split("\f"), covered=facing.covered(facts))) for one in closer]
    fewest = min(counts)
    return closer[counts.index(fewest)] if fewest < len(found) else made


def _set(facts: LetterFacts | PaperFacts, given: dict[str, object]) -> bytes:
    letter = json.dumps(given, ensure_ascii=False)
    if given["draft"]:  # what is issued lacks no glyph: `ready.refuse` has seen to it
        letter = letter.translate(dict.fromkeys(map(ord, ready.missing(facts)), GETA))
    return compiling.compiled(f"letters/{layout(facts)}", {"letter": letter}, facts.dated)


def pdf_many(letters: Sequence[tuple[LetterFacts, str]], step: Step | None = None) -> Iterator[bytes]:
    """One PDF each with its code, in order; many are set in several processes, to the same bytes.

    `step(done, total)` is called after each and may raise to cancel. Raises as `pdf` does, before the first is set.
    """
    for facts, _ in letters:
        ready.refuse(facts, draft=False)
    with closing(abreast.answers([(facts.to_json(), code) for facts, code in letters])) as answers:
        for at, ((facts, code), answer) in enumerate(zip(letters, answers, strict=True), 1):
            yield answer or pdf(facts, code=code)
            if step:
                step(at, len(letters))


def template(name: str = DISPATCH) -> bytes:
    """The template that of this name, with all that it draws on, to be frozen with what it made."""
    folder = folders.resources() / "letters"
    return b"".join((folder / f"{one}.typ").read_bytes() for one in (name, *SHARED[name]))


def payload(facts: LetterFacts, *, draft: bool = False, code: str = "") -> dict[str, object]:
    """What the template is given: plain texts and numbers, ready to be laid out."""
    digest = facts.sha256()
    return {
        "fonts": {role.value: names for role, names in fonts.FAMILIES.items()},
        "frame": dict(zip(("head", "grid", "signature"), (facts.layout or USUAL).split("/"), strict=True)),
        "issuer": facts.issuer,
        "host": facts.host,
        "doc_no": facts.doc_no,
        "title": facts.title,
        "title_lines": title.lines(facts.title, TITLE_LONGEST, (facts.host,)),
        "opening": facts.opening,
        "requests": [f"{wording.numeral(at)}、{text}" for at, text in enumerate(facts.requests, 1)],
        "remarks": facts.remarks,
        "closing": facts.closing,
        "note": wording.note(facts.contact.person, facts.contact.phone, facts.contact.email),
        "dated": wording.day(facts.dated),
        "date": {"year": facts.dated.year, "month": facts.dated.month, "day": facts.dated.day},
        "keywords": [facts.doc_no, f"sha256:{digest}", *([code] if code else [])],
        "code": codes.drawing(code) if code else "",
        "trace": f"{facts.doc_no}　{digest[:12]}",
        "draft": draft,
        "roster": asdict(roster.roster(facts.rows)),
        "slip": _slip(facts),
    }


def _slip(facts: LetterFacts) -> dict[str, object]:
    return {
        "doc_no": roster.fitted((facts.doc_no,), _SLIP_CELL, _SLIP_EM),
        "host": roster.fitted((facts.host,), _SLIP_CELL, _SLIP_EM),
        "count": f"　　　名（来函派遣{len(facts.rows)}名）",
        "supervisors": "□ 同意来函名单　□ 调整",
    }


def layout(facts: LetterFacts | PaperFacts) -> str:
    """The file that sets these facts."""
    if isinstance(facts, LetterFacts):
        return DISPATCH
    return CERTIFICATE if facts.layout == Layout.CERTIFICATE.value else PAPER
