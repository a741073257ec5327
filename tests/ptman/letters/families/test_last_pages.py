"""Nothing that is signed, sealed or listed stands alone: words share its page."""

import pytest

from ptman import db
from ptman.labels import Label, Lang
from ptman.letters import drawing, making, pages, typeset
from ptman.letters.families import papers
from ptman.letters.families.gathered import Gathered
from ptman.letters.layouts import tables
from ptman.letters.pending import Words
from ptman.letters.wish import Wish
from tests.ptman.letters.conftest import START, Ruler
from tests.ptman.letters.families import wishing
from tests.ptman.letters.families.test_red_header import OFFICE
from tests.ptman.letters.sending import TODAY

LENGTHS = range(20, 700, 40)
FOURTH = "星河研究院"


def letter(length: int, layout: str, lang: Lang = Lang.ZH) -> bytes:
    said = ("国" if lang is Lang.ZH else "word ") * length
    gathered = Gathered(OFFICE, {one: {"partner": "甲公司"} for one in Lang}, Label("甲公司", "A"), "甲公司")
    source = {Lang.ZH: "【标题】\n关于{事由}的函\n【正文】\n{正文内容}\n【结束语】\n专此函达。", Lang.EN: ""}[Lang.ZH]
    given = (("subject", "试印"), ("text", said))
    words = {lang: Words("plain", source, lang)}
    facts = drawing.draw(gathered, Wish("plain", ("x",), given, lang.value, layout), "院发〔2026〕7号", START, words)
    return typeset.pdf(facts.facts)


def sheets(pdf: bytes) -> list[str]:
    """The text of each page without blanks."""
    return ["".join(page.split()) for page in pages.text(pdf).split("\f")]


@pytest.mark.parametrize("length", LENGTHS)
def test_copies_and_seal_share_a_page_with_words(length: int) -> None:
    last = sheets(letter(length, "red_header"))[-1]
    assert "印发" in last
    assert last.index("专此函达") < last.index("2026年9月1日") < last.index("印发")


def test_lines_are_closed_up_only_where_that_spares_a_page(glyphs: Ruler) -> None:
    found = {}
    for length in LENGTHS:
        pdf = letter(length, "letter")
        lines = sorted({round(one.baseline, 2) for one in glyphs(pdf) if one.char == "国" and one.page == 0})
        pitch = lines[1] - lines[0] if len(lines) > 1 else 225 / 22
        found[length] = round(225 / pitch)
        assert 22 <= found[length] <= 25
        if found[length] > 22:
            assert len(sheets(pdf)) == 1
    assert 22 in found.values()
    assert any(lines > 22 for lines in found.values())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("fourth", ["", FOURTH])
def test_all_parties_sign_on_one_page_below_words(office: db.Database, language: str, fourth: str) -> None:
    office.write(wishing.ready)
    plain = wishing.wish(office, papers.AGREEMENT, language)
    wish = Wish(plain.family, plain.about, (("fourth", fourth),), language)
    last = sheets(making.preview(office.read(making.draft, wish, TODAY)).pdf)[-1]
    parties = ("甲方", "乙方", "丙方", "丁方") if language == "zh" else ("PartyA", "PartyB", "PartyC", "PartyD")
    signed = last[last.rindex(parties[0]) :]
    assert [one in signed for one in parties] == [True, True, True, bool(fourth)]
    assert ("本协议一式" if language == "zh" else "equalforce") in last[: last.rindex(parties[0])]


def test_no_number_and_no_word_of_a_table_is_broken() -> None:
    row = {
        "student_no": "2266000123",
        "name": "Wang Zihan",
        "category": "Electronic Information Engineering",
        "field": "Computer Technology",
        "academic": "Chen Qiming",
        "academic_title": "Professor",
        "industry": "Gao Jianguo",
        "organisation": "Yuanhang Intelligent Equipment",
        "industry_title": "Senior Engineer",
    }
    for lang in Lang:
        made = tables.table([row] * 3, tables.PAIRS, lang)
        assert made["size"] in tables.SIZES[lang]
        assert sum(made["widths"]) == pytest.approx(156, abs=0.01)  # type: ignore[arg-type]  # a piece is a plain value
        assert all(len(cell) == 1 for cell in made["rows"][0])  # type: ignore[index]  # the same
