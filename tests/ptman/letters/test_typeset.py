"""A letter's PDF: same facts same bytes, archivable, embedded fonts, traceable."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from ptman.letters import facts as fact
from ptman.letters import pages, typeset
from tests.ptman.letters.conftest import Maker

CHILD = (
    "import sys, hashlib; from ptman.letters import facts, typeset; "
    "letter = facts.from_json(sys.stdin.buffer.read().decode()); "
    "print(hashlib.sha256(typeset.pdf(letter)).hexdigest())"
)


def test_same_facts_give_the_same_bytes_in_another_process(letter: Maker) -> None:
    facts = letter(["李喆", "买买提·阿不都热依木"])
    typeset.pdf(letter(["别的研究生"]))
    here = hashlib.sha256(typeset.pdf(facts)).hexdigest()
    there = subprocess.run(
        [sys.executable, "-c", CHILD], input=facts.to_json().encode(), capture_output=True, check=True
    )
    assert there.stdout.decode().strip() == here
    assert typeset.pdf(fact.from_json(facts.to_json())) == typeset.pdf(facts)


def test_letter_is_tagged_archivable_and_says_what_it_is(letter: Maker) -> None:
    facts = letter(["周雨桐"])
    with pikepdf.open(BytesIO(typeset.pdf(facts))) as document:
        meta = document.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["dc:title"] == facts.title
        assert facts.sha256() in str(document.docinfo["/Keywords"])
        assert facts.doc_no in str(document.docinfo["/Keywords"])
        assert str(document.docinfo["/CreationDate"]).startswith("D:20260701000000")
        assert "/StructTreeRoot" in document.Root
        assert document.Root.Lang == "zh-CN"


def test_every_font_is_embedded_as_a_subset(letter: Maker) -> None:
    with pikepdf.open(BytesIO(typeset.pdf(letter(["周雨桐", "李喆"])))) as document:
        described = [
            item
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        assert len(described) == 4
        for font in described:
            assert "/FontFile3" in font
            assert str(font.FontName)[7] == "+"


def test_last_page_is_traceable_to_the_facts(letter: Maker) -> None:
    facts = letter(["周雨桐"])
    sheets = pages.text(typeset.pdf(facts)).split("\f")
    assert [facts.sha256()[:12] in sheet for sheet in sheets] == [False] * (len(sheets) - 1) + [True]


def test_draft_is_marked_and_letter_is_not(letter: Maker) -> None:
    facts = letter(["周雨桐"])
    assert "草　稿" in pages.text(typeset.pdf(facts, draft=True))
    assert "稿" not in pages.text(typeset.pdf(facts))


def test_slip_asks_for_what_the_office_needs_back(letter: Maker) -> None:
    slip = pages.text(typeset.pdf(letter(["周雨桐", "李喆"]))).split("回　　执")[1]
    for part in (
        "来函文号",
        "东大工院函〔2026〕7号",
        "接收单位",
        "派遣2名",
        "企业导师",
        "联系人",
        "联系电话",
        "公章",
        "年",
    ):
        assert part in slip


def test_many_letters_come_in_order_and_can_be_cancelled(letter: Maker) -> None:
    wanted = [replace(letter(["周雨桐"]), doc_no=f"东大工院函〔2026〕{number}号") for number in (7, 8, 9)]
    told: list[tuple[int, int]] = []
    made = list(typeset.pdf_many([(facts, "") for facts in wanted], lambda done, total: told.append((done, total))))
    assert made == [typeset.pdf(facts) for facts in wanted]
    assert told == [(1, 3), (2, 3), (3, 3)]

    def cancel(done: int, _total: int) -> None:
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        list(typeset.pdf_many([(facts, "") for facts in wanted], cancel))
