"""Failures are told once, in words; bugs with their trace; names in them are never HTML."""

import logging
import sys

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ptman.errors import PtmanError
from ptman.labels import Label, Lang
from ui import errors, words
from ui.notice import Told

KNOWN = PtmanError("no-sheet", "工作簿里没有 <b>学生</b> 表。", "The workbook has no sheet <b>Students</b>.")


def test_known_failure_is_shown_as_it_is(qtbot: QtBot) -> None:
    notice = errors.show(KNOWN)
    qtbot.addWidget(notice)
    texts = [label.text() for label in notice.findChildren(QLabel)]
    assert "工作簿里没有 <b>学生</b> 表。" in texts
    assert "no-sheet" in texts
    words.language.speak(Lang.EN)
    assert "The workbook has no sheet <b>Students</b>." in [label.text() for label in notice.findChildren(QLabel)]


def test_the_same_failure_is_shown_once(qtbot: QtBot) -> None:
    first = errors.show(KNOWN)
    qtbot.addWidget(first)
    assert errors.show(KNOWN) is first


def test_closing_one_notice_leaves_another_that_is_not_read_yet(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    first = errors.show(KNOWN, window)
    second = errors.show(PtmanError("other", "别的", "Something else."), first)
    gone = []
    second.destroyed.connect(lambda: gone.append(second))
    with qtbot.waitSignal(first.destroyed):
        first.accept()
    assert gone == []
    assert second.isVisible()
    assert second.parentWidget() is window


def test_a_bug_is_logged_and_its_trace_can_be_copied(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "ptman.window"):
        notice = errors.show(ZeroDivisionError("by nought"))
    qtbot.addWidget(notice)
    assert "by nought" in caplog.text
    assert "by nought" in notice.findChildren(QPlainTextEdit)[0].toPlainText()
    next(one for one in notice.findChildren(QPushButton) if one.text() == "复制").click()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()


def test_what_nobody_caught_ends_in_the_dialog(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    hook = sys.excepthook
    errors.install()
    ours, sys.excepthook = sys.excepthook, hook
    with caplog.at_level(logging.WARNING):
        qWarning("from Qt itself")
        ours(ValueError, ValueError("stray"), None)
    qInstallMessageHandler(None)
    notice = errors._same_notice(Told(Label("", ""), Label("", ""), "ValueError"))
    assert notice is not None
    qtbot.addWidget(notice)
    assert "from Qt itself" in caplog.text
    assert "stray" in caplog.text
