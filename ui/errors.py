"""The one place that tells the user about failures: known ones by their sentence, bugs by one dialog."""

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ptman.errors import PtmanError
from ptman.labels import Label
from ui.notice import Notice, Told

log = logging.getLogger("ptman.window")

_BUG = Label(
    "程序出错，这一步没有做完，已保存的数据没有改动。请复制下面的内容发给维护人员，然后可以继续工作。",
    "Something in the program went wrong and this step was not done; saved data is as it was. "
    "Please copy the text below for whoever looks after the program; you can go on working.",
)
_KNOWN_TITLE = Label("没有完成", "Not done")
_BUG_TITLE = Label("程序错误", "A fault in the program")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def show(error: BaseException, parent: QWidget | None = None) -> QDialog:
    """Tell the user of any failure; returns at once, the dialog is modal to its window."""
    if isinstance(error, PtmanError):
        told = Told(_KNOWN_TITLE, error.sentence, error.code)
    else:
        trace = "".join(traceback.format_exception(error))
        log.error("unexpected: %s", trace)
        told = Told(_BUG_TITLE, _BUG, type(error).__name__, trace)
    return _open(told, parent)


def tell(title: Label, sentence: Label, parent: QWidget | None = None) -> QDialog:
    """Say why something cannot be done, where no exception was raised."""
    return _open(Told(title, sentence, ""), parent)


def install() -> None:
    """Let exceptions nobody caught and Qt's own messages end here."""
    sys.excepthook = _on_uncaught
    qInstallMessageHandler(_on_qt_message)


def _open(told: Told, parent: QWidget | None) -> Notice:
    shown = _same_notice(told)
    if shown is not None:
        return shown
    notice = Notice(told, _host(parent or QApplication.activeWindow()))
    notice.open()
    return notice


def _host(window: QWidget | None) -> QWidget | None:
    """The window beneath the notices that are open: closing one must not take another, not yet read, with it."""
    while isinstance(window, Notice):
        window = window.parentWidget()
    return window


def _same_notice(told: Told) -> Notice | None:
    """A fault that repeats (in a paint event, in a timer) is shown once, not a hundred times."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, Notice) and widget.isVisible() and widget.told.code == told.code != "":
            return widget
    return None


def _on_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    elif QApplication.instance() is None:
        log.error("unexpected", exc_info=(kind, error, trace))
    else:
        show(error)


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
