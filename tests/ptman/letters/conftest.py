"""Makers of letters with invented people, and a ruler for rendered pages."""

from collections.abc import Callable, Sequence
from ctypes import byref, c_double
from dataclasses import dataclass, replace
from datetime import date

import pypdfium2
import pytest
from pypdfium2 import raw

from ptman.letters import words
from ptman.letters.facts import Contact, LetterFacts, StudentLine
from ptman.rules.months import Segment

START, END = date(2026, 9, 1), date(2027, 6, 30)
HOST = "浙江远航智能装备科技有限公司"
MM = 25.4 / 72
PAGE = 297.0

Maker = Callable[[Sequence[str]], LetterFacts]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character on a page, in millimetres from the page's upper left corner."""

    char: str
    page: int
    origin: float
    baseline: float
    top: float
    bottom: float


Ruler = Callable[[bytes], list[Glyph]]


def _line(number: int, name: str) -> StudentLine:
    return StudentLine(
        name, "女", f"32262{10100 + number}", "电子信息", "智能网联汽车感知算法", START, END, "陈启明", "高建国"
    )


def _facts(names: Sequence[str]) -> LetterFacts:
    said = words.fill(
        words.shipped(words.DISPATCH),
        {"host": HOST, "students": tuple(names), "period": Segment(START, END), "reply_by": date(2026, 7, 20)},
    )
    return LetterFacts(
        issuer="东湖大学工程师学院",
        doc_no="东大工院函〔2026〕7号",
        host=HOST,
        title="".join(said.section("title")),
        start=START,
        end=END,
        rows=tuple(_line(number, name) for number, name in enumerate(names)),
        opening="".join(said.section("opening")),
        requests=said.section("requests"),
        closing="".join(said.section("closing")),
        contact=Contact("陈一鸣", "0571-00000000"),
        dated=date(2026, 7, 1),
    )


@pytest.fixture(scope="session")
def letter() -> Maker:
    return _facts


@pytest.fixture(scope="session")
def long_letter() -> LetterFacts:
    """A letter whose prose fills whole pages with characters of full width."""
    return replace(_facts(["周雨桐"]), requests=("国" * 900, "家" * 900))


@pytest.fixture(scope="session")
def glyphs() -> Ruler:
    return _glyphs


def _glyphs(pdf: bytes) -> list[Glyph]:
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number in range(len(document)):
        page = document[number].get_textpage()
        for at in range(page.count_chars()):
            char = chr(raw.FPDFText_GetUnicode(page.raw, at))
            x, y = c_double(), c_double()
            raw.FPDFText_GetCharOrigin(page.raw, at, byref(x), byref(y))
            _, bottom, _, top = page.get_charbox(at)
            if not char.isspace():
                found.append(
                    Glyph(char, number, x.value * MM, PAGE - y.value * MM, PAGE - top * MM, PAGE - bottom * MM)
                )
        page.close()
    document.close()
    return found
