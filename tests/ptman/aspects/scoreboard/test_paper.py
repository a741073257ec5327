"""The scoreboard of a year is one page in either language."""

import pypdfium2
import pytest

from ptman import db
from ptman.aspects.scoreboard import paper
from ptman.labels import Lang
from ptman.reports import pages, word
from ptman.samples import scoreboard
from tests import makers
from tests.ptman.aspects.scoreboard.scoreboard_office import TODAY


@pytest.mark.parametrize(("lang", "word_of"), [(Lang.ZH, "已达标"), (Lang.EN, "Met")])
def test_one_page_with_every_aspect(office: db.Database, lang: Lang, word_of: str) -> None:
    office.write(makers.student)
    office.write(scoreboard.fill, TODAY)
    made = office.read(paper.paper_of, 2025, TODAY, lang)
    with pypdfium2.PdfDocument(pages.pdf(made)) as opened:
        assert len(opened) == 1
        said = opened[0].get_textpage().get_text_range()
    assert word_of in said
    assert ("实训基地 1/2" if lang is Lang.ZH else "Training bases 1/2") in said
    assert word.docx(made).startswith(b"PK")


def test_a_year_without_targets_says_so(office: db.Database) -> None:
    made = office.read(paper.paper_of, 2030, TODAY, Lang.ZH)
    assert pages.payload(made)["blocks"]
    assert "还没有任务" in str(pages.payload(made))
