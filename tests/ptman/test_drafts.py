"""A draft drawn anew keeps what a person ticked, wherever it still says the same."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman import drafts
from ptman.drafts import Draft, Fate, Item
from ptman.labels import Label

NAME = Label("草稿", "Draft")
fates = st.sampled_from([Fate.NEW, Fate.CHANGED, Fate.DOUBTFUL, Fate.REFUSED, Fate.UNCHANGED, Fate.CONFLICT])
rows = st.dictionaries(st.sampled_from("abcdef"), st.tuples(fates, st.integers(0, 1)), max_size=6)


def draft(found: dict[str, tuple[Fate, int]]) -> Draft:
    return Draft(NAME, tuple(Item(key, fate, f"{key}{said}") for key, (fate, said) in found.items()))


@settings(deadline=None, max_examples=200)
@given(rows, rows, st.sets(st.sampled_from("abcdef")))
def test_ticks_stay_where_the_row_still_says_the_same(
    old: dict[str, tuple[Fate, int]], new: dict[str, tuple[Fate, int]], ticked: set[str]
) -> None:
    before, after = draft(old), draft(new)
    found = drafts.carried(before, ticked & before.keepable(), after)
    assert found <= after.keepable()
    for item in after.items:
        if item in before.items and item.can_be_kept:
            assert (item.key in found) == (item.key in ticked)
        else:
            assert (item.key in found) == (item.key in after.preset())


def test_a_row_that_says_something_else_is_as_at_first() -> None:
    one = Item("a", Fate.CHANGED, "张雨桐")
    other = replace(one, title="李思远")
    assert drafts.carried(Draft(NAME, (one,)), (), Draft(NAME, (other,))) == {"a"}
    assert drafts.carried(Draft(NAME, (one,)), (), Draft(NAME, (one,))) == frozenset()
