"""The small pieces: pictures can be clicked through by mouse and by keys, and say what they show."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ptman.labels import Label, Lang
from ptman.listing import Load
from ui import memory, words
from ui.palette import Tone
from ui.pieces import load_bar
from ui.pieces.figure_tile import FigureTile
from ui.pieces.funnel import Funnel
from ui.pieces.picture import Part, Picture
from ui.pieces.seats_bar import SeatsBar
from ui.pieces.section import Section
from ui.pieces.splitter import Splitter
from ui.pieces.strip import Mark, Strip
from ui.pieces.text import Elided

PARTS = (
    Part("all", Label("学生", "Students"), 210),
    Part("paired", Label("已配对", "Paired"), 176, Tone.DONE),
    Part("none", Label("空余", "Free"), 0, Tone.QUIET),
)


def strip() -> Strip:
    made = Strip(Label("期限", "Deadlines"), date(2026, 9, 10))
    made.show_marks([Mark("late", date(2026, 9, 1), Label("协议", "Agreement"), Tone.OVERDUE),
                     Mark("soon", date(2026, 11, 1), Label("聘期", "Appointment"), Tone.SOON)])  # fmt: skip
    return made


def funnel() -> Funnel:
    made = Funnel(Label("进展", "Progress"))
    made.show_parts(PARTS)
    return made


def seats() -> SeatsBar:
    made = SeatsBar(Label("名额", "Seats"))
    made.show_parts(PARTS)
    return made


@pytest.mark.parametrize("make", [strip, funnel, seats])
def test_picture_is_clicked_through_by_mouse_and_keys(qtbot: QtBot, make: Callable[[], Picture]) -> None:
    made = make()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    place = made.places(made.rect().toRectF())[1].center().toPoint()
    QTest.mouseMove(made, place)
    with qtbot.waitSignal(made.chosen) as by_mouse:
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=place)
    made._point_at(0)
    QTest.keyClick(made, Qt.Key.Key_Right)
    with qtbot.waitSignal(made.chosen) as by_keys:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert by_mouse.args == by_keys.args
    image = made.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}) > 3


def test_picture_says_its_figures(qtbot: QtBot) -> None:
    made = funnel()
    qtbot.addWidget(made)
    assert made.accessibleDescription() == "学生 210; 已配对 176; 空余 0"
    words.language.speak(Lang.EN)
    assert (made.accessibleName(), made.accessibleDescription()) == ("Progress", "Students 210; Paired 176; Free 0")


def test_an_empty_picture_can_be_painted(qtbot: QtBot) -> None:
    for made in (Funnel(Label("进展", "Progress")), SeatsBar(Label("名额", "Seats"))):
        qtbot.addWidget(made)
        made.show()
        made.setFocus()
        QTest.keyClick(made, Qt.Key.Key_Return)
        assert not made.grab().isNull()


def test_tile_says_word_and_figure(qtbot: QtBot) -> None:
    tile = FigureTile(Label("缺基地", "No base"), "building-2")
    qtbot.addWidget(tile)
    tile.show_figure(12, Tone.SOON)
    tile.show()
    assert tile.accessibleName() == "缺基地 12"
    with qtbot.waitSignal(tile.clicked):
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert not tile.grab().isNull()


@pytest.mark.parametrize(
    ("load", "tone"), [(Load(5, 8), Tone.ACCENT), (Load(8, 8), Tone.SOON), (Load(9, 8), Tone.OVERDUE)]
)
def test_load_is_toned_by_what_is_left(load: Load, tone: Tone) -> None:
    assert load_bar.tone_of(load) is tone


def test_section_remembers_that_it_was_folded(qtbot: QtBot) -> None:
    first = Section("student/basics", Label("基本", "Basics"), QLabel("x"))
    qtbot.addWidget(first)
    first.heading.click()
    again = Section("student/basics", Label("基本", "Basics"), QLabel("x"))
    qtbot.addWidget(again)
    assert again.content.isHidden()


def test_splitter_remembers_its_place(qtbot: QtBot) -> None:
    memory.keep("splitter/made", [300, 100])
    made = Splitter("made")
    qtbot.addWidget(made)
    made.addWidget(QLabel("a"))
    made.addWidget(QLabel("b"))
    made.resize(401, 100)
    made.restore([10, 391])
    made.show()
    assert made.sizes() == [300, 100]


def test_a_long_text_says_all_of_itself_in_its_tip(qtbot: QtBot) -> None:
    made = Elided()
    qtbot.addWidget(made)
    made.resize(60, 20)
    made.setText("<b>a very long name</b>")
    assert made.text().endswith("…")
    assert made.toolTip() == "<qt>&lt;b&gt;a very long name&lt;/b&gt;</qt>"
