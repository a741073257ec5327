"""The preview shows sharp pages, turns and zooms by keys and wheel, and says where it is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptman.labels import Label
from ptman.letters import pages, typeset
from tests.ptman.letters.conftest import Maker, letter  # noqa: F401 - the fixture that makes letters
from tests.ui import fits, named
from ui.pieces.pdf_pane import PdfPane
from ui.work import Work

NAMES = ["张雨桐"] * 30
WHITE = 0xFFFFFFFF


@pytest.fixture
def pdf(letter: Maker) -> bytes:  # noqa: F811 - a fixture is asked for by its name
    return typeset.pdf(letter(NAMES))


@pytest.fixture
def pane(qtbot: QtBot, pdf: bytes) -> Iterator[PdfPane]:
    work = Work()
    made = PdfPane(work, Label("没有选中", "Nothing selected"))
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.show()
    made.show_pdf(pdf)
    qtbot.waitUntil(lambda: made.view.count == pages.count(pdf) and not work.busy)
    yield made
    made.close()
    work.close()


def ink(pane: PdfPane) -> int:
    """How many pixels of the sight are dark."""
    image = pane.view.viewport().grab().toImage()
    every = (
        image.pixelColor(x, y).lightness() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )
    return sum(value < 100 for value in every)


def test_pages_are_drawn_and_fit_the_width(qtbot: QtBot, pane: PdfPane) -> None:
    qtbot.waitUntil(lambda: ink(pane) > 100)
    assert pane.zoom.text() == f"{pane.view.percent}%"
    assert pane.view.horizontalScrollBar().maximum() == 0
    wide = pane.view.percent
    pane.resize(900, 700)
    qtbot.waitUntil(lambda: pane.view.percent > wide)


def test_keys_turn_pages(pane: PdfPane) -> None:
    last = pane.view.count
    assert pane.place.text() == f"第 1 页，共 {last} 页"
    QTest.keyClick(pane.view, Qt.Key.Key_PageDown)
    assert pane.place.text() == f"第 2 页，共 {last} 页"
    QTest.keyClick(pane.view, Qt.Key.Key_End)
    assert not pane.on.isEnabled()
    QTest.keyClick(pane.view, Qt.Key.Key_PageUp)
    QTest.keyClick(pane.view, Qt.Key.Key_Home)
    assert not pane.back.isEnabled()
    pane.on.click()
    assert pane.view.page() == 1


def test_wheel_and_keys_zoom(qtbot: QtBot, pane: PdfPane) -> None:
    control, before = Qt.KeyboardModifier.ControlModifier, pane.view.percent
    at = QPointF(200, 200)
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, control, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(pane.view.viewport(), wheel)
    assert pane.view.percent > before
    QTest.keyClick(pane.view, Qt.Key.Key_Minus, control)
    QTest.keyClick(pane.view, Qt.Key.Key_Minus, control)
    assert pane.view.percent < before
    pane.whole.click()
    assert pane.zoom.text() == "100%"
    QTest.keyClick(pane.view, Qt.Key.Key_0, control)
    assert pane.view.percent == before
    qtbot.waitUntil(lambda: ink(pane) > 100)


def test_a_damaged_pdf_says_so_in_its_place(qtbot: QtBot, pane: PdfPane) -> None:
    pane.show_pdf(b"%PDF nothing")
    qtbot.waitUntil(lambda: pane.view.count == 0)
    assert not pane.fit.isEnabled()
    assert "无法读取" in pane.findChildren(type(pane.place))[-1].text() + pane._hint.text()
    pane.show_nothing()
    assert pane._hint.text() == "没有选中"


def test_nothing_is_cut_off_and_everything_is_named(pane: PdfPane) -> None:
    assert fits.cut_off_in_both(pane, 480, 600) == []
    assert named.nameless(pane) == []
    assert named.rich(pane) == []
