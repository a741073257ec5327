"""Facts frozen in the first form are read for ever, and give the bytes they always gave."""

import hashlib
from pathlib import Path

from ptman.letters import stored, typeset
from ptman.letters.facts import LetterFacts

KEPT = Path(__file__).with_name("placement-1.json")
SHA = "5f922f9af4cf094659023aa0065b45420b549cf1fc40914415be94db2b1b10ee"


def test_the_first_form_gives_the_same_bytes() -> None:
    text = KEPT.read_text(encoding="utf-8")
    facts = stored.read(text)
    assert isinstance(facts, LetterFacts)
    assert facts.to_json() == text
    assert hashlib.sha256(typeset.pdf(facts)).hexdigest() == SHA
