"""Templates and values from outside that mean harm: each is refused or printed as it stands, with a sentence."""

import time
from dataclasses import replace

import pytest

from ptman.labels import Lang
from ptman.letters import draft as drafting
from ptman.letters import filling, language, pages, typeset, words
from ptman.letters.pending import Sender, Trip, Words
from tests.ptman.letters.test_words import BATCH, SENDER, TODAY

KNOWN = words.VOCABULARIES[words.DISPATCH]
VALUES = words.values(BATCH, SENDER, TODAY)
MARK = ("工院函〔2026〕1号", "")
MANY = 5_000


def said(source: str) -> dict[str, str]:
    """The faults of a text by their code."""
    found = language.fill(language.parse(source), VALUES, Lang.ZH, KNOWN)
    return {one.code: one.sentence.zh for one in found.faults}


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{host.__class__.__mro__}", "unknown-blank"),
        ("{研究生.0.姓名}", "unknown-blank"),
        ("{__import__('os').system('id')}", "unknown-blank"),
        ("{open('/etc/passwd').read()}", "unknown-blank"),
        ("{每个 range(10**9)}x{完}", "unknown-blank"),
        ("{{主送单位}}", "nested-brace"),
        ("{" * MANY, "nested-brace"),
        ("{主送单位：" + "9" * MANY + "}", "unfit-form"),
        ("{如果 主送单位 多于 " + "9" * MANY + "}x{完}", "broken-condition"),
        ("{每个 研究生}" * 50 + "x" + "{完}" * 50, "too-deep"),
        ("x" * (filling.LONGEST + 1), "template-too-long"),
        ("主送\u202e单位\u200b", "invisible"),
        ("{主送\u200b单位\u202e}{不\u2066存在}", "unknown-blank"),
    ],
)
def test_a_hostile_text_is_told_and_does_nothing(source: str, code: str) -> None:
    if code == "nested-brace" and len(source) == MANY:
        code = "unclosed-brace"
    found = said(source)
    assert code in found
    assert found[code]


def test_loops_within_loops_end() -> None:
    rows = tuple({"name": f"学生{at}"} for at in range(400))
    source = "{每个 研究生}" * 4 + "{姓名}" + "{完}" * 4
    begun = time.process_time()
    found = language.fill(language.parse(source), {**VALUES, "students": rows}, Lang.ZH, KNOWN)
    assert "endless" in {one.code for one in found.faults}
    assert sum(map(len, found.paragraphs)) <= filling.LONGEST
    assert time.process_time() - begun < 60  # a bound, no measure: unbounded it would take days


NAMES = ('#read("/etc/passwd")', "*粗*_斜_ $x^2$ <标签>", "{主送单位}", "</w:t><w:br/>", "张\u202e三\u200b", "\ud800李")


@pytest.mark.parametrize("name", NAMES)
def test_markup_in_a_name_is_printed_as_it_stands(name: str) -> None:
    plain = name.replace("\u202e", "").replace("\u200b", "").replace("\ud800", "")
    batch = replace(BATCH, trips=(replace(BATCH.trips[0], name=name),))
    own = Words(words.DISPATCH, "【标题】\n函\n【首段】\n派遣<{研究生：姓名}>\n【结束语】\n此致", name="x", edition=1)
    sender = replace(SENDER, dispatch=own)
    written = drafting.written(batch, sender, TODAY)
    facts = drafting.facts_of(batch, sender, MARK[0], written)
    assert facts.opening == f"派遣<{plain}>"
    shown = pages.text(typeset.pdf(facts, draft=True)).replace("\r\n", "").replace(" ", "")
    assert plain.replace(" ", "") in shown


def test_a_name_without_end_is_refused_by_name() -> None:
    trip: Trip = replace(BATCH.trips[0], name="王" * 10_000)
    batch = replace(BATCH, trips=(trip,))
    letter = drafting.letter(batch, SENDER, *_stated(batch))
    assert letter.refused[-1].zh == "姓名“王王王王王王王王王王王王…”超过 120 字"
    faults = said_of("{每个 研究生}{姓名}{完}", batch)
    assert faults == {"value-too-long": f"{'王' * 40}…的“姓名”超过 1000 字，请改短"}


def _stated(batch: object) -> tuple[drafting.LetterFacts, drafting.Said]:
    assert isinstance(batch, type(BATCH))
    written = drafting.written(batch, SENDER, TODAY)
    return drafting.facts_of(batch, SENDER, MARK[0], written), written


def said_of(source: str, batch: object) -> dict[str, str]:
    assert isinstance(batch, type(BATCH))
    found = language.fill(language.parse(source), values_of(batch, SENDER), Lang.ZH, replace(KNOWN, sections=()))
    return {one.code: one.sentence.zh for one in found.faults}


def values_of(batch: object, sender: Sender) -> dict[str, words.Value]:
    assert isinstance(batch, type(BATCH))
    return words.values(batch, sender, TODAY)
