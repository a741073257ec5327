"""The rendered page measured against GB/T 9704-2012: grid, margins, head, rules, number, date."""

from itertools import groupby, pairwise

import pytest

from ptman.letters import pages, typeset
from ptman.letters.facts import LetterFacts
from tests.ptman.letters.conftest import HOST, Glyph, Maker, Ruler

EM = 16 * 25.4 / 72
CELL = 156 / 28
PITCH = 225 / 22
DPI = 300


@pytest.fixture(scope="module")
def prose(long_letter: LetterFacts, glyphs: Ruler) -> list[list[Glyph]]:
    """The lines of whole characters on the second page, which prose fills."""
    body = [glyph for glyph in glyphs(typeset.pdf(long_letter)) if glyph.char in "国家二、" and glyph.page == 1]
    lines = groupby(sorted(body, key=lambda glyph: (glyph.baseline, glyph.origin)), key=lambda glyph: glyph.baseline)
    return [list(line) for _, line in lines]


def test_page_holds_22_lines_at_the_pitch_of_the_grid(prose: list[list[Glyph]]) -> None:
    assert len(prose) == 22
    steps = [below[0].baseline - above[0].baseline for above, below in pairwise(prose)]
    assert steps == pytest.approx([PITCH] * 21, abs=0.02)


def test_line_holds_28_characters_at_equal_steps(prose: list[list[Glyph]]) -> None:
    full = [line for line in prose if line[0].origin < 29 and len({glyph.char for glyph in line}) == 1]
    assert len(full) > 15
    for line in full[:10]:
        assert len(line) == 28
        assert [b.origin - a.origin for a, b in pairwise(line)] == pytest.approx([CELL] * 27, abs=0.02)


def test_type_area_has_the_margins_of_the_standard(prose: list[list[Glyph]]) -> None:
    assert prose[0][0].baseline - 0.88 * EM == pytest.approx(37, abs=0.3)
    assert min(line[0].origin for line in prose) == pytest.approx(28, abs=0.3)
    assert max(line[-1].origin + EM for line in prose) == pytest.approx(210 - 26, abs=0.3)
    assert prose[-1][0].baseline + 0.12 * EM <= 297 - 35


def test_paragraph_begins_two_characters_in_and_the_host_at_the_edge(letter: Maker, glyphs: Ruler) -> None:
    found = glyphs(typeset.pdf(letter(["周雨桐"])))
    opening = next(at for at, glyph in enumerate(found) if glyph.char == "为")
    assert found[opening].origin == pytest.approx(28 + 2 * CELL, abs=0.05)
    assert found[opening - 1].char == "："
    assert found[opening - len(HOST) - 1].origin == pytest.approx(28, abs=0.05)


def _bars(pdf: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """Red bars beside the type area, as top, bottom, left, right in millimetres."""
    shown = pages.picture(pdf, page, DPI)
    mm = 25.4 / DPI

    def is_red(x: int, y: int) -> bool:
        at = y * shown.stride + 4 * x
        red, green = shown.pixels[at], shown.pixels[at + 1]
        return red > 180 and green < 120

    probe = round(24 / mm)
    rows = [y for y in range(shown.height) if is_red(probe, y)]
    found = []
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        run = [y for _, y in group]
        across = [x for x in range(shown.width) if is_red(x, run[len(run) // 2])]
        found.append((run[0] * mm, (run[-1] + 1) * mm, across[0] * mm, (across[-1] + 1) * mm))
    return found


def test_rules_are_170_mm_wide_where_the_letter_format_has_them(letter: Maker, glyphs: Ruler) -> None:
    pdf = typeset.pdf(letter(["周雨桐"]))
    thick, thin, low_thin, low_thick = _bars(pdf, 0)
    for _, _, left, right in (thick, thin, low_thin, low_thick):
        assert right - left == pytest.approx(170, abs=0.3)
        assert left == pytest.approx(20, abs=0.3)
    issuer = [glyph for glyph in glyphs(pdf) if glyph.page == 0][:9]
    assert "".join(glyph.char for glyph in issuer) == "东湖大学工程师学院"
    assert min(glyph.top for glyph in issuer) == pytest.approx(30, abs=0.3)
    assert thick[0] - max(glyph.bottom for glyph in issuer) == pytest.approx(4, abs=0.3)
    assert low_thick[1] == pytest.approx(297 - 20, abs=0.3)
    assert thick[1] - thick[0] > 2 * (thin[1] - thin[0])
    assert low_thick[1] - low_thick[0] > 2 * (low_thin[1] - low_thin[0])
    assert _bars(pdf, 1) == []


def test_number_stands_at_the_right_seven_eighths_below_the_rule(letter: Maker, glyphs: Ruler) -> None:
    pdf = typeset.pdf(letter(["周雨桐"]))
    last = next(glyph for glyph in glyphs(pdf) if glyph.char == "号")
    assert last.origin + EM == pytest.approx(184, abs=0.3)
    assert last.baseline - 0.88 * EM - _bars(pdf, 0)[1][1] == pytest.approx(EM * 7 / 8, abs=0.3)


def test_title_stands_two_lines_below_the_number_in_size_two(letter: Maker, glyphs: Ruler) -> None:
    found = glyphs(typeset.pdf(letter(["周雨桐"])))
    number = next(glyph for glyph in found if glyph.char == "号")
    head = next(glyph for glyph in found if glyph.char == "关")
    size = 22 * 25.4 / 72
    assert (head.baseline - 0.88 * size) - (number.baseline + 0.12 * EM) == pytest.approx(2 * PITCH, abs=0.3)


@pytest.mark.parametrize("students", [1, 8, 40])
def test_signature_leaves_room_for_the_seal_and_shares_a_page_with_text(
    letter: Maker, glyphs: Ruler, students: int
) -> None:
    found = glyphs(typeset.pdf(letter([f"周雨{'甲乙丙丁'[at % 4]}" for at in range(students)])))
    text = "".join(glyph.char for glyph in found)
    date_at = text.index("2026年7月1日（联系人") + len("2026年7月1日") - 1
    closing_at = text.index("请予接洽。")
    day, closing = found[date_at], found[closing_at]
    assert day.page == closing.page
    assert day.origin + EM == pytest.approx(184 - 4 * CELL, abs=0.5)
    assert day.baseline - closing.baseline == pytest.approx(4 * PITCH, abs=0.1)
    cut = found[text.index("沿此线")]
    assert cut.page > day.page or cut.baseline - day.baseline > 12


def test_first_page_has_no_number_later_ones_have_it_at_the_outer_edge(letter: Maker, glyphs: Ruler) -> None:
    found = glyphs(typeset.pdf(letter([f"周雨{at}" for at in range(40)])))
    dashes = [glyph for glyph in found if glyph.char == "—" and 262 < glyph.baseline < 275]
    assert {glyph.page for glyph in dashes} == set(range(1, max(glyph.page for glyph in found) + 1))
    for glyph in dashes:
        assert (glyph.top + glyph.bottom) / 2 == pytest.approx(269, abs=0.5)
    left = min(glyph.origin for glyph in dashes if glyph.page == 1)
    assert left == pytest.approx(28 + CELL, abs=0.5)
