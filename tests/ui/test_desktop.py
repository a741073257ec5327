"""One window over one office file: opening, switching, restoring, closing; nothing is lost silently on the way."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptman import backup, db, lock, settings
from tests.ptman import offices
from tests.ui import person
from tests.ui.pages import office_window
from tests.ui.person import Person
from ui import __main__ as program
from ui.notice import Notice
from ui.pages.students import StudentsPage
from ui.welcome import Welcome


@pytest.fixture
def clerk(qtbot: QtBot) -> Iterator[Person]:
    with person.at_desk(qtbot) as made:
        yield made


@pytest.fixture
def ids(office_path: Path) -> dict[str, str]:
    """A few records in the file, before anybody opens it."""
    with db.Database(office_path, who="样例") as office:
        found = office.write(office_window.fill)
        office.changed = False
    return found


def is_free(path: Path) -> bool:
    lock.Lock(path, who="王", now=db.utc_now()).release()
    return True


def test_opening_remembers_entitles_and_another_file_takes_the_window(clerk: Person, tmp_path: Path) -> None:
    first, second = tmp_path / "甲.ptman", tmp_path / "乙.ptman"
    assert clerk.desktop.open(first, make=True)
    before = clerk.window
    assert before.windowTitle() == "甲 — ptman"
    assert clerk.desktop.open(first)
    assert clerk.window is before
    assert clerk.desktop.open(second, make=True)
    assert clerk.window.windowTitle() == "乙 — ptman"
    assert (before.isVisible(), clerk.window.isVisible()) == (False, True)
    assert settings.recent() == (second, first)
    assert is_free(first)
    with pytest.raises(Exception, match="乙"):
        lock.Lock(second, who="王", now=db.utc_now())


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


FAULTS = {
    "damaged": "db-damaged",
    "foreign": "db-foreign",
    "newer": "db-newer",
    "gone": "file-gone",
    "taken": "file-exists",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_cannot_be_opened_leaves_the_window_as_it_is(
    clerk: Person, office_path: Path, tmp_path: Path, fault: str
) -> None:
    bad = tmp_path / "坏.ptman"
    if fault in {"newer", "taken"}:
        bad.write_bytes(office_path.read_bytes())
    match fault:
        case "damaged":
            bad.write_bytes(office_path.read_bytes()[:5000])
        case "foreign":
            sqlite3.connect(bad).execute("CREATE TABLE t (x)").connection.close()
        case "newer":
            _newer(bad)
    assert clerk.desktop.open(office_path)
    before = clerk.window
    assert not clerk.desktop.open(bad, make=fault == "taken")
    told = clerk.dialog(Notice)
    assert told.told.code == FAULTS[fault]
    told.accept()
    assert (clerk.window, clerk.office.path) == (before, office_path)
    assert before.isVisible()
    assert not offices.tables(office_path)["person"]


def test_a_file_that_another_has_is_shown_but_not_written(
    clerk: Person, office_path: Path, ids: dict[str, str]
) -> None:
    other = db.Database(office_path, who="李老师")
    assert clerk.desktop.open(office_path)
    clerk.rest()
    assert clerk.window.windowTitle() == "office（只读） — ptman"
    assert "李老师" in clerk.window.status.text()
    assert "只读" in clerk.window.status.text()
    clerk.window.go("students")
    clerk.rest()
    page = clerk.page(StudentsPage)
    page.table.select([ids["whole"]])
    clerk.rest()
    assert len(page.table.shown_rows) == 3
    every = {row.key: action for row, action in (*clerk.window.acts.all(), *page.acts.all())}
    for key in ("undo", "redo", "restore", "add", "retire", "delete"):
        assert not every[key].isEnabled(), key
        assert "李老师" in every[key].toolTip(), key
    clerk.desktop.close()
    other.close()
    assert backup.listed(office_path) == ()


def test_a_failing_backup_on_switching_is_told_over_the_next_window(
    clerk: Person, office_path: Path, tmp_path: Path
) -> None:
    clerk.desktop.open(office_path)
    clerk.office.write(offices.add)
    office_path.with_name(office_path.name + "-backups").write_text("in the way")
    assert clerk.desktop.open(tmp_path / "别处.ptman", make=True)
    told = clerk.dialog(Notice)
    assert told.parent() is clerk.window
    told.accept()
    assert len(offices.tables(office_path)["person"]) == 1


def test_the_program_starts_on_a_file_and_ends_with_its_window(office_path: Path) -> None:
    def leave() -> None:
        for one in QApplication.topLevelWidgets():
            if one.isVisible():
                titles.append(one.windowTitle())
                one.close()

    titles: list[str] = []
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, leave))
    assert program.main(["--file", str(office_path), "--lang", "en"]) == 0
    assert titles == ["office — ptman"]
    assert is_free(office_path)


def test_without_a_file_the_welcome_is_shown_and_a_fault_is_told_over_it(clerk: Person, tmp_path: Path) -> None:
    clerk.desktop.start(tmp_path / "没有.ptman")
    welcome = clerk.dialog(Welcome)
    told = clerk.dialog(Notice)
    assert told.parent() is welcome
    told.accept()
    welcome.new.click()
    clerk.choose(tmp_path / "新.学期")
    clerk.qtbot.waitUntil(lambda: clerk.desktop.window is not None)
    assert clerk.office.path == tmp_path / "新.学期.ptman"
    clerk.qtbot.waitUntil(lambda: not any(isinstance(one, Welcome) for one in QApplication.topLevelWidgets()))
