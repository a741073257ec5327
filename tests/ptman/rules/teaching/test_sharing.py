"""Whatever is given is taken by somebody; what is used at home counts for neither."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules.teaching import sharing
from ptman.rules.teaching.sharing import Amount, Balance, Used

AMOUNTS = st.builds(Amount, st.just(1), st.integers(0, 60), st.integers(0, 600))
USES = st.lists(st.builds(Used, st.sampled_from("abc"), st.sampled_from("abc"), AMOUNTS), max_size=12)


@settings(deadline=None, max_examples=60)
@given(used=USES)
def test_what_is_given_is_taken(used: list[Used[str]]) -> None:
    found = sharing.balances(used)
    given_ = sharing.total(one.gives for one in found.values())
    taken = sharing.total(one.takes for one in found.values())
    assert given_ == taken == sharing.total(one.amount for one in used if one.owner != one.user)
    assert set(found) == {key for one in used if one.owner != one.user for key in (one.owner, one.user)}


def test_each_side_stands_for_itself() -> None:
    lab, course = Amount(1, 20, 180), Amount(1, 8, 45)
    found = sharing.balances([Used("us", "them", lab), Used("them", "us", course), Used("us", "us", lab)])
    assert found == {"us": Balance(lab, course), "them": Balance(course, lab)}


@pytest.mark.parametrize(("minutes", "tenths"), [(0, 0), (3, 1), (2, 0), (60, 10), (90, 15), (100, 17)])
def test_hours_are_told_in_tenths(minutes: int, tenths: int) -> None:
    assert Amount(1, 1, minutes).tenths == tenths


@pytest.mark.parametrize(("scores", "mean"), [((), None), ((5,), 50), ((4, 5), 45), ((3, 3, 4), 33), ((1, 2, 2), 17)])
def test_a_mean_is_told_in_tenths(scores: tuple[int, ...], mean: int | None) -> None:
    assert sharing.mean_tenths(scores) == mean
