"""A form shows the fields meant for the kind of record it is, and never hides a value."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from ptman.models import ResourceUse, TeachingResource
from ptman.models.choices_resources import ResourceKind, UseStatus
from ptman.models.core import fields_of
from ui.form import Form

COURSE, BOOK = "credits", "isbn"


@pytest.mark.parametrize("narrow", [False, True])
def test_a_kind_shows_its_own_fields(qtbot: QtBot, narrow: bool) -> None:  # noqa: FBT001 - drawn by pytest
    made = Form(fields_of(TeachingResource), {"kind": ResourceKind.COURSE}, narrow=narrow)
    qtbot.addWidget(made)
    made.show()
    assert made.editor(COURSE).isVisible()
    assert not made.editor(BOOK).isVisible()
    tall = made.sizeHint().height()
    kinds = made.editor("kind")
    assert isinstance(kinds, QComboBox)
    kinds.setFocus()
    while made.values()["kind"] != ResourceKind.TEXTBOOK:
        QTest.keyClick(kinds, Qt.Key.Key_Down)
    kinds.activated.emit(kinds.currentIndex())
    assert made.editor(BOOK).isVisible()
    assert not made.editor(COURSE).isVisible()
    assert made.sizeHint().height() < tall


def test_what_holds_a_value_is_shown(qtbot: QtBot) -> None:
    made = Form(fields_of(TeachingResource), {"kind": ResourceKind.LAB, BOOK: "978-7-000-00000-0"})
    qtbot.addWidget(made)
    made.show()
    assert made.editor(BOOK).isVisible()
    assert not made.dirty()


def test_how_it_went_is_asked_once_it_is_used(qtbot: QtBot) -> None:
    for status, shown in ((None, False), (UseStatus.APPROVED, False), (UseStatus.RETURNED, True)):
        made = Form(fields_of(ResourceUse), {"status": status})
        qtbot.addWidget(made)
        made.show()
        assert made.editor("score").isVisible() is shown
