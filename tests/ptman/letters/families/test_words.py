"""The words that are shipped: without a fault, with every section, and full of nothing that a family lacks."""

import pytest

from ptman.labels import Lang
from ptman.letters import language, words
from ptman.letters.families import catalogue
from ptman.letters.families.family import Family


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("family", catalogue.ALL, ids=lambda family: family.key)
def test_shipped_words_name_only_what_there_is(family: Family, lang: Lang) -> None:
    template = language.parse(words.shipped(family.key, lang).source)
    vocabulary = words.vocabulary(family.key)
    assert [fault.said().en for fault in language.check(template, vocabulary)] == []
    written = [part.heading for part in template.written if part.heading]
    assert len(written) == len(set(written))
    needed = {one.label.text(lang) for one in vocabulary.sections if not one.optional}
    assert needed <= set(written)
    assert set(written) <= {one.label.text(lang) for one in vocabulary.sections}
    if family.key == "placement_agreement":
        assert len(written) == len(vocabulary.sections)
