"""What a large file said is found by its place in the text; it must be the very same as decoding the whole."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.intake import told

ids = st.uuids().map(str)
texts = st.one_of(
    st.text(max_size=12),
    st.sampled_from(['": {', '\\": {', "}, ", '"}, "', "\\", '"', "{", '{"person": {']),
)
plain = st.one_of(texts, st.none(), st.booleans(), st.integers())
cells = st.dictionaries(st.sampled_from(["name", "mobile", "remark"]), plain, max_size=3)
nouns = st.sampled_from(["person", "student", "supervision"])
files = st.dictionaries(nouns, st.dictionaries(ids, cells, max_size=4), max_size=3)


@settings(deadline=None, max_examples=300)
@given(files)
def test_it_says_the_same_as_the_text_decoded_as_a_whole(said: dict[str, dict[str, dict[str, object]]]) -> None:
    text = json.dumps(said)
    found = told.by_noun(text, 0)
    assert {noun: dict(records) for noun, records in found.items()} == said
    for noun, records in said.items():
        assert list(found[noun]) == list(records)
        assert all(key in found[noun] for key in records)
        assert "no such record" not in found[noun]


def test_a_text_written_otherwise_is_decoded_as_a_whole() -> None:
    said = {"person": {"01a20583-7eb9-7000-bd12-8e8697a8b89d": {"name": "张雨桐"}}}
    assert told.by_noun(json.dumps(said, separators=(",", ":")), 0) == said
