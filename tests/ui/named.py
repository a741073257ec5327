"""Finds widgets that a screen reader could not name, and labels that would read a name as HTML."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QCalendarWidget, QComboBox, QLabel, QWidget


def nameless(window: QWidget) -> list[str]:
    """Every widget the keys can reach that has no accessible name."""
    every = (widget for widget in window.findChildren(QWidget) if not _inside_qt(widget))
    return [f"{type(widget).__name__} in {type(widget.parent()).__name__}" for widget in every
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _name(widget)]  # fmt: skip


def rich(window: QWidget) -> list[str]:
    """Every label that would take its text for HTML."""
    every = (label for label in window.findChildren(QLabel) if not _inside_qt(label))
    return [label.text() for label in every if label.textFormat() is not Qt.TextFormat.PlainText]


def _name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def _inside_qt(widget: QWidget) -> bool:
    """Parts that Qt puts into its own widgets and names itself."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QCalendarWidget | QComboBox):
            return True
        parent = parent.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(widget.parent(), QAbstractScrollArea)
