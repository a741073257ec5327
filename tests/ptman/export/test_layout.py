"""Widths in characters: Chinese takes two, identifiers are never cut, texts break at their declared width."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptman.export import cell_text, layout
from ptman.fields import Kind
from ptman.labels import Label, Lang
from ptman.listing import Column
from tests.ptman.export import rosters


def _width(value: str | date | int, kind: Kind = Kind.TEXT, declared: int = 10, header: str = "列") -> float:
    column = Column("any", Label(header, header), kind, declared)
    return layout.widths(rosters.listing((value,), columns=(column,)), (header,), Lang.ZH)[0]


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("张喆", 4), ("ＡＢ１", 6), ("阿依慕·江", 9), ("a\n中文字", 6), ("e\u0301", 1)]
)
def test_chinese_and_full_width_count_twice(text: str, columns: int) -> None:
    assert cell_text.columns(text) == pytest.approx(columns, abs=1)


def test_identifiers_and_days_are_never_cut() -> None:
    assert _width("990101199901010014", Kind.IDENTIFIER, declared=4) > 18
    assert _width(date(2026, 9, 1), declared=4) > 10


def test_a_long_text_breaks_and_a_short_one_takes_less() -> None:
    assert _width("字" * 40, declared=24) < 27
    assert _width("字", declared=24) == pytest.approx(_width("二"))
    assert _width("字", declared=24) < 10


def test_a_long_name_stays_on_one_line() -> None:
    assert _width("阿依慕·帕尔哈提", Kind.NAME) >= 15


def test_a_long_header_breaks_into_lines_it_has_room_for() -> None:
    width = _width("1", header="统一社会信用代码")
    assert width < 16
    assert cell_text.lines("统一社会信用代码", width) <= layout.HEADER_LINES
    assert _width("1", header="校内\nSupervisor") > len("Supervisor")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("中文字", 6, 1), ("中文字", 5, 2), ("two words", 6, 2), ("x" * 25, 10, 3), ("a\nb", 9, 2), ("", 9, 1)],
)
def test_lines_break_at_blanks_and_between_chinese_characters(text: str, width: float, lines: int) -> None:
    assert cell_text.lines(text, width) == lines


@given(st.text(max_size=80), st.lists(st.text(max_size=40), max_size=5))
def test_sheet_names_are_accepted_and_unique(title: str, before: list[str]) -> None:
    taken: frozenset[str] = frozenset()
    for one in (*before, title, title):
        name = cell_text.sheet_name(one, taken)
        assert 1 <= cell_text.units(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'"
        assert name[-1] != "'"
        assert name.casefold() not in {other.casefold() for other in taken} | {"history"}
        taken |= {name}


@given(st.text())
def test_writable_text_is_writable(text: str) -> None:
    kept, stripped = cell_text.writable(text)
    assert cell_text.writable(kept) == (kept, 0)
    kept.encode()
    assert (stripped == 0) == (kept == text.replace("\r\n", "\n").replace("\r", "\n"))


@given(st.text(st.characters() | st.sampled_from("字ａ。〜\u3000e\u0301\n "), max_size=20), st.floats(1, 40))
def test_what_is_told_at_a_glance_is_as_counted_sign_by_sign(text: str, width: float) -> None:
    signs = [sum(cell_text._character_columns(char) for char in line) for line in text.split("\n")]
    assert cell_text.columns(text) == max(signs)
    assert all(cell_text.lines(line, width) == 1 for line in text.split("\n") if cell_text.columns(line) <= width)


def test_every_sign_told_at_a_glance_to_be_wide_is_wide() -> None:
    wide = [chr(code) for code in range(0x3000, 0x10000) if cell_text._WIDE.fullmatch(chr(code))]
    assert len(wide) > 20_000
    assert all(cell_text._character_columns(char) == 2 for char in wide)


def test_printable_text_is_writable_as_it_stands() -> None:
    strange = [chr(code) for code in range(0x11000) if chr(code).isprintable()]
    assert not [char for char in strange if cell_text._UNWRITABLE.search(char) or char in "\r\n\t"]
