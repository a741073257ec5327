"""The editors a form is made of: one for each kind of value, all with the same five members."""

from datetime import date
from typing import Protocol

from PySide6.QtCore import QDate, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidgetAction
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Choice, Label
from ui import icons, words
from ui.palette import Tone

Entry = str | bool | None
"""What a form gives: text as typed, a flag, the id of a link, None for a blank."""


LIKE = {
    Kind.MONEY: "12,345.60",
    Kind.PERCENT: "12.5%",
    Kind.MONTH: "2026-09",
    Kind.TIME: "14:30",
    Kind.DATETIME: "2026-09-01 14:30",
}
"""What a line shows of what is expected while nothing stands in it."""


class Editor(Protocol):
    """`edited` at every change by hand, `left` when the user goes on."""

    edited: SignalInstance
    left: SignalInstance

    def value(self) -> Entry: ...
    def typed(self) -> str: ...
    def show_value(self, value: object) -> None: ...


class TextEditor(QLineEdit):
    """One line; blanks at the ends do not count."""

    edited = Signal()
    left = Signal()

    def __init__(self, like: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(like)
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(self.left)

    def value(self) -> Entry:
        return self.text().strip() or None

    def typed(self) -> str:
        return self.text().strip()

    def show_value(self, value: object) -> None:
        self.setText(", ".join(map(str, value)) if isinstance(value, tuple | list) else _plain(value))
        self.setCursorPosition(0)


class LongEditor(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(84)
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> Entry:
        return self.toPlainText().strip() or None

    def typed(self) -> str:
        return self.toPlainText().strip()

    def show_value(self, value: object) -> None:
        self.setPlainText(_plain(value))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _on_text_changed(self) -> None:
        self.edited.emit()


class FlagEditor(QCheckBox):
    """Yes or no."""

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        words.bind(self, self.setText, Label("是", "Yes"))
        self.clicked.connect(self._on_clicked)

    def value(self) -> Entry:
        return self.isChecked()

    def typed(self) -> str:
        return "1" if self.isChecked() else ""

    def show_value(self, value: object) -> None:
        self.setChecked(bool(value))

    def _on_clicked(self) -> None:
        self.edited.emit()
        self.left.emit()


class ChoiceEditor(QComboBox):
    """One of a closed list, or nothing; the wheel scrolls the form, not the choice."""

    edited = Signal()
    left = Signal()

    def __init__(self, choices: type[Choice]) -> None:
        super().__init__()
        self._choices = choices
        self.addItem("", None)
        for member in choices:
            self.addItem(words.say(member.label), member.value)
        words.on_change(self, self._say)
        self.activated.connect(self._on_activated)

    def value(self) -> Entry:
        found = self.currentData()
        return found if isinstance(found, str) else None

    def typed(self) -> str:
        return str(self.value() or "")

    def show_value(self, value: object) -> None:
        self.setCurrentIndex(max(0, self.findData(None if value is None else str(value))))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _say(self) -> None:
        for at, member in enumerate(self._choices, start=1):
            self.setItemText(at, words.say(member.label))

    def _on_activated(self) -> None:
        self.edited.emit()
        self.left.emit()


class DateEditor(TextEditor):
    """A date typed in any form the office knows, or picked from a calendar (Alt+Down)."""

    def __init__(self) -> None:
        super().__init__("2026-09-01")
        self._calendar = QCalendarWidget()
        self._menu = QMenu(self)
        self._action = QWidgetAction(self._menu)
        self._action.setDefaultWidget(self._calendar)
        self._menu.addAction(self._action)
        opener = self.addAction(icons.icon("calendar", Tone.QUIET), QLineEdit.ActionPosition.TrailingPosition)
        words.bind(opener, opener.setToolTip, Label("日历 (Alt+↓)", "Calendar (Alt+↓)"))
        words.name(self._calendar, Label("日历", "Calendar"))
        opener.triggered.connect(self.open_calendar)
        self._calendar.activated.connect(self._on_picked)
        self._calendar.clicked.connect(self._on_picked)

    def open_calendar(self) -> None:
        """Show the calendar at the typed day, where it is one."""
        typed = QDate.fromString(self.text().strip(), "yyyy-MM-dd")
        self._calendar.setSelectedDate(typed if typed.isValid() else QDate.currentDate())
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self._calendar.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _on_picked(self, day: QDate) -> None:
        self._menu.close()
        self.setText(day.toString("yyyy-MM-dd"))
        self.edited.emit()
        self.left.emit()


def _plain(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
