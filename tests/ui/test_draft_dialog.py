"""Any draft can be looked at, ticked and kept; looking and leaving keep nothing; three thousand rows are no burden."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ptman.drafts import Fate
from ptman.labels import Lang
from tests.ui import fits, named
from tests.ui.office import draft
from ui import words
from ui.dialogs.draft import DraftDialog


def dialog(qtbot: QtBot, count: int = 210) -> DraftDialog:
    made = DraftDialog(draft(count), None, lambda: None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_kinds_sentence_and_filter(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    kinds = [made.kinds.item(at).text() for at in range(made.kinds.count())]
    assert kinds == ["全部  210", "新增  84", "变更  42", "无变化  42", "未接受  42"]
    assert made.sentence.text() == "将保留 210 项中的 126 项，作为一步，可以撤销。"
    made.kinds.setCurrentRow(4)
    assert len(made.table.shown_rows) == 42
    made.kinds.setCurrentRow(0)
    made.search.setText("2266000")
    qtbot.waitUntil(lambda: len(made.table.shown_rows) == 10)
    words.language.speak(Lang.EN)
    assert made.kinds.item(1).text() == "New  84"
    assert made.sentence.text().startswith("Keeps 126 of 210 rows")


def test_ticks_by_mouse_and_by_space(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    box = made.table.visualRect(made.table.model().index(0, 0)).center()
    QTest.mouseClick(made.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box))
    assert "k0" not in made.table.taken
    made.table.select(["k0", "k1", "k3"])
    QTest.keyClick(made.table, Qt.Key.Key_Space)
    assert {"k0", "k1"} <= made.table.taken
    assert "k3" not in made.table.taken
    QTest.keyClick(made.table, Qt.Key.Key_Space)
    assert not {"k0", "k1"} & made.table.taken


def test_keep_gives_the_ticked_rows(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    made.leave.click()
    assert not made.keep.isEnabled()
    assert made.keep.toolTip()
    made.table.take(["k1", "k3"], on=True)
    with qtbot.waitSignal(made.kept) as kept:
        made.keep.click()
    assert kept.args == [frozenset({"k1"})]


def test_escape_keeps_nothing(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    with qtbot.assertNotEmitted(made.kept), qtbot.waitSignal(made.rejected):
        QTest.keyClick(made, Qt.Key.Key_Escape)


def test_changes_of_the_selected_row_are_shown_in_full(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    made.table.select(["k1"])
    shown = made._detail.findChildren(type(made.sentence))
    assert [label.text() for label in shown] == ["校内导师", "李思远 → 李思远"]


def test_three_thousand_rows(qtbot: QtBot) -> None:
    made = dialog(qtbot, 3000)
    made.kinds.setCurrentRow(2)
    made.leave.click()
    made.kinds.setCurrentRow(0)
    kept = sum(item.fate is Fate.NEW for item in made.draft.items)
    assert len(made.table.taken) == kept


def test_nothing_is_cut_off_and_everything_is_named(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    made.table.select(["k1"])
    assert fits.cut_off_in_both(made, 1080, 680) == []
    assert named.nameless(made) == []
    assert named.rich(made) == []
