"""Families are complete: each has a series, names in both languages, and blanks that cannot be mistaken."""

from collections import Counter

import pytest

from ptman.errors import PtmanError
from ptman.letters.families import catalogue
from ptman.letters.families.family import Family
from ptman.models.choices_documents import DocumentKind
from ptman.rules import text as texts

EVERY = pytest.mark.parametrize("family", catalogue.ALL, ids=lambda family: family.key)


def test_every_kind_of_the_register_has_a_family_and_numbers() -> None:
    assert {family.numbered_as for family in catalogue.ALL} == set(DocumentKind)
    assert {family.key for family in catalogue.ALL if not family.by_reissue} == set(DocumentKind)


@EVERY
def test_names_are_in_both_languages_and_mean_one_blank(family: Family) -> None:
    vocabulary = family.vocabulary
    named = Counter(
        name
        for blank in vocabulary.blanks
        for name in {texts.key(said) for said in (blank.key, blank.label.zh, blank.label.en)}
    )
    assert [name for name, count in named.items() if count > 1] == []
    assert all(one.label.zh and one.label.en for one in (*vocabulary.blanks, *vocabulary.sections, *family.checks))
    assert family.layouts
    assert family.sections[0].key == "title"


def test_an_unknown_family_is_refused_by_name() -> None:
    with pytest.raises(PtmanError) as refused:
        catalogue.family("novel")
    assert refused.value.code == "no-family"
    assert "plain" in refused.value.sentence.en
