"""The page of registers: the tree with its counts, filtering and folding, and going to a chip in a register."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTreeWidgetItem

from ptman.register import edit, lists
from tests.ui import fits
from tests.ui.pages.office_window import Real
from ui import day, memory
from ui.pages.registers import RegistersPage
from ui.register_tree import RegisterTree


def registers(real: Real) -> RegistersPage:
    real.window.go("registers")
    page = real.window.page
    assert isinstance(page, RegistersPage)
    real.loaded(page.front)
    return page


def lines(page: RegistersPage) -> dict[str, QTreeWidgetItem]:
    """The lines in sight by what they say."""
    tree, found = page.tree.tree, {}
    item: QTreeWidgetItem | None = tree.topLevelItem(0)
    while item is not None:
        if not item.isHidden():
            found[item.text(0)] = item
        item = tree.itemBelow(item)
    return found


def test_the_tree_counts_and_leads_to_registers(real: Real) -> None:
    page = registers(real)
    real.qtbot.waitUntil(lambda: lines(page)["规则参数"].text(1) != "")
    tree = page.tree.tree
    tree.scrollToItem(lines(page)["规则参数"])
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(lines(page)["规则参数"]).center()
    )
    real.loaded(page.front)
    assert page.front.NOUN == "rule_parameter"
    assert lines(page)["规则参数"].text(1) == str(len(page.front.table.shown_rows))
    tree.scrollToItem(lines(page)["名册"])
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(lines(page)["名册"]).center())
    assert page.front.NOUN == "rule_parameter"


def test_the_filter_finds_by_pinyin_and_goes_down_into_the_list(real: Real) -> None:
    page = registers(real)
    page.tree.filter.setFocus()
    QTest.keyClicks(page.tree.filter, "xieyi")
    real.qtbot.waitUntil(lambda: set(lines(page)) == {"基地", "协议"})
    QTest.keyClick(page.tree.filter, Qt.Key.Key_Down)
    real.loaded(page.front)
    assert (page.front.NOUN, page.tree.tree.hasFocus()) == ("agreement", True)
    page.tree.filter.setFocus()
    QTest.keyClick(page.tree.filter, Qt.Key.Key_Escape)
    real.qtbot.waitUntil(lambda: "人员" in lines(page))


def test_what_is_folded_stays_folded(real: Real) -> None:
    page = registers(real)
    lines(page)["基地"].setExpanded(False)
    assert memory.recall("page/registers/folded") == ["bases"]
    again = RegisterTree(page.GROUPS)
    real.qtbot.addWidget(again)
    folded = [item.text(0) for at in range(9) if (item := again.tree.topLevelItem(at)) and not item.isExpanded()]
    assert folded == ["基地"]
    again.choose("registers/agreement")
    assert again.chosen_key() == "registers/agreement"


def test_chips_come_from_the_noun_and_empty_ones_hide(real: Real) -> None:
    period = {"cohort_year": "2020", "name": "旧批次", "starts_on": "2020-09-01", "ends_on": "2021-08-31"}
    real.database.write(edit.add, "period", period, day.today())
    page = registers(real)
    page.go("registers/period#over")
    real.loaded(page.front)
    assert [row.cells[1] for row in page.front.table.shown_rows] == ["旧批次"]
    shown = [key for key, button in page.front.chips._buttons.items() if button.isVisible()]
    assert shown[0] == "all"
    assert "over" in shown
    assert "retired" not in shown
    assert fits.cut_off_in_both(real.window) == []


def test_a_record_is_never_called_by_its_id(real: Real) -> None:
    period = real.database.read(lists.any_noun, "period").rows[0].id
    seats = {"base_id": real.ids["base"], "period_id": period, "seats": "4"}
    key = real.database.write(edit.add, "base_seats", seats, day.today())
    page = registers(real)
    page.go(f"registers/base_seats#{key}")
    real.loaded(page.front)
    real.inspected(page.front, key)
    said = [one.text() for one in page.front.inspector.findChildren(QLabel)]
    assert said
    assert [one for one in said if real.ids["base"] in one or key in one] == []
