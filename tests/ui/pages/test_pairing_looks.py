"""The workbench in both languages and themes: nothing cut off, all named, an empty office told what to do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.assign.engine.control import Progress
from ptman.labels import Label, Lang
from tests.ui import fits, named
from tests.ui.pages import bench_office
from tests.ui.pages.bench_office import Desk
from ui import day, style, words
from ui.pages.importing import ImportPage
from ui.pages.pairing import PairingPage
from ui.pairing import proposing
from ui.pairing.despite import Despite
from ui.pairing.proposing import Follower
from ui.work import Cancelled


@pytest.fixture
def new(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(day, "today", lambda: bench_office.TODAY)
    with bench_office.opened(qtbot, office, PairingPage, ImportPage) as made:
        yield made


def page(bench: Desk) -> PairingPage:
    assert isinstance(bench.window.page, PairingPage)
    return bench.window.page


def filled(bench: Desk) -> PairingPage:
    bench.database.write(bench_office.fill)
    bench.window.look_again()
    bench.rest()
    return page(bench)


def whole(bench: Desk) -> list[str]:
    """What is cut off or nameless, in both languages and themes."""
    found = []
    for theme in (style.Theme.LIGHT, style.Theme.DARK):
        style.wear(theme)
        found += fits.cut_off_in_both(bench.window)
    return [*found, *named.nameless(bench.window), *named.rich(bench.window)]


def test_without_students_it_says_what_to_do_first(new: Desk) -> None:
    assert whole(new) == []
    assert not page(new).acts["propose"].isEnabled()
    assert "还没有学生" in page(new).acts["propose"].toolTip()
    with new.qtbot.waitSignal(page(new).page_asked) as asked:
        page(new).bench.nobody.button.click()
    assert asked.args == ["import", ""]


def test_nothing_is_cut_off_with_and_without_a_proposal(new: Desk) -> None:
    shown = filled(new)
    shown.bench.choices.excluded.setChecked(True)
    assert whole(new) == []
    shown.bench.proposal.show_solving(proposing.said(Progress("closing", 1000, 990)))
    assert whole(new) == []
    new.press(new.window, Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    for role in ("industry", "base", "academic"):
        shown.go(role)
        assert whole(new) == []
    shown.proposer.take(shown.bench.proposal.list.items[-1].id)
    assert whole(new) == []


def test_every_row_is_said_in_the_language_of_the_moment(new: Desk) -> None:
    shown = filled(new)
    words.language.speak(Lang.EN)
    said = shown.bench.choices.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "points" in said
    assert "load 0/2" in said
    said = shown.bench.pupils.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("张雨桐 22660000, enrolled 9 days")
    tip = shown.bench.choices.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Rank of the choice" in tip


def test_tab_reaches_every_column(new: Desk) -> None:
    shown = filled(new)
    new.press(new.window, Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    seen = []
    for _ in range(40):
        seen.append(new.window.focusWidget())
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
    columns = shown.bench
    for part in (
        columns.pupils.list,
        columns.choices.list,
        columns.proposal.list,
        columns.again,
        columns.proposal.keep,
    ):
        assert part in seen


def test_arrows_walk_between_the_columns(new: Desk) -> None:
    columns = filled(new).bench
    new.press(new.window, Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    new.press(columns.pupils.list, Qt.Key.Key_Right)
    assert columns.choices.list.hasFocus()
    new.press(columns.choices.list, Qt.Key.Key_Right)
    assert columns.proposal.list.hasFocus()
    new.press(columns.proposal.list, Qt.Key.Key_Left)
    new.press(columns.choices.list, Qt.Key.Key_Left)
    assert columns.pupils.list.hasFocus()


def test_breaking_a_rule_is_asked_in_a_dialog_that_fits(qtbot: QtBot) -> None:
    dialog = Despite(Label("张雨桐与钱进：不指导该专业学位类别。", "张雨桐 and 钱进: not for this degree category."))
    qtbot.addWidget(dialog)
    dialog.show()
    assert fits.cut_off_in_both(dialog, 440, 200) == []
    assert named.nameless(dialog) == []
    with qtbot.assertNotEmitted(dialog.confirmed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_progress_says_the_phase_and_the_gap() -> None:
    assert proposing.said(Progress("prices", None, 5)).zh == "估价"
    assert proposing.said(Progress("closing", 10003, 10000)).en == "Proving it · within 0.03% of the best possible"
    assert proposing.said(Progress("start", 360000, 10)).zh == "准备"


def test_a_cancelled_job_stops_the_solver_by_its_own_door() -> None:
    def step(_done: int, _total: int, _phase: Label | None = None) -> None:
        raise Cancelled

    follower = Follower(step, [].append)
    cancel = follower.watch().cancel
    assert cancel is not None
    assert cancel()
    assert follower.stopped


def test_a_solve_tells_no_percentage_that_nobody_knows() -> None:
    steps: list[tuple[int, int, Label | None]] = []
    told: list[Label] = []
    watch = Follower(lambda done, total, phase=None: steps.append((done, total, phase)), told.append).watch()
    assert watch.progress is not None
    assert watch.cancel is not None
    watch.progress(Progress("closing", 10003, 10000))
    assert not watch.cancel()
    assert steps == [(0, 0, told[0])]
    assert [one.zh for one in told] == ["证明最优 · 与最优相差不超过 0.03%"]
