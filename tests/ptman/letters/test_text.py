"""What the page says: names found exactly, headers repeated, data never read as markup."""

from dataclasses import replace

import pytest

from ptman.letters import pages, typeset
from ptman.letters.facts import Contact, StudentLine
from tests.ptman.letters.conftest import HOST, Maker, Ruler

NAMES = ["李喆", "赵堃", "张祎", "王玥", "何彧", "吴珺", "孙頔", "钱䶮", "𬱖明", "买买提·阿不都热依木", "José Müller"]
HOSTILE = [
    '#image("x")',
    "*粗* _斜_",
    "$x^2$",
    '"); #panic("x")',
    "// 注释 /* */",
    "<标签> @引用",
    "`代码` \\ \\u{41}",
    "= 一级",
    "- 项 + 项",
    "https://example.org/a",
    "{{x}} ${x} %s",
    "~ -- --- ...",
    "\"引号\" '单'",
]


def _flat(text: str) -> str:
    return "".join(text.split())


def test_names_are_found_exactly_and_without_radicals(letter: Maker) -> None:
    found = pages.text(typeset.pdf(letter(NAMES)))
    for name in NAMES:
        assert _flat(name) in _flat(found)
    assert HOST in found
    assert "东大工院函〔2026〕7号" in found
    assert not [char for char in found if "\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff"]
    assert "\ufffd" not in found


def test_forty_students_run_over_pages_with_the_header_on_each(letter: Maker) -> None:
    names = [f"周雨桐{chr(0x4E00 + at)}" for at in range(40)]
    sheets = pages.text(typeset.pdf(letter(names))).split("\f")
    rows = [[name for name in names if name in sheet] for sheet in sheets]
    assert [name for sheet in rows for name in sheet] == names
    assert len([sheet for sheet in rows if sheet]) >= 3
    for sheet, held in zip(sheets, rows, strict=True):
        assert ("校内导师" in _flat(sheet).split("一、请")[0] and "序号" in sheet) == bool(held)
        for name in held:
            number = f"32262{10100 + names.index(name)}"
            assert number in sheet


@pytest.mark.parametrize("text", HOSTILE)
def test_data_is_printed_as_typed_wherever_it_stands(letter: Maker, text: str) -> None:
    facts = letter([text])
    line: StudentLine = replace(facts.rows[0], post=text, academic=text, industry=text, field=text)
    everywhere = replace(facts, rows=(line,), issuer=text, host=text, title=text, opening=text, closing=text)
    everywhere = replace(everywhere, requests=(text,), remarks=text, doc_no=text)
    found = _flat(pages.text(typeset.pdf(everywhere)))
    assert found.count(_flat(text)) >= 12


def test_longest_values_stay_inside_the_page(letter: Maker, glyphs: Ruler) -> None:
    facts = letter(["甲" * 120])
    line = replace(facts.rows[0], post="w" * 120, academic="·" * 120, industry="W" * 120, student_no="9" * 120)
    pdf = typeset.pdf(replace(facts, rows=(line,), host="司" * 120))
    for char in "甲wW9":
        assert pages.text(pdf).count(char) >= 120
    for glyph in glyphs(pdf):
        assert 28 - 0.3 < glyph.origin < 184
        assert 0 < glyph.baseline < 290


def test_vacancy_and_unknown_are_shown_as_such(letter: Maker) -> None:
    facts = letter(["周雨桐"])
    bare = replace(facts.rows[0], gender="", post="", academic="", industry="")
    assert pages.text(typeset.pdf(replace(facts, rows=(bare,)))).count("待定") == 2


def test_letter_without_a_contact_has_no_empty_annotation(letter: Maker) -> None:
    found = pages.text(typeset.pdf(replace(letter(["周雨桐"]), contact=Contact("", ""))))
    assert "（联系人" not in found
    assert "（）" not in found
