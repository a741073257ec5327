"""The rendered page of the red-header format measured: 22 lines of 28 characters, margins, head, red line, pages."""

from itertools import groupby, pairwise

import pytest

from ptman.labels import Label, Lang
from ptman.letters import drawing, typeset
from ptman.letters.families.gathered import Gathered, Office
from ptman.letters.pending import Words
from ptman.letters.wish import Wish
from tests.ptman.letters.conftest import START, Glyph, Ruler
from tests.ptman.letters.test_grid import CELL, EM, PITCH, _bars

OFFICE = Office(Label("东湖大学工程师学院", "School"), Label("项目办公室", "Office"), "0571-00000000", "", "s", "院发")


def letter(layout: str) -> bytes:
    given = (("subject", "试印"), ("text", "国" * 400))
    gathered = Gathered(OFFICE, {lang: {"partner": "甲公司"} for lang in Lang}, Label("甲公司", "A"), "甲公司")
    words = {Lang.ZH: Words("plain", "【标题】\n关于{事由}的函\n【正文】\n" + "{正文内容}" * 3)}
    return typeset.pdf(
        drawing.draw(gathered, Wish("plain", ("x",), given, "zh", layout), "院发〔2026〕7号", START, words).facts
    )


@pytest.fixture(scope="module", params=["letter", "red_header"])
def lines(request: pytest.FixtureRequest, glyphs: Ruler) -> list[list[Glyph]]:
    """The lines of the second page, which prose fills."""
    body = [one for one in glyphs(letter(request.param)) if one.char == "国" and one.page == 1]
    ordered = sorted(body, key=lambda one: (one.baseline, one.origin))
    return [list(line) for _, line in groupby(ordered, key=lambda one: one.baseline)]


def test_the_grid_is_that_of_the_standard(lines: list[list[Glyph]]) -> None:
    assert len(lines) == 22
    steps = [below[0].baseline - above[0].baseline for above, below in pairwise(lines)]
    assert steps == pytest.approx([PITCH] * 21, abs=0.02)
    for line in lines[1:-1]:
        assert len(line) == 28
        assert [b.origin - a.origin for a, b in pairwise(line)] == pytest.approx([CELL] * 27, abs=0.02)


def test_the_margins_are_within_three_tenths(lines: list[list[Glyph]]) -> None:
    assert lines[0][0].baseline - 0.88 * EM == pytest.approx(37, abs=0.3)
    assert min(line[0].origin for line in lines) == pytest.approx(28, abs=0.3)
    assert max(line[-1].origin + EM for line in lines) == pytest.approx(210 - 26, abs=0.3)


def test_the_red_head_stands_where_the_standard_has_it(glyphs: Ruler) -> None:
    pdf = letter("red_header")
    found = glyphs(pdf)
    at = "".join(one.char for one in found).index(OFFICE.issuer.zh)
    mark = found[at : at + len(OFFICE.issuer.zh)]
    assert "".join(one.char for one in mark) == OFFICE.issuer.zh
    assert min(one.top for one in mark) == pytest.approx(37 + 35, abs=0.3)
    number = next(one for one in found if one.char == "号")
    top = number.baseline - 0.88 * EM
    assert top - max(one.bottom for one in mark) == pytest.approx(2 * PITCH, abs=0.3)
    bars = _bars_within(pdf)
    assert bars[0] == pytest.approx(number.baseline + 0.12 * EM + 4, abs=0.3)


def _bars_within(pdf: bytes) -> list[float]:
    """The upper edges of red bars that begin at the type area's left edge: the letter format's begin further out."""
    from ptman.letters import pages

    shown, dpi = pages.picture(pdf, 0, 300), 300
    mm = 25.4 / dpi
    assert _bars(pdf, 0) == []
    column = round(29 / mm)
    rows = [y for y in range(round(95 / mm), shown.height) if _red(shown.pixels, y * shown.stride + 4 * column)]
    return [rows[0] * mm]


def _red(pixels: bytes, at: int) -> bool:
    return pixels[at] > 180 and pixels[at + 1] < 120
