"""Buttons by their weight: one primary a page, plain ones, and quiet ones that are only an icon."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from ptman.labels import Label
from ui import icons, style, words
from ui.palette import Tone


def plain(label: Label, icon: str = "") -> QPushButton:
    made = QPushButton()
    made.setAutoDefault(False)
    words.bind(made, made.setText, label)
    if icon:
        made.setIcon(icons.icon(icon))
        made.setIconSize(QSize(style.BESIDE, style.ICON))
    return made


def primary(label: Label, icon: str = "") -> QPushButton:
    """The one thing to do here."""
    made = plain(label, icon)
    style.role(made, style.Role.PRIMARY)
    if icon:
        made.setIcon(icons.icon(icon, Tone.ON_FILL))
    return made


def quiet(label: Label, icon: str) -> QToolButton:
    """Only an icon; its name is its tool tip and what a screen reader says."""
    made = QToolButton()
    style.role(made, style.Role.QUIET)
    made.setIcon(icons.icon(icon))
    made.setIconSize(QSize(style.ICON, style.ICON))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    words.name(made, label, tip=True)
    return made
