"""What keeps facts from becoming a letter is named, all at once, in both languages."""

from dataclasses import replace

import pytest

from ptman.errors import PtmanError
from ptman.letters import ready, typeset
from tests.ptman.letters.conftest import END, START, Maker


def test_sound_letter_has_no_faults(letter: Maker) -> None:
    assert ready.faults(letter(["周雨桐"])) == ()


def test_all_faults_are_told_together(letter: Maker) -> None:
    facts = replace(letter(["甲" * 10_000]), host="", doc_no="", start=END, end=START)
    found = "；".join(label.zh for label in ready.faults(facts))
    assert all(part in found for part in ("接收单位为空", "文号为空", "早于开始日期", "超过 120 字"))
    with pytest.raises(PtmanError) as caught:
        typeset.pdf(facts)
    assert caught.value.code == "letter-faulty"


def test_letter_without_students_or_with_a_nameless_one_is_refused(letter: Maker) -> None:
    assert [label.en for label in ready.faults(letter([]))] == ["there are no students"]
    assert [label.en for label in ready.faults(letter(["周雨桐", ""]))] == ["the name is empty"]


def test_character_without_glyph_stops_the_letter_but_not_the_draft(letter: Maker) -> None:
    facts = letter(["王\U00030edd"])
    assert ready.missing(facts) == ["\U00030edd"]
    with pytest.raises(PtmanError) as caught:
        typeset.pdf(facts)
    assert caught.value.code == "letter-glyph-missing"
    assert "U+30EDD" in caught.value.sentence.zh
    assert typeset.pdf(facts, draft=True).startswith(b"%PDF")


def test_rare_characters_are_borrowed_and_told(letter: Maker) -> None:
    facts = letter(["李喆", "王䶮", "𬱖明", "José Müller"])
    assert ready.borrowed(facts) == ["喆", "䶮", "𬱖"]
    assert ready.missing(facts) == []
