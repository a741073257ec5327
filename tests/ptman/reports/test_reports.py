"""A report's page and its Word file say all that was given, in order, and the same each time."""

import dataclasses
import io
from datetime import date

import docx
import pypdfium2
import pytest

from ptman.labels import Lang
from ptman.reports import pages, report, word
from ptman.reports.report import Align, Bar, Bars, Facts, Format, Heading, PageBreak, Paragraph, Points, Report, Table

DAY = date(2026, 11, 22)
NAMES = ("张雨桐", "买买提·阿不都热依木", "李𬱖䶮")
TABLE = Table(
    ("序号", "姓名", "备注"), tuple((str(at), NAMES[at % 3], "#let x = 1") for at in range(90)), aligns=(Align.CENTRE,)
)
BLOCKS = (
    Heading("一、概况"),
    Paragraph("在岗研究生 12 名。", lead="学生："),
    Points(("第一项", "第二项"), numbered=True),
    Facts((("编号", "QY-1"), ("名称", "基地"), ("意见", "同意"), ("地址", "某路")), tall=frozenset({"意见"})),
    TABLE,
    PageBreak(),
    Bars((Bar("企业导师", 80, 100, "80 / 100"), Bar("会商", 0, 0, "0"))),
    report.Signature("工程师学院", "2026年11月22日", ("主持人",)),
)
MADE = Report("会商材料", BLOCKS, DAY, issuer="工程师学院", number="院纪〔2026〕3号", trace="迹")


def read(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [document[at].get_textpage().get_text_range() for at in range(len(document))]


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("lang", Lang)
def test_the_page_says_everything(lang: Lang, format_: Format) -> None:
    sheets = read(pages.pdf(dataclasses.replace(MADE, lang=lang, format=format_)))
    whole = "".join(sheets)
    for said in ("会商材料", "院纪〔2026〕3号", "在岗研究生", "第二项", "QY-1", "#let x = 1", "80 / 100", *NAMES):
        assert said in whole
    assert all("备注" in sheet for sheet in sheets[:-1]), "the table's head repeats on each of its pages"
    assert "80 / 100" in sheets[-1]
    assert "备注" not in sheets[-1]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert pages.pdf(MADE) == pages.pdf(MADE)
    assert word.docx(MADE) == word.docx(MADE)


def test_what_no_font_has_is_shown_as_a_gap() -> None:
    odd = Report("甲\U000f0000\u202e乙", (Paragraph("A" * 400),), DAY)
    (sheet,) = read(pages.pdf(odd))
    assert "甲〓乙" in sheet


def test_word_holds_the_same_text() -> None:
    made = docx.Document(io.BytesIO(word.docx(MADE)))
    lines = [one.text for one in made.paragraphs]
    assert "会商材料" in lines
    assert "学生：在岗研究生 12 名。" in lines
    grids = [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables]
    assert grids[1] == [list(TABLE.heads), *map(list, TABLE.rows)]
    assert grids[0][0] == ["编号", "QY-1", "名称", "基地"]
    assert grids[0][1][0] == "意见"
    assert grids[2][0][0] == "企业导师"


def test_a_table_without_rows_says_so() -> None:
    empty = Report("空", (Table(("甲", "乙"), (), empty="没有记录"),), DAY)
    assert "没有记录" in read(pages.pdf(empty))[0]
    assert docx.Document(io.BytesIO(word.docx(empty))).tables[0].rows[1].cells[0].text == "没有记录"
