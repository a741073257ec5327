"""Files in the window: dropped on a record, refused with the reason, opened after a question, saved and removed."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QToolButton

from ptman.register import attachments
from tests.ui import fits, named
from tests.ui.pages.office_window import Real
from ui.around import opened_files
from ui.around.attached_list import AttachedList
from ui.dialogs.question import Question
from ui.dialogs.record import RecordDialog
from ui.notice import Notice

PDF = b"%PDF-1.7 scan"
OPEN = "打开 协议.pdf"


def drop(on: AttachedList, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    on.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def names(real: Real) -> list[str]:
    return [one.name for one in real.database.read(attachments.listed, "student", real.ids["bare"])]


def press(inside: RecordDialog, name: str) -> None:
    """On the list as it is now: it is made anew whenever its files were read."""
    next(one for one in inside.findChildren(QToolButton) if one.accessibleName() == name).click()


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The copies that the system was asked to open."""
    found: list[Path] = []
    monkeypatch.setattr(opened_files, "show", found.append)  # what the system opens files with is not ours
    return found


@pytest.fixture
def dialog(real: Real) -> RecordDialog:
    real.page("students").open_record(real.ids["bare"])
    return real.record()


def listed(real: Real, dialog: RecordDialog) -> None:
    """Wait until the list has the file."""
    real.qtbot.waitUntil(lambda: OPEN in {one.accessibleName() for one in dialog.findChildren(QToolButton)})
    real.rest()


@pytest.fixture
def held(real: Real, dialog: RecordDialog, tmp_path: Path) -> RecordDialog:
    path = tmp_path / "协议.pdf"
    path.write_bytes(PDF)
    drop(dialog.findChildren(AttachedList)[0], path)
    listed(real, dialog)
    return dialog


def test_good_files_are_kept_and_bad_ones_told(real: Real, dialog: RecordDialog, tmp_path: Path) -> None:
    good, bad = tmp_path / "协议.pdf", tmp_path / "run.exe"
    good.write_bytes(PDF)
    bad.write_bytes(b"MZ")
    drop(dialog.findChildren(AttachedList)[0], good, bad)
    real.qtbot.waitUntil(lambda: isinstance(real.dialog(), Notice))
    told = real.dialog()
    assert isinstance(told, Notice)
    assert "程序或脚本" in told.told.sentence.zh
    told.accept()
    listed(real, dialog)
    assert names(real) == ["协议.pdf"]
    assert fits.cut_off_in_both(dialog, 960, 680) == []
    assert named.nameless(dialog) == []


def test_a_file_is_opened_after_a_question_only(real: Real, held: RecordDialog, shown: list[Path]) -> None:
    before = real.tables()
    for answer in ("back", "go_on"):
        press(held, OPEN)
        asked = real.dialog()
        assert isinstance(asked, Question)
        assert (shown, asked.windowTitle()) == ([], "打开附件")
        getattr(asked, answer).click()
        real.rest()
    real.qtbot.waitUntil(lambda: len(shown) == 1)
    assert shown[0].read_bytes() == PDF
    assert not shown[0].stat().st_mode & stat.S_IWUSR
    assert real.tables() == before
    opened_files.clear()
    assert not shown[0].exists()


def test_a_file_is_removed_and_undo_brings_it_back(real: Real, held: RecordDialog) -> None:
    press(held, "移除 协议.pdf")
    real.rest()
    assert names(real) == []
    held.reject()
    real.window.acts["undo"].trigger()
    real.rest()
    assert names(real) == ["协议.pdf"]
