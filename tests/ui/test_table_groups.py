"""Groups on the screen: headings and sums stand among the rows, and neither selection nor keys nor copies meet them."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Line, Listing, Row
from ui.arrangement import Arrangement, Grouping
from ui.table import TableView
from ui.table_header import ListingHeader
from ui.table_model import Asked

COLUMNS = (
    Column("no", Label("编号", "No."), Kind.IDENTIFIER),
    Column("host", Label("单位", "Host")),
    Column("months", Label("月数", "Months"), Kind.NUMBER),
)


def stays(count: int) -> Listing:
    rows = tuple(
        Row(f"s{at}", (f"{at:05d}", ("星河", "远景", None)[at % 3], at % 5), f"{at:05d}") for at in range(count)
    )
    return Listing("stays", "placement", Label("实践", "Placements"), COLUMNS, rows)


def table(qtbot: QtBot, count: int = 9) -> TableView:
    made = TableView(stays(count))
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.show()
    header(made).wear(Arrangement(order=("no", "months", "host"), grouping=Grouping("host", ("months",), True)))
    return made


def header(made: TableView) -> ListingHeader:
    found = made.horizontalHeader()
    assert isinstance(found, ListingHeader)
    return found


def lines(made: TableView) -> list[tuple[str, ...]]:
    """The lines on the screen as their kind and what their cells say."""
    model = made.model()
    cells = [[model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())]
    kinds = [model.index(row, 0).data(Asked.LINE) for row in range(model.rowCount())]
    return [(str(kind), *map(str, row)) for kind, row in zip(kinds, cells, strict=True)]


def test_headings_and_sums_stand_among_the_rows(qtbot: QtBot) -> None:
    found = lines(table(qtbot))
    assert [kind for kind, *_ in found] == 3 * ["group", "record", "record", "record", "sum"] + ["sum"]
    assert found[0][1] == "星河（3）"
    assert found[4] == ("sum", "小计：星河", "", "4")
    assert found[10][1] == "（未定）（3）"
    assert found[-1] == ("sum", "合计（9）", "", "16")


def test_keys_and_selection_pass_over_them(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.select(["s6"])
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert made.selected() == ("s1",)
    QTest.keyClick(made, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert made.current() == "s0"
    QTest.keyClick(made, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert made.current() == "s8"
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        QTest.keyClick(made, key)
        assert len(made.selected()) == 1
    made.selectAll()
    assert len(made.selected()) == len(made.selected_rows()) == len(made.shown_rows) == 9
    made.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 10


def test_nothing_is_opened_by_a_heading(qtbot: QtBot) -> None:
    made = table(qtbot)
    opened: list[str] = []
    made.row_opened.connect(opened.append)
    for row in (0, 1):
        place = made.visualRect(made.model().index(row, 0)).center()
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == ["s0"]


def test_sorting_filtering_and_refreshing_keep_the_groups(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.select(["s4"])
    header(made).sectionClicked.emit(0)
    header(made).sectionClicked.emit(0)
    assert [row[1] for row in lines(made)[:4]] == ["星河（3）", "00006", "00003", "00000"]
    header(made).sectionClicked.emit(1)
    header(made).sectionClicked.emit(1)
    assert lines(made)[0][1] == "远景（3）"
    made.search("00004")
    assert [kind for kind, *_ in lines(made)] == ["group", "record", "sum", "sum"]
    assert made.selected() == ("s4",)
    made.search("")
    made.show_listing(stays(12))
    assert made.selected() == ("s4",)
    assert len(made.shown_rows) == 12
    made.search("nothing")
    assert lines(made) == []


def test_the_list_to_export_and_print_has_them_too(qtbot: QtBot) -> None:
    shown = table(qtbot).shown
    assert [column.key for column in shown.columns] == ["no", "months", "host"]
    assert shown.grouped
    assert shown.rows[-1].cells == (Label("合计（9）", "Total (9)"), 16, None)
    assert len(shown.records) == 9


def test_the_menu_of_a_column_groups_and_ungroups_and_that_is_remembered(qtbot: QtBot) -> None:
    made = table(qtbot)
    names = [action.text() for action in header(made).chooser(2).actions()]
    assert names[:2] == ["按“月数”分组", "取消分组"]
    header(made).chooser(0).actions()[1].trigger()
    assert {kind for kind, *_ in lines(made)} == {"record", "sum"}
    header(made).chooser(1).actions()[0].trigger()
    again = TableView(replace(stays(9)))
    qtbot.addWidget(again)
    assert [kind for kind, *_ in lines(again)].count(Line.GROUP) == 3
