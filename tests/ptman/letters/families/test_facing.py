"""In two languages page faces page: Chinese before English, as many of each, each numbered as it lies."""

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from ptman import db
from ptman.labels import Label, Lang
from ptman.letters import drawing, pages, typeset
from ptman.letters.families import letters, papers
from ptman.letters.families.family import Family
from ptman.letters.families.gathered import Gathered
from ptman.letters.making import draft
from ptman.letters.pending import Words
from ptman.letters.wish import BOTH, Wish
from tests.ptman.letters.conftest import START
from tests.ptman.letters.families import wishing
from tests.ptman.letters.families.test_red_header import OFFICE
from tests.ptman.letters.sending import TODAY

EMPTY = {"zh": "（此页无正文）", "en": "(notextonthispage)"}


def sheets(pdf: bytes) -> list[str]:
    """The text of each page without blanks."""
    return ["".join(page.split()) for page in pages.text(pdf).split("\f")]


def letter(chinese: int, english: int) -> bytes:
    """A plain letter of so many characters and so many words."""
    gathered = Gathered(OFFICE, {one: {"partner": "甲公司"} for one in Lang}, Label("甲公司", "A"), "甲公司")
    given = (("subject", "试印||Trial"), ("text", "国" * chinese + "||" + "word " * english))
    words = {
        Lang.ZH: Words("plain", "【标题】\n关于{事由}的函\n【正文】\n{正文内容}\n【结束语】\n专此函达。", Lang.ZH),
        Lang.EN: Words("plain", "[Title]\n{Subject}\n[Text]\n{Text}\n[Closing]\nYours truly", Lang.EN),
    }
    drawn = drawing.draw(gathered, Wish("plain", ("x",), given, BOTH, "letter"), "院发〔2026〕7号", START, words)
    return typeset.pdf(drawn.facts)


@pytest.mark.parametrize(("chinese", "english"), [(100, 40), (1500, 40), (100, 1500), (1500, 1500)])
def test_each_chinese_page_faces_its_english_one(chinese: int, english: int) -> None:
    pdf = letter(chinese, english)
    found = sheets(pdf)
    assert len(found) % 2 == 0
    for at, (zh, en) in enumerate(zip(found[::2], found[1::2], strict=True)):
        assert "word" not in zh
        assert "国" not in en
        assert ("国国" in zh or "专此函达" in zh) is not (EMPTY["zh"] in zh)
        assert ("word" in en or "Yourstruly" in en) is not (EMPTY["en"] in en)
        if at:  # the standard's letter format numbers no first page
            assert (f"—{2 * at + 1}—" in zh, f"—{2 * at + 2}—" in en) == (True, True)
    assert pdf == letter(chinese, english)


def test_the_first_page_of_each_language_says_which_pages_are_whose() -> None:
    found = sheets(letter(1500, 40))
    zh, en = found[0], found[1]
    said = re.search(r"本件中英文逐页对照：中文第([0-9、]+)页，英文第([0-9、]+)页", zh)
    assert said is not None
    written = [str(at) for at, page in enumerate(found, 1) if not any(empty in page for empty in EMPTY.values())]
    assert said[1].split("、") == [one for one in written if int(one) % 2]
    assert said[2].split("、") == [one for one in written if not int(one) % 2]
    assert f"Chinese:{said[1].replace('、', ',')};English:{said[2].replace('、', ',')}" in en


def test_a_bound_agreement_has_chinese_left_and_english_right(office: db.Database) -> None:
    office.write(wishing.ready)
    found = sheets(typeset.pdf(office.read(draft, wishing.wish(office, papers.AGREEMENT, BOTH), TODAY).facts))
    cover, left, right = found[0], found[1::2], found[2::2]
    assert "中文文本在左页，英文文本在右页" in cover
    assert "第一条" in left[0]
    assert "Article1" in right[0]
    assert len(left) == len(right)
    assert [f"—{at}—" in page for at, page in enumerate(found[1:], 2)] == [True] * (len(found) - 1)
    assert "中文第2、" in left[0]


@pytest.mark.parametrize("family", [papers.AGREEMENT, letters.REMINDER, papers.CERTIFICATE], ids=lambda one: one.key)
def test_in_this_order_it_is_still_a_tagged_archive_file(office: db.Database, family: Family) -> None:
    office.write(wishing.ready)
    pdf = typeset.pdf(office.read(draft, wishing.wish(office, family, BOTH), TODAY).facts)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert len(document.trailer.ID) == 2
        with document.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        wide = "/TwoPageRight" if family is papers.AGREEMENT else "/TwoPageLeft"
        assert document.Root.PageLayout == wide
        assert all(page.obj.Parent == document.Root.Pages for page in document.pages)
        assert len({page.obj.StructParents for page in document.pages}) == len(document.pages)
        assert document.check_pdf_syntax() == []


def test_an_annex_faces_its_annex(office: db.Database) -> None:
    office.write(wishing.ready)
    wish = wishing.wish(office, papers.SUPERVISOR_LIST, BOTH)
    for layout in papers.SUPERVISOR_LIST.layouts:
        found = sheets(typeset.pdf(office.read(draft, replace(wish, layout=layout.value), TODAY).facts))
        at = next(at for at, page in enumerate(found) if "序号" in page)
        assert at % 2 == 0
        assert "附件" in found[at]
        assert "Annex" in found[at + 1]
        assert "Studentno" in found[at + 1]
