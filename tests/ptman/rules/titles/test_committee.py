"""The committee decides only as it may: an odd number, a quorum, a share of those present, no vote too many."""

import pytest

from ptman.rules.degree.defence import Ratio
from ptman.rules.findings import Standing
from ptman.rules.titles import committee
from ptman.rules.titles.committee import Ballot, Sitting


@pytest.mark.parametrize(
    ("sitting", "standings"),
    [
        (Sitting(9, 9), (Standing.MET, Standing.MET)),
        (Sitting(9, 6), (Standing.MET, Standing.MET)),
        (Sitting(9, 5), (Standing.MET, Standing.NOT_YET)),
        (Sitting(8, 8), (Standing.NOT_YET, Standing.MET)),
        (Sitting(0, 0), (Standing.UNKNOWN, Standing.UNKNOWN)),
        (Sitting(7, 0), (Standing.MET, Standing.UNKNOWN)),
        (Sitting(7, 7, 1), (Standing.MET, Standing.NOT_YET, Standing.MET)),
    ],
)
def test_whether_it_may_decide(sitting: Sitting, standings: tuple[Standing, ...]) -> None:
    assert tuple(one.standing for one in committee.sits(sitting)) == standings


@pytest.mark.parametrize(
    ("present", "ballot", "standing"),
    [
        (9, Ballot(6, 3), Standing.MET),
        (9, Ballot(5, 3, 1), Standing.IMPOSSIBLE),
        (7, Ballot(5, 2), Standing.MET),  # two thirds of seven are five, not four
        (7, Ballot(4, 3), Standing.IMPOSSIBLE),
        (9, Ballot(9, 1), Standing.UNKNOWN),  # more votes than members present
        (9, Ballot(6, 1), Standing.UNKNOWN),  # fewer
        (9, Ballot(-1, 10), Standing.UNKNOWN),
        (9, Ballot(), Standing.UNKNOWN),
        (0, Ballot(0), Standing.UNKNOWN),
    ],
)
def test_two_thirds_of_those_present(present: int, ballot: Ballot, standing: Standing) -> None:
    assert committee.judge(Sitting(9, present), ballot).standing is standing


def test_another_share_is_kept_to() -> None:
    sitting = Sitting(9, 8)
    assert committee.judge(sitting, Ballot(4, 4), Ratio(1, 2)).met
    assert not committee.judge(sitting, Ballot(5, 3), Ratio(3, 4)).met
