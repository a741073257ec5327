"""Sets a letter's frozen facts as PDF/A: the same facts give the same bytes on every machine."""

import functools
import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from ptman import folders
from ptman.letters import codes, fonts, ready, roster, title, wording
from ptman.letters.facts import LetterFacts
from ptman.letters.families.family import Layout
from ptman.letters.layouts import payload as papers
from ptman.letters.paper import PaperFacts

if TYPE_CHECKING:
    import typst

STANDARD: Final = "a-2a"
TITLE_LONGEST = 19
DISPATCH, CERTIFICATE, PAPER = "placement", "certificate", "paper"
SHARED: Final = {DISPATCH: ("grid", "heads"), CERTIFICATE: ("grid",), PAPER: ("grid", "heads", "blocks")}
USUAL = "letter/standard/seal"
GETA = "〓"
_SLIP_CELL = 51.0
_SLIP_EM = 12 * 25.4 / 72
# The compiler keeps the fonts and cannot serve two threads at once.
_one_at_a_time = threading.Lock()

Step = Callable[[int, int], object]


def pdf(facts: LetterFacts | PaperFacts, *, draft: bool = False, code: str = "") -> bytes:
    """One letter as PDF/A-2a (tagged), fonts embedded as subsets, dated by the letter.

    Raises PtmanError `letter-faulty` when the facts cannot make a letter and `letter-glyph-missing` when no bundled
    font has a character; a draft carries a watermark and shows such a character as 〓. `code` is drawn on the first
    page as a QR code, and kept among the keywords.
    """
    ready.refuse(facts, draft=draft)
    given = (
        papers.payload(facts, draft=draft, code=code)
        if isinstance(facts, PaperFacts)
        else payload(facts, draft=draft, code=code)
    )
    letter = json.dumps(given, ensure_ascii=False)
    shown = letter.translate(dict.fromkeys(map(ord, ready.missing(facts)), GETA))
    return _compiled(shown, facts.dated, layout(facts))


def pdf_many(letters: Sequence[tuple[LetterFacts, str]], step: Step | None = None) -> list[bytes]:
    """One PDF each with its code, in order; `step(done, total)` is called after each and may raise to cancel."""
    made = []
    for facts, code in letters:
        made.append(pdf(facts, code=code))
        if step:
            step(len(made), len(letters))
    return made


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


def _compiled(letter: str, dated: date, name: str) -> bytes:
    stamp = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)
    with _one_at_a_time:
        made, warnings = _compiler(name).compile_with_warnings(
            sys_inputs={"letter": letter}, format="pdf", pdf_standards=[STANDARD], timestamp=stamp
        )
    if warnings or not isinstance(made, bytes):
        raise RuntimeError(f"the letter template warns: {[warning.message for warning in warnings]}")
    return made


@functools.cache
def _compiler(name: str) -> "typst.Compiler":
    import typst

    bundled = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in fonts.folders()],
    )
    templates = folders.resources() / "letters"
    return typst.Compiler(
        str(templates / f"{name}.typ"),
        root=str(templates),
        font_paths=bundled,
        ignore_system_fonts=True,
        sys_inputs={},
    )
