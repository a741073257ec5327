"""Thousands of tiny problems in every mode, each against all of its own answers, many of them solved as one."""

import pytest

from tests.ptman.assign import agreeing

SIZE = 50
CROWDS = 8
GROUPS = 5


@pytest.mark.parametrize("group", range(GROUPS))
@pytest.mark.parametrize("way", agreeing.WAYS)
def test_every_part_of_a_crowd_is_at_its_best(way: str, group: int) -> None:
    """2,000 in all of each; `python -m bench.tiny` tries as many as one likes."""
    for number in range(group * CROWDS, (group + 1) * CROWDS):
        agreeing.agree(way, number * SIZE, SIZE)
