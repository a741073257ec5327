"""Runs of lines: as few as there are gaps, and nothing lost."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ui import table_marks


@settings(deadline=None)
@given(st.lists(st.integers(0, 60)))
def test_runs_hold_every_line_once(lines: list[int]) -> None:
    found = table_marks.runs(lines)
    assert [line for first, last in found for line in range(first, last + 1)] == sorted(set(lines))
    assert all(later[0] > earlier[1] + 1 for earlier, later in pairwise(found))
