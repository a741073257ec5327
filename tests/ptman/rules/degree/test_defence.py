"""Votes of a defence: two thirds of all members, in whole numbers."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.errors import PtmanError
from ptman.rules.degree import defence
from ptman.rules.degree.defence import Ratio, Vote
from ptman.rules.findings import Limit, Standing

THREE, FIVE = Limit(3), Limit(5)


@pytest.mark.parametrize(
    ("members", "votes_for", "passes"),
    [
        (3, 2, True),
        (3, 1, False),
        (5, 3, False),
        (5, 4, True),
        (6, 4, True),
        (7, 4, False),
        (7, 5, True),
        (3, None, None),
    ],
)
def test_two_thirds_of_all_members(members: int, votes_for: int | None, passes: bool | None) -> None:  # noqa: FBT001 - a column of the table
    assert defence.passes(Vote(members, votes_for)) is passes


def test_those_absent_count_among_all() -> None:
    found = defence.judge(Vote(5, 3), "master", THREE)
    assert (found[-1].standing, found[-1].gap.zh if found[-1].gap else "") == (Standing.NOT_YET, "1 票")


def test_a_committee_of_two_is_too_small() -> None:
    size, vote = defence.judge(Vote(2, 2), "master", THREE)
    assert (size.standing, vote.standing) == (Standing.NOT_YET, Standing.MET)
    assert size.gap is not None
    assert size.gap.en == "1 member"


@pytest.mark.parametrize(("external", "standing"), [(None, Standing.UNKNOWN), (1, Standing.NOT_YET), (2, Standing.MET)])
def test_doctors_need_two_from_outside(external: int | None, standing: Standing) -> None:
    found = defence.judge(Vote(5, 5, external=external), "doctor", FIVE)
    assert found[1].standing is standing
    assert len(defence.judge(Vote(5, 5), "master", THREE)) == 2


@pytest.mark.parametrize("vote", [Vote(3), Vote(3, 3, 1), Vote(3, -1), Vote(3, 2, 1, 1)])
def test_what_cannot_be_is_not_judged(vote: Vote) -> None:
    assert defence.judge(vote, "master", THREE)[-1].standing is Standing.UNKNOWN


@settings(deadline=None, max_examples=80)
@given(members=st.integers(1, 60), votes=st.integers(0, 60))
def test_it_agrees_with_fractions(members: int, votes: int) -> None:
    assert defence.passes(Vote(members, votes)) == (Fraction(votes, members) >= Fraction(2, 3))
    assert defence.passes(Vote(members, defence.needed(members)))
    assert not defence.passes(Vote(members, defence.needed(members) - 1))


@pytest.mark.parametrize(("text", "ratio"), [("2/3", Ratio(2, 3)), (" 1 ／ 2 ", Ratio(1, 2)), ("1/1", Ratio(1, 1))])
def test_a_ratio_is_read_as_written(text: str, ratio: Ratio) -> None:
    assert defence.share(text) == ratio


@pytest.mark.parametrize("text", ["", "0.67", "3/2", "0/3", "2/0"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(PtmanError, match="2/3"):
        defence.share(text)
