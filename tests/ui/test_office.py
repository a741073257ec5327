"""The desk over an office file: where it stands, undo and redo, finding, and looking only."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ptman import backup, db, settings
from ptman.errors import PtmanError
from tests.ptman import offices
from tests.ui.pages import office_window
from ui.office import OpenOffice


def step(_done: int, _total: int) -> None:
    """Nobody watches."""


@pytest.fixture
def desk(office_path: Path) -> Iterator[OpenOffice]:
    made = OpenOffice.open(office_path)
    yield made
    made.close()


def test_it_knows_what_undo_and_redo_would_do(desk: OpenOffice) -> None:
    assert (desk.past().undo, desk.past().redo, desk.past().locked) == (None, None, None)
    desk.write(offices.add, "甲")
    past = desk.past()
    assert past.undo is not None
    assert past.saved is not None
    assert (past.undo.zh, past.redo) == ("登记 甲", None)
    assert past.saved.utcoffset() is not None
    desk.undo(step)
    assert offices.tables(desk.path)["person"] == []
    again = desk.past()
    assert again.redo is not None
    assert (again.undo, again.redo.zh) == (None, "登记 甲")
    desk.redo(step)
    assert len(offices.tables(desk.path)["person"]) == 1
    assert desk.redo(step) is None


def test_it_finds_people_by_name_pinyin_and_initials(desk: OpenOffice) -> None:
    desk.write(office_window.fill)
    for typed in ("李思远", "lisiyuan", "lsy", "22660002"):
        assert "李思远" in {hit.title for hit in desk.find(typed)}, typed
    assert all(hit.icon for hit in desk.find("lsy"))


def test_another_program_leaves_it_to_look(desk: OpenOffice, office_path: Path) -> None:
    settings.keep(who="王老师")
    beside = OpenOffice.open(office_path)
    assert beside.read_only is not None
    assert beside.past().locked == beside.read_only
    with pytest.raises(PtmanError) as refused:
        beside.write(offices.add)
    assert refused.value.code == "file-in-use"
    said = beside.read_only
    desk.close()
    assert beside.read_only == said  # it was opened to look, and stays so
    assert beside.close() is None


def test_closing_ends_the_work_and_backs_up_what_was_changed(office_path: Path) -> None:
    desk = OpenOffice.open(office_path)
    desk.write(offices.add)
    assert desk.close() is None
    assert [one.reason for one in backup.listed(office_path)] == ["closing"]
    answers: list[object] = []
    desk.work.ask(lambda: 1, answers.append)
    assert (desk.work.busy, answers) == (False, [])
    db.Database(office_path, who="王").close()
