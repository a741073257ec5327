"""The list of shortcuts and the guide: both follow the table of actions and the language."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ptman.labels import Lang
from tests.ui import fits, named
from tests.ui.office import MadeDesk, StudentsPage
from ui import words
from ui.dialogs import guide
from ui.dialogs.guide import Guide
from ui.dialogs.keys import Keys


def test_shortcuts_are_drawn_from_the_actions(qtbot: QtBot, desk: MadeDesk) -> None:
    page = StudentsPage(desk)
    qtbot.addWidget(page)
    made = Keys([page.acts])
    qtbot.addWidget(made)
    made.show()
    assert [row.cells[1] for row in made.table.shown_rows] == ["Ctrl+N", "Ctrl+P"]
    made.table.search("pair")
    assert [row.id for row in made.table.shown_rows] == ["pair"]
    assert fits.cut_off_in_both(made, 560, 520) == []
    assert named.nameless(made) == []


def test_guide_shows_the_chapter_of_the_page(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for lang, words_ in (("zh", "# 学生\n\n名册"), ("en", "# Students\n\nRoster")):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "students.md").write_text(words_, "utf-8")
    monkeypatch.setattr(guide, "FOLDER", tmp_path)
    made = Guide("students")
    qtbot.addWidget(made)
    assert made.view.toPlainText() == "学生\n名册"
    words.language.speak(Lang.EN)
    assert made.view.toPlainText() == "Students\nRoster"
    other = Guide("nothing")
    qtbot.addWidget(other)
    assert other.view.toPlainText() == "The guide to this page is not written yet."
