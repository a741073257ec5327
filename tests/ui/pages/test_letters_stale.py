"""A letter that is out of date is flagged on Home, in the list, beside its page, and on the student."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.letters import store
from tests.ptman.letters import sending
from tests.ptman.letters.test_radar import STAR, another_guide
from tests.ui import fits, named
from tests.ui.pages import walking
from ui import contents, day
from ui.letters.superseding import SupersedeDialog
from ui.office import OpenOffice
from ui.pages.home import HomePage
from ui.pages.letters import LettersPage
from ui.pages.students import StudentsPage
from ui.window import Window


@pytest.fixture
def desk(office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenOffice]:
    monkeypatch.setattr(day, "today", lambda: sending.TODAY)  # the calendar is not our own code
    office.write(sending.placed, {STAR: ("赵一", "钱二"), "远山机械有限公司": ("孙三",)})
    office.write(store.issue, office.read(store.draft, 2026, sending.TODAY), None, sending.TODAY)
    office.write(another_guide, "钱二")
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: OpenOffice) -> Window:
    return walking.window_on(qtbot, desk, *contents.PAGES)


def texts(inside: QWidget) -> str:
    return "\n".join(one.text() for one in inside.findChildren(QLabel))


def test_home_leads_to_exactly_these_letters(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    home = window.page
    assert isinstance(home, HomePage)
    (line,) = [one for one in home.lines if one.line.page == "letters"]
    assert (line.line.count, line.line.label.zh) == (1, "函件所述已过时")
    line.click()
    walking.rest(qtbot, desk)
    letters = window.page
    assert isinstance(letters, LettersPage)
    assert [row.cells[1] for row in letters.table.shown_rows] == ["工院函〔2026〕1号"]
    letters.table.select([letters.table.shown_rows[0].id])
    walking.rest(qtbot, desk)
    assert "钱二 · 企业导师：周明 → 李强" in texts(letters.inspector)
    assert fits.cut_off_in_both(window) == []
    assert named.nameless(window) == []


def test_the_student_tells_it_too(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    window.go("students", "all")
    walking.rest(qtbot, desk)
    students = window.page
    assert isinstance(students, StudentsPage)
    rows = {row.cells[students.table.listing.index("name")]: row.id for row in students.table.shown_rows}
    for name, stale in (("钱二", True), ("赵一", False)):
        with qtbot.waitSignal(students.pane.filled, timeout=20_000):
            students.table.select([rows[name]])
        walking.rest(qtbot, desk)
        assert ("已过时：钱二 · 企业导师：周明 → 李强" in texts(students.inspector)) is stale
        assert "工院函〔2026〕1号" in texts(students.inspector)


def test_nothing_is_said_when_the_practice_is_over(
    qtbot: QtBot, window: Window, desk: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(day, "today", lambda: date(2029, 1, 1))
    window.go("letters", "stale")
    window.page.refresh()
    walking.rest(qtbot, desk)
    assert isinstance(window.page, LettersPage)
    assert window.page.table.shown_rows == ()


def test_correcting_makes_the_next_letter_and_keeps_the_old(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    window.go("letters", "stale")
    walking.rest(qtbot, desk)
    letters = window.page
    assert isinstance(letters, LettersPage)
    letters.table.select([letters.table.shown_rows[0].id])
    walking.rest(qtbot, desk)
    letters.acts["reissue"].trigger()
    shown = walking.dialog(qtbot, SupersedeDialog)
    assert "签发 工院函〔2026〕3号 替代 工院函〔2026〕1号" in shown.sentence.text()
    assert "钱二 · 企业导师" in texts(shown)
    assert fits.cut_off_in_both(shown) == []
    shown.keep.click()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: letters.seen is not None and letters.seen.doc_no == "工院函〔2026〕3号", timeout=20_000)
    assert "替代\n工院函〔2026〕1号" in texts(letters.inspector)
    window.go("letters", "superseded")
    letters.table.select([letters.table.shown_rows[0].id])
    qtbot.waitUntil(lambda: letters.seen is not None and letters.seen.doc_no == "工院函〔2026〕1号", timeout=20_000)
    assert "已由此替代\n工院函〔2026〕3号" in texts(letters.inspector)
    assert letters.acts["reissue"].isEnabled() is letters.acts["void"].isEnabled() is False
    assert fits.cut_off_in_both(window) == []
