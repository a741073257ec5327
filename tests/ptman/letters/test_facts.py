"""Facts freeze: canonical text, digest, cleaning, and refusal of what is not such a text."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.errors import PtmanError
from ptman.letters import facts as fact
from tests.ptman.letters.conftest import END, START, Maker, _facts

TEXT = st.text(max_size=30)


@settings(deadline=None)
@given(st.lists(TEXT, max_size=4), TEXT, st.lists(TEXT, max_size=3))
def test_facts_survive_their_text(names: list[str], host: str, requests: list[str]) -> None:
    facts = replace(_facts(names), host=host, requests=tuple(requests), reply_by=END)
    assert fact.from_json(facts.to_json()) == facts
    assert fact.from_json(facts.to_json()).sha256() == facts.sha256()


def test_text_is_canonical_and_the_digest_follows_every_value(letter: Maker) -> None:
    facts = letter(["周雨桐", "欧阳子涵"])
    assert facts.to_json() == json.dumps(
        json.loads(facts.to_json()), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    other = replace(facts, rows=(facts.rows[0], replace(facts.rows[1], industry="郑海")))
    assert len({facts.sha256(), other.sha256(), replace(facts, dated=START).sha256()}) == 3
    assert letter(["周雨桐", "欧阳子涵"]).sha256() == facts.sha256()


def test_what_no_page_can_show_is_not_frozen(letter: Maker) -> None:
    line = letter(["周\u202e雨\u200b桐\x07"]).rows[0]
    assert line.name == "周雨桐"
    assert replace(line, post="第一行\n第二行").post == "第一行 第二行"
    assert replace(letter(["甲"]), requests=("\ud800请\u2066协助",)).requests == ("请协助",)


@pytest.mark.parametrize("damage", ["", "{}", "[]", "null", "{not json", '{"form":"other"}'])
def test_other_texts_are_refused(damage: str) -> None:
    with pytest.raises(PtmanError) as caught:
        fact.from_json(damage)
    assert caught.value.code == "letter-facts-damaged"


def test_altered_text_is_refused(letter: Maker) -> None:
    text = letter(["周雨桐"]).to_json()
    for altered in (
        text.replace('"rows":', '"extra":1,"rows":'),
        text.replace(":", ": ", 1),
        text.replace("2026", "x"),
    ):
        with pytest.raises(PtmanError):
            fact.from_json(altered)
