"""The File menu: a new office, another one, a copy of it, a copy of it in its place, and whether it is sound."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ptman import backup
from ptman.labels import Lang
from tests.ptman import offices
from tests.ui import fits, named, person
from tests.ui.person import Person
from ui import file_menu, office_choice, words
from ui.dialogs.question import Question
from ui.notice import Notice


@pytest.fixture
def clerk(qtbot: QtBot, office_path: Path) -> Iterator[Person]:
    with person.at_desk(qtbot) as made:
        assert made.desktop.open(office_path)
        made.rest()
        yield made


def choose(clerk: Person, key: str, path: Path) -> None:
    clerk.window.acts[key].trigger()
    clerk.choose(path)


def opened(clerk: Person, path: Path) -> None:
    clerk.qtbot.waitUntil(lambda: clerk.desktop.office is not None and clerk.office.path == path)
    clerk.rest()


def told(clerk: Person) -> Notice:
    found = clerk.dialog(Notice)
    found.close()
    return found


def test_new_open_and_recent(clerk: Person, office_path: Path, tmp_path: Path) -> None:
    made = tmp_path / "2026.秋.ptman"
    choose(clerk, "new-office", tmp_path / "2026.秋")
    opened(clerk, made)
    assert "office" in clerk.window.acts["recent-1"].text()
    choose(clerk, "open-office", office_path)
    opened(clerk, office_path)
    clerk.window.acts["recent-1"].trigger()
    opened(clerk, made)


def test_a_new_office_never_replaces_a_file(clerk: Person, office_path: Path, tmp_path: Path) -> None:
    there = tmp_path / "有.ptman"
    there.write_text("mine")
    choose(clerk, "new-office", there)
    assert told(clerk).told.code == "file-exists"
    assert there.read_text() == "mine"
    assert clerk.office.path == office_path


def test_a_copy_is_made_while_one_works(clerk: Person, tmp_path: Path) -> None:
    clerk.office.write(offices.add)
    choose(clerk, "back-up", tmp_path / "带走")
    target = tmp_path / "带走.ptman"
    clerk.qtbot.waitUntil(lambda: str(target) in clerk.window.status.text())
    backup.verify(target)
    assert offices.tables(target, journal_too=True) == clerk.tables(history=True)


def test_restoring_asks_brings_contents_back_and_keeps_what_was_replaced(
    clerk: Person, office_path: Path, tmp_path: Path
) -> None:
    clerk.office.write(offices.add, "甲")
    source = tmp_path / "那时.ptman"
    backup.write(office_path, source)
    then = clerk.tables(history=True)
    clerk.office.write(offices.add, "乙")
    now = clerk.tables(history=True)
    choose(clerk, "restore", source)
    asked = clerk.dialog(Question)
    assert fits.cut_off_in_both(asked, asked.width(), asked.height()) == []
    assert named.nameless(asked) == []
    clerk.press("Return")
    assert clerk.tables(history=True) == now
    choose(clerk, "restore", source)
    before = clerk.window
    clerk.dialog(Question).go_on.click()
    clerk.qtbot.waitUntil(lambda: clerk.window is not before)
    clerk.rest()
    assert clerk.tables(history=True) == then
    (replaced,) = office_path.parent.glob("office-replaced-*.ptman")
    assert offices.tables(replaced, journal_too=True) == now
    assert replaced.name in clerk.window.status.text()
    clerk.office.write(offices.add, "丙")


def test_what_is_no_backup_is_refused(clerk: Person, office_path: Path, tmp_path: Path) -> None:
    before = office_path.read_bytes()
    (tmp_path / "坏.ptman").write_text("no office" * 1000)
    choose(clerk, "restore", tmp_path / "坏.ptman")
    assert told(clerk).told.code in {"db-damaged", "db-foreign", "backup-untrusted"}
    assert office_path.read_bytes() == before
    assert clerk.window.isVisible()


def test_checking_says_that_all_is_well(clerk: Person) -> None:
    clerk.office.write(offices.add)
    clerk.window.acts["check-file"].trigger()
    clerk.qtbot.waitUntil(lambda: "文件完好" in clerk.window.status.text())


def test_checking_says_what_is_wrong(clerk: Person) -> None:
    clerk.office.write(offices.add)
    _break(clerk.office.path)
    clerk.window.acts["check-file"].trigger()
    assert "#1" in clerk.dialog(Notice).told.sentence.en
    told(clerk)


def _break(path: Path) -> None:
    """Change a line of the journal behind its back."""
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("UPDATE change_set SET sentence_en = 'nothing' WHERE number = 1")
    connection.commit()
    connection.close()


def test_names_in_the_menu_are_short_and_no_mnemonics() -> None:
    assert file_menu.named(Path("/办公/A&B.ptman")) == "A&&B — 办公"
    assert len(file_menu.named(Path("/" + "长" * 90 + "/" + "名" * 90 + ".ptman"))) < 64
    assert office_choice.named(Path("/a/2026.秋")) == Path("/a/2026.秋.ptman")
    assert office_choice.named(Path("/a/b.ptman")) == Path("/a/b.ptman")


def test_every_name_is_there_in_english(clerk: Person) -> None:
    words.language.speak(Lang.EN)
    shown = [clerk.window.acts[key].text() for key in ("new-office", "open-office", "back-up", "restore", "check-file")]
    assert shown == ["&New office file…", "&Open office file…", "&Back up to…", "&Restore a backup…", "&Check the file"]
