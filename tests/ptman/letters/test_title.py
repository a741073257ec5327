"""Titles break into balanced lines that keep words whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.letters import title


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("东湖集团", ("关于派遣研究生赴东湖集团", "开展专业实践的函")),
        (
            "浙江远航智能装备科技有限公司",
            ("关于派遣研究生赴", "浙江远航智能装备科技有限公司", "开展专业实践的函"),
        ),
    ],
)
def test_host_stays_on_one_line(host: str, expected: tuple[str, ...]) -> None:
    assert title.lines(f"关于派遣研究生赴{host}开展专业实践的函", 19, (host,)) == expected


def test_short_title_stays_whole() -> None:
    assert title.lines("关于派遣研究生的函", 19) == ("关于派遣研究生的函",)


@settings(deadline=None)
@given(st.text(st.sampled_from("关于派遣研究生赴开展专业实践的函公司（）AB12"), min_size=1, max_size=90))
def test_lines_hold_the_whole_title_and_fit(text: str) -> None:
    made = title.lines(text, 19)
    assert "".join(made) == text
    assert all(0 < len(line) <= 19 for line in made)
    assert len(made) <= -(-len(text) // 19) + 1


@given(st.integers(2, 5))
def test_no_line_begins_with_a_closing_mark(times: int) -> None:
    for line in title.lines("赴企业（含基地）实践、学习的安排，" * times, 19)[1:]:
        assert line[0] not in "）、，的"
