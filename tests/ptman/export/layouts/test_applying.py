"""A layout loses no row, adds up what it groups, and gives the columns that were chosen, named and in order."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptman.errors import PtmanError
from ptman.export.layouts import applying, dividing
from ptman.export.layouts.layout import Layout, Pick, SortKey
from ptman.labels import Label
from ptman.listing import Line, Load
from tests.ptman.export.layouts import rosters

hosts = st.lists(st.sampled_from(["甲公司", "乙公司", "丙公司", None]), max_size=12)
PICKS = (Pick("name", "学生"), Pick("number"), Pick("months", total=True), Pick("load", total=True))
GROUPED = Layout("placements", PICKS, group="host", subtotals=True)


@given(hosts)
def test_groups_keep_every_row_and_add_up(given_hosts: list[str | None]) -> None:
    listing = rosters.placed(given_hosts)
    made = applying.apply(GROUPED, listing)
    assert Counter(row.id for row in made.records) == Counter(row.id for row in listing.rows)
    sums = [row for row in made.rows if row.line is Line.SUM]
    months = [row.cells[2] for row in sums]
    assert sum(int(str(one)) for one in months[:-1]) == sum(range(1, len(given_hosts) + 1)) == int(str(months[-1] or 0))
    assert len([row for row in made.rows if row.line is Line.GROUP]) == len(set(given_hosts)) == len(sums) - 1
    assert all(len(row.cells) == len(PICKS) for row in made.rows)


def test_groups_stand_in_order_with_their_rows_and_the_nameless_last() -> None:
    made = applying.apply(GROUPED, rosters.placed(["乙公司", None, "甲公司", "乙公司"]))
    assert [(row.line, row.cells[0]) for row in made.rows] == [
        (Line.GROUP, Label("乙公司（2）", "乙公司 (2)")),
        (Line.RECORD, "学生1"),
        (Line.RECORD, "学生4"),
        (Line.SUM, Label("小计：乙公司", "Subtotal: 乙公司")),
        (Line.GROUP, Label("甲公司（1）", "甲公司 (1)")),
        (Line.RECORD, "学生3"),
        (Line.SUM, Label("小计：甲公司", "Subtotal: 甲公司")),
        (Line.GROUP, Label("（未定）（1）", "(not set) (1)")),
        (Line.RECORD, "学生2"),
        (Line.SUM, Label("小计：（未定）", "Subtotal: (not set)")),
        (Line.SUM, Label("合计（4）", "Total (4)")),
    ]
    assert made.rows[-1].cells[2:] == (10, Load(10, 40))


def test_columns_are_named_ordered_and_sized() -> None:
    layout = Layout("placements", (Pick("months"), Pick("name", "学生", 14), Pick("gone")), title="送甲公司名单")
    made = applying.apply(layout, rosters.placed(["甲公司"]))
    assert [(one.label.zh, one.width, one.given) for one in made.columns] == [("月数", 6, False), ("学生", 14, True)]
    assert made.rows[0].cells == (1, "学生1")
    assert made.title.zh == "送甲公司名单"
    assert applying.missing(layout, rosters.placed([])) == ("gone",)


def test_filter_and_several_sort_keys() -> None:
    listing = rosters.placed(["乙", "甲", "乙", "甲", "乙", "甲"])
    layout = Layout("placements", (Pick("number"),), (SortKey("host"), SortKey("months", descending=True)))
    numbers = [row.id for row in applying.apply(layout, listing).rows]
    assert numbers == ["5", "3", "1", "6", "4", "2"]
    assert [row.id for row in applying.apply(replace(layout, tag="even", words="220004"), listing).rows] == ["4"]


@given(hosts)
def test_one_sheet_a_host_holds_each_row_once(given_hosts: list[str | None]) -> None:
    listing = rosters.placed(given_hosts)
    sheets = applying.sheets(replace(GROUPED, group="", subtotals=False), listing, "host")
    assert len(sheets) == len(set(given_hosts))
    assert Counter(row.id for one in sheets for row in one.listing.records) == Counter(row.id for row in listing.rows)


def test_a_layout_without_any_column_of_the_list_is_refused() -> None:
    with pytest.raises(PtmanError) as refused:
        applying.apply(Layout("placements", (Pick("gone"),)), rosters.placed([]))
    assert refused.value.code == "layout-empty"


def test_what_a_list_is_divided_by() -> None:
    listing = rosters.placed([])
    assert dividing.column(listing, "host") == "host"
    assert dividing.column(listing, "months") == "months"
    with pytest.raises(PtmanError) as refused:
        dividing.column(listing, "college")
    assert refused.value.code == "no-division"
