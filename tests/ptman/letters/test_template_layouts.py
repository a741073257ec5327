"""The layout chosen for a template shows on the page, and a letter without a choice is what it always was."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from ptman.letters import facts as frozen
from ptman.letters import typeset
from ptman.letters.facts import LetterFacts
from tests.ptman.letters.conftest import Ruler

Maker = Callable[[Sequence[str]], LetterFacts]


def test_the_choice_is_kept_among_the_facts_and_only_where_there_is_one(letter: Maker) -> None:
    facts = letter(["周雨桐"])
    assert "layout" not in facts.to_json()
    red = replace(facts, layout="red/close/plain")
    assert frozen.from_json(red.to_json()) == red
    assert red.sha256() != facts.sha256()


@pytest.mark.parametrize(("layout", "lines"), [("", 22), ("letter/close/seal", 25)])
def test_the_grid_has_its_lines(long_letter: LetterFacts, glyphs: Ruler, layout: str, lines: int) -> None:
    found = glyphs(typeset.pdf(replace(long_letter, layout=layout)))
    rows = sorted({round(one.baseline, 1) for one in found if one.page == 1 and one.char in "国家"})
    pitch = (rows[-1] - rows[0]) / (len(rows) - 1)
    assert abs(pitch - 225 / lines) < 0.1


@pytest.mark.parametrize(("head", "top"), [("letter", 30), ("red", 72), ("plain", 37)])
def test_the_head_stands_where_its_format_has_it(letter: Maker, glyphs: Ruler, head: str, top: int) -> None:
    facts = replace(letter(["周雨桐"]), layout="" if head == "letter" else f"{head}/standard/seal")
    mark = glyphs(typeset.pdf(facts))
    first = next(one for one in mark if one.char == facts.issuer[0])
    assert abs(first.top - top) < 2.5


def test_without_a_seal_the_date_stands_two_characters_in(letter: Maker, glyphs: Ruler) -> None:
    def right(layout: str) -> float:
        found = glyphs(typeset.pdf(replace(letter(["周雨桐"]), layout=layout)))
        written = "".join(one.char for one in found)
        return found[written.rindex("2026年7月1日") + len("2026年7月1")].origin

    seal, plain = (right(layout) for layout in ("letter/standard/seal", "letter/standard/plain"))
    assert plain > seal + 5
