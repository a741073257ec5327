"""Lists on paper hold every row, column, group and sum, and name the row on each part of a wide table."""

import pypdfium2
from hypothesis import given
from hypothesis import strategies as st

from ptman.export.layouts import applying
from ptman.export.layouts.layout import Layout, Pick
from ptman.export.options import Options
from ptman.reports import lists, pages
from ptman.reports.report import Table
from tests.ptman.export import rosters as plain
from tests.ptman.export.layouts import rosters

OPTIONS = Options(plain.TODAY)
PICKS = (Pick("number"), Pick("name"), Pick("host"), Pick("months", total=True))


@given(st.lists(st.floats(5, 60), min_size=1, max_size=30), st.integers(0, 1))
def test_parts_hold_every_column_once_behind_the_name(widths: list[float], name: int) -> None:
    name = min(name, len(widths) - 1)
    parts = lists.parts(widths, name)
    kept = tuple(range(name + 1))
    assert all(part[: name + 1] == kept for part in parts)
    assert [at for part in parts for at in part[name + 1 :]] == list(range(name + 1, len(widths)))
    assert all(sum(widths[at] for at in part) <= lists.ACROSS or len(part) == name + 2 for part in parts[1:])


def test_each_group_is_a_table_with_its_sum_and_all_have_one() -> None:
    layout = Layout("placements", PICKS, group="host", subtotals=True)
    made = lists.report(applying.sheets(layout, rosters.placed(["甲", "乙", "甲"])), OPTIONS)
    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert [(one.caption, len(one.rows), one.last) for one in tables] == [
        ("乙（1）", 1, ("小计", "", "", "", "2")),
        ("甲（2）", 2, ("小计", "", "", "", "4")),
        ("", 1, ()),
    ]
    assert tables[2].rows == (("合计", "", "", "", "6"),)
    assert tables[1].rows[1] == ("3", "220003", "学生3", "甲", "3")


def test_the_pdf_says_every_sheet() -> None:
    sheets = applying.sheets(Layout("placements", PICKS), rosters.placed(["甲公司", "乙公司"]), "host")
    with pypdfium2.PdfDocument(pages.pdf(lists.report(sheets, OPTIONS))) as document:
        texts = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    assert len(texts) == 2
    assert "专业实践汇总表" in texts[0]
    assert "乙公司" in texts[0]
    assert "220001" in texts[1]
