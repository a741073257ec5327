"""Everything about a record opens from a list and from any link, leads on and back, and changes nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.labels import Lang
from tests.ptman.register import test_whole
from tests.ui import fits, named
from tests.ui.pages import bench_office
from tests.ui.pages.bench_office import Desk
from ui import contents, day, records, words
from ui.dialogs.record import RecordDialog
from ui.form_link import LinkEditor
from ui.pieces.record_line import RecordLine
from ui.wholes.dialog import WholeDialog


@pytest.fixture
def bench(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(day, "today", lambda: test_whole.TODAY)
    office.write(test_whole.paired)
    with bench_office.opened(qtbot, office, *contents.PAGES) as made:
        made.window._open_record = records.open_record
        yield made


def opened(bench: Desk, page: str = "students") -> WholeDialog:
    """Everything about the first record of a list, by its shortcut's action."""
    bench.window.go(page)
    bench.rest()
    table = bench.window.page.table  # type: ignore[attr-defined]  # a list
    table.select([table.shown_rows[0].id])
    bench.window.page.acts["whole"].trigger()
    bench.rest()
    return bench.dialog(WholeDialog)


def line(dialog: WholeDialog, name: str) -> RecordLine:
    return next(one for one in dialog.findChildren(RecordLine) if one.accessibleName().startswith(name))


def test_one_goes_on_to_the_base_and_back(bench: Desk) -> None:
    before = bench.tables()
    dialog = opened(bench)
    assert dialog.title.whole() == "张雨桐"
    assert not dialog.back.isEnabled()
    bench.press(line(dialog, "星河实践基地 · 在用"), Qt.Key.Key_Return)
    assert dialog.title.whole() == "星河实践基地"
    assert {one.noun for one in dialog.found.chapters if one.through is None} == {"agreement", "placement"}  # type: ignore[union-attr]  # read
    bench.press(dialog, Qt.Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    assert dialog.title.whole() == "张雨桐"
    bench.press(dialog, Qt.Key.Key_Escape)
    assert bench.dialogs(WholeDialog) == []
    assert bench.tables() == before


def test_a_line_without_such_a_page_opens_its_form_and_a_change_is_seen(bench: Desk) -> None:
    dialog = opened(bench, "bases")
    bench.press(line(dialog, "XY-001"), Qt.Key.Key_Space)
    form = bench.dialog(RecordDialog)
    form.form.editor("title").show_value("新协议")  # type: ignore[attr-defined]  # an editor
    form.accept()
    bench.rest()
    bench.qtbot.waitUntil(lambda: any("新协议" in one.accessibleName() for one in dialog.findChildren(RecordLine)))


@pytest.mark.parametrize("by_key", [True, False])
def test_a_link_in_a_form_is_followed(bench: Desk, by_key: bool) -> None:  # noqa: FBT001 a parameter
    placement = bench.database.read(lambda s: next(iter(s.query(test_whole.makers.Placement))).id)
    records.open_record(bench.window, "placement", placement)
    bench.rest()
    link = bench.dialog(RecordDialog).form.editor("base_id")
    assert isinstance(link, LinkEditor)
    if by_key:
        bench.press(link, Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    else:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, QPoint(20, 10))
        bench.rest()
    assert bench.dialog(WholeDialog).title.whole() == "星河实践基地"


@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_cut_off_and_everything_is_named(bench: Desk, lang: Lang) -> None:
    words.language.speak(lang)
    dialog = opened(bench)
    assert fits.cut_off(dialog) == []
    assert named.nameless(dialog) == []
