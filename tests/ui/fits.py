"""Finds text that is cut off: compares what widgets ask for with what they get."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from ptman.labels import Lang
from ui import words
from ui.pieces.text import Elided


def cut_off(window: QWidget) -> list[str]:
    """Every visible label, button and box of `window` whose text has no room, described."""
    QApplication.processEvents()
    # An answer of the worker may have come with these events and changed a text: now layouts alone, so that no further
    # answer comes between the last of them and the look. A layout inside a layout inside a layout needs its rounds.
    for _ in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    shown = (widget for widget in window.findChildren(QWidget) if widget.isVisible() and _has_text(widget))
    return [f"{type(one).__name__} {_text(one)!r} {one.size().toTuple()}" for one in shown if not _fits(one)]


def cut_off_in_both(window: QWidget, width: int = 1280, height: int = 800) -> list[str]:
    """The same in Chinese and in English at one size; the language is put back."""
    before = words.lang()
    window.resize(width, height)
    found = []
    for lang in Lang:
        words.language.speak(lang)
        found += [f"{lang}: {one}" for one in cut_off(window)]
    words.language.speak(before)
    return found


def _has_text(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton | QComboBox) and bool(_text(widget))


def _text(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _fits(widget: QWidget) -> bool:
    """An elided text says all of itself in its tool tip; a wrapping one needs its height."""
    if isinstance(widget, Elided):
        return True
    needed = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() + 1 >= widget.heightForWidth(widget.width())
    return widget.width() + 1 >= needed.width() and widget.height() + 1 >= needed.height()
