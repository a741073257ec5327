"""The points of a pairing: monotone in the rank, blind to words that say nothing, honest about what is unknown."""

from hypothesis import given, settings
from hypothesis import strategies as some

from ptman.assign import terms

PLACES = some.integers(1, 40)


@settings(deadline=None)
@given(PLACES, PLACES)
def test_an_earlier_choice_never_costs_more(first: int, second: int) -> None:
    low, high = sorted((first, second))
    assert terms.rank(low) <= terms.rank(high) < terms.rank(None)


@settings(deadline=None)
@given(PLACES, PLACES)
def test_a_supervisors_earlier_choice_never_costs_more(first: int, second: int) -> None:
    low, high = sorted((first, second))
    ranked = [terms.supervisor_rank(place, ranked_anyone=True) for place in (low, high, None)]
    assert ranked == sorted(ranked)


def test_words_are_pairs_of_characters_and_latin_words() -> None:
    assert terms.words("边缘计算 5G/AIoT 技术") == ("aiot", "缘计", "计算", "边缘")
    assert terms.words("研究", None, "") == ()


def test_fit_grows_with_what_is_shared() -> None:
    wanted = terms.words("面向物联网的边缘计算")
    assert terms.fit(wanted, terms.words("边缘计算")) == terms.FIT_GOOD
    assert terms.fit(wanted, terms.words("云计算")) == terms.FIT_SOME
    assert terms.fit(wanted, terms.words("岩土力学")) == terms.FIT_NONE
    assert terms.fit(wanted, ()) == terms.fit((), wanted) == terms.FIT_UNKNOWN


@settings(deadline=None)
@given(some.sets(some.text()), some.sets(some.text()))
def test_fit_is_mutual(mine: set[str], theirs: set[str]) -> None:
    assert terms.fit(mine, theirs) == terms.fit(theirs, mine)


def test_every_term_has_words_in_both_languages() -> None:
    assert all(label.zh and label.en for label in terms.LABELS.values())
