"""The letter's table: widths add up, names are parted at their dots, nothing is lost or leaves its cell."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.letters import roster
from ptman.letters.facts import StudentLine

DAY = date(2026, 9, 1)
TEXT = st.text(st.sampled_from("周雨桐买提·abcXYZ 0129#*（）-"), max_size=60)


def _line(name: str, post: str, industry: str = "") -> StudentLine:
    return StudentLine(name, "男", "3226210100", "电子信息", post, DAY, DAY, "陈启明", industry)


@settings(deadline=None)
@given(st.lists(st.builds(_line, TEXT, TEXT, TEXT), min_size=1, max_size=5))
def test_columns_fill_the_type_area_and_every_text_is_whole(lines: list[StudentLine]) -> None:
    made = roster.roster(lines)
    assert sum(made.widths) == pytest.approx(156)
    assert min(made.widths) > 8
    for line, row in zip(lines, made.rows, strict=True):
        assert "".join(row[1]) == (line.name or "—")
        assert "".join(row[5]) == (line.post or "—")
        assert "".join(row[8]) == (line.industry or "待定")


@given(TEXT.filter(bool), st.floats(8, 60))
def test_no_unbreakable_run_is_wider_than_its_cell(text: str, width: float) -> None:
    em = roster.SIZE * 25.4 / 72
    pieces = roster.fitted((text,), width)
    runs = [run for piece in pieces for run in (piece.split() if len(pieces) == 1 else [piece])]
    for run in runs:
        latin = "".join(char if char.isascii() else " " for char in run).split()
        assert all(roster.ems(part) * em <= width for part in latin)


def test_long_name_is_parted_after_its_dot() -> None:
    row = roster.roster([_line("买买提·阿不都热依木", "运维")]).rows[0]
    assert row[1] == ("买买提·", "阿不都热依木")
    assert row[8] == ("待定",)
    assert row[6] == ("2026.9.1—", "2026.9.1")
