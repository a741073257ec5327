"""The first paragraph of a superseding letter: what it replaces, each change once, and no endless list."""

from collections.abc import Callable, Sequence

from ptman.labels import Label
from ptman.letters import amending, comparing, ready, words
from ptman.letters.comparing import Change
from ptman.letters.facts import LetterFacts
from ptman.rules.months import Segment

Maker = Callable[[Sequence[str]], LetterFacts]
GUIDE = Label("企业导师", "Industry supervisor")


def opening(facts: LetterFacts, *changes: Change, left: bool = True) -> str:
    if not left:
        made = amending.replaced(facts, facts)
        assert ready.faults(made) == ()
        return made.opening
    students = tuple(row.name for row in facts.rows)
    known = {"host": facts.host, "students": students, "period": Segment(facts.start, facts.end), "reply_by": None}
    said = words.fill(words.shipped(words.CHANGE), known | amending.values(facts, changes))
    assert said.faults == ()
    return "".join(said.section("opening"))


def test_like_changes_are_told_together(letter: Maker) -> None:
    said = opening(
        letter(["甲", "乙", "丙"]),
        Change("甲", GUIDE, "王", "李"),
        Change("乙", GUIDE, "王", "李"),
        Change("丙", GUIDE, "", "李"),
        Change("丁", comparing.PLACED, "某公司", ""),
        Change("", comparing.HOST, "旧名", "新名"),
    )
    assert "甲、乙的企业导师由王变更为李；丙的企业导师由（待定）变更为李；丁不再赴贵单位实践" in said
    assert "贵单位名称由“旧名”变更为“新名”" in said
    assert "以本函为准，原函同时废止" in said


def test_a_letter_that_never_left_is_simply_replaced(letter: Maker) -> None:
    facts = letter(["甲"])
    said = opening(facts, Change("甲", GUIDE, "王", "李"), left=False)
    assert said == f"本函替代我院《{facts.title}》（{facts.doc_no}，2026年7月1日），原函同时废止。{facts.opening}"


def test_too_many_changes_are_left_to_the_roster(letter: Maker) -> None:
    many = [Change(f"学生{at}", GUIDE, f"旧导师{at}", f"新导师{at}") for at in range(60)]
    said = opening(letter(["甲"]), *many)
    assert "有关变更以下列名单为准" in said
    assert "新导师59" not in said
