"""The first start: make a file, open one, or bring a damaged one back from its backup; by keys, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptman import backup, db, settings
from tests.ptman import offices
from tests.ui import fits, named, person
from tests.ui.person import Person
from ui.dialogs.question import Question
from ui.notice import Notice
from ui.welcome import Welcome


@pytest.fixture
def clerk(qtbot: QtBot) -> Iterator[Person]:
    with person.at_desk(qtbot) as made:
        yield made


def welcomed(clerk: Person, known: Path | None = None) -> Welcome:
    clerk.desktop.start(known)
    return clerk.dialog(Welcome)


def gone(clerk: Person) -> None:
    """Wait until the welcome has done its work."""
    clerk.qtbot.waitUntil(lambda: not any(isinstance(one, Welcome) for one in QApplication.topLevelWidgets()))
    clerk.rest()


def test_first_start_makes_a_file(clerk: Person, tmp_path: Path) -> None:
    welcome = welcomed(clerk)
    assert welcome.recent == {}
    assert welcome.new.isDefault()
    welcome.new.click()
    clerk.choose(tmp_path / "新.学期")
    gone(clerk)
    assert clerk.office.path == tmp_path / "新.学期.ptman"
    assert clerk.window.isVisible()


def test_a_fault_is_told_over_the_welcome_which_stays(clerk: Person, tmp_path: Path) -> None:
    welcome = welcomed(clerk, tmp_path / "没有.ptman")
    told = clerk.dialog(Notice)
    assert told.parent() is welcome
    told.accept()
    (tmp_path / "别的.ptman").write_text("no office")
    welcome.existing.click()
    clerk.choose(tmp_path / "别的.ptman")
    clerk.dialog(Notice).accept()
    assert welcome.isVisible()
    assert clerk.desktop.window is None


def test_recent_files_are_offered_with_where_they_lie(clerk: Person, office_path: Path, tmp_path: Path) -> None:
    far = tmp_path / ("很长的文件夹名" * 8) / "名字很长的办公文件名字很长的办公文件名字很长的办公文件.ptman"
    far.parent.mkdir()
    far.write_bytes(office_path.read_bytes())
    for path in (far, office_path):
        settings.remember(path)
    welcome = welcomed(clerk)
    assert list(welcome.recent) == [office_path, far]
    assert fits.cut_off_in_both(welcome, welcome.width(), welcome.height()) == []
    assert named.nameless(welcome) == []
    assert named.rich(welcome) == []
    welcome.recent[far].click()
    gone(clerk)
    assert clerk.office.path == far


def test_a_damaged_office_comes_back_from_its_backup(clerk: Person, office_path: Path) -> None:
    with db.Database(office_path, who="王") as office:
        office.write(offices.add)
    whole = offices.tables(office_path, journal_too=True)
    (copy,) = backup.listed(office_path)
    office_path.write_bytes(office_path.read_bytes()[:5000])
    welcome = welcomed(clerk, office_path)
    told = clerk.dialog(Notice)
    assert told.told.code == "db-damaged"
    told.accept()
    welcome.backup.click()
    clerk.choose(copy.path)
    clerk.dialog(Question).go_on.click()
    gone(clerk)
    assert clerk.office.path == office_path
    assert clerk.tables(history=True) == whole
    assert len(list(office_path.parent.glob("office-replaced-*.ptman"))) == 1
