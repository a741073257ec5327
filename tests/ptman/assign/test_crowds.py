"""Thousands of tiny problems in every mode, each against all of its own answers, many of them solved as one."""

import pytest

from tests.ptman.assign import agreeing

SIZE = 50
GROUPS = 5


@pytest.mark.parametrize("group", range(GROUPS))
@pytest.mark.parametrize(
    ("way", "crowds"), [("total", 8), ("stable", 8), ("minimal-change", 8), ("generous", 2), ("greedy", 2)]
)
def test_every_part_of_a_crowd_is_at_its_best(way: str, crowds: int, group: int) -> None:
    """2,000 in all; profiles take longest and have 500 each here: `python -m bench.tiny` tries as many as one likes."""
    for number in range(crowds):
        agreeing.agree(way, (group * crowds + number) * SIZE, SIZE)
