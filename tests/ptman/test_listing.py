"""A list filtered and sorted as a person expects."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ptman.labels import Label, Lang
from ptman.listing import Column, Listing, Load, Row, Value, shown

COLUMN = Column("x", Label("甲", "X"))


def of(*values: Value) -> Listing:
    rows = tuple(Row(str(i), (value,), str(value).casefold()) for i, value in enumerate(values))
    return Listing("l", "student", Label("列", "L"), (COLUMN,), rows)


def values(listing: Listing) -> list[Value]:
    return [row.cells[0] for row in listing.rows]


def test_numbers_within_words_sort_by_size() -> None:
    listing = of("函〔2026〕10号", "函〔2026〕2号", None, "函〔2025〕11号").sorted("x")
    assert values(listing) == ["函〔2025〕11号", "函〔2026〕2号", "函〔2026〕10号", None]


def test_blanks_stay_last_either_way() -> None:
    assert values(of(2, None, 1).sorted("x", descending=True)) == [2, 1, None]


def test_loads_sort_by_their_share() -> None:
    assert values(of(Load(3, 4), Load(1, 8), Load(2, 2)).sorted("x")) == [Load(1, 8), Load(3, 4), Load(2, 2)]


@given(st.lists(st.integers(0, 999) | st.dates() | st.text(max_size=6) | st.none()))
def test_sorting_keeps_every_row(cells: list[int | date | str | None]) -> None:
    once = of(*cells).sorted("x")
    assert sorted(row.id for row in once.rows) == sorted(str(i) for i in range(len(cells)))
    assert once.sorted("x") == once


def test_search_wants_every_word() -> None:
    listing = of("Zhang Yu", "Zhang Li", "Wang Yu")
    assert values(listing.searched("zhang yu")) == ["Zhang Yu"]
    assert values(listing.searched(" ")) == ["Zhang Yu", "Zhang Li", "Wang Yu"]


def test_cells_read_in_either_language() -> None:
    assert [shown(value, Lang.EN) for value in (None, True, date(2026, 9, 1), Label("男", "Male"), Load(1, 2))] == [
        "",
        "yes",
        "2026-09-01",
        "Male",
        "1/2",
    ]
