"""The editor for a link to another record: search as one types, take one of what is found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import icons, words
from ui.form_editors import Entry
from ui.palette import Tone

Lookup = Callable[[str, str], Sequence[tuple[str, str]]]
"""`lookup(noun, text)`: ids and how they are shown, best first; quick, for it is asked while one types."""

_PAUSE = 150


@runtime_checkable
class Follows(Protocol):
    """A window that shows the record a link names, over the widget the link stands in."""

    def follow_link(self, noun: str, value: str, over: QWidget) -> object: ...


@dataclass(frozen=True, slots=True)
class Link:
    """The value of a link: the id of the record, and how it is shown."""

    id: str
    shown: str


class LinkEditor(QLineEdit):
    """Its value is an id or nothing; text that names no record is put back when the user goes on."""

    edited = Signal()
    left = Signal()

    def __init__(self, noun: str, lookup: Lookup) -> None:
        super().__init__()
        self._noun = noun
        self._lookup = lookup
        self._link: Link | None = None
        self._found: tuple[Link, ...] = ()
        self._names = QStringListModel(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._popup = QCompleter(self._names, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(self._popup)
        self.addAction(icons.icon("search", Tone.QUIET), QLineEdit.ActionPosition.TrailingPosition)
        words.bind(self, self.setPlaceholderText, Label("输入以查找", "Type to look up"))
        self._connect()

    def _connect(self) -> None:
        self.textEdited.connect(self._on_text_edited)
        self._pause.timeout.connect(self.look)
        # By index, not by text: two people may bear one name.
        by_index = self._popup.activated[QModelIndex]  # type: ignore[index] # the stub knows one overload only
        by_index.connect(self._on_activated)

    def value(self) -> Entry:
        return self._link.id if self._link is not None and self.typed() else None

    def unsettled(self) -> bool:
        """Whether something is typed that names no record yet."""
        return bool(self.typed()) and (self._link is None or self.typed() != self._link.shown)

    def typed(self) -> str:
        return self.text().strip()

    def show_value(self, value: object) -> None:
        """Takes a Link, or None for a blank."""
        self._link = value if isinstance(value, Link) else None
        self.setText(self._link.shown if self._link else "")
        self.setCursorPosition(0)

    def look(self) -> None:
        """Look up what is typed and show what is found."""
        self._found = tuple(Link(*pair) for pair in self._lookup(self._noun, self.typed()))
        self._names.setStringList([link.shown for link in self._found])
        if self.hasFocus() and self._found:
            self._popup.complete()

    def follow(self) -> None:
        """Ask the window for the record that is named here; nothing where none is."""
        over = self.window()
        at: QWidget | None = self.parentWidget()
        while at is not None and not isinstance(at, Follows):
            at = at.parentWidget()
        if isinstance(at, Follows) and self._link is not None:
            at.follow_link(self._noun, self._link.id, over)

    @override
    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter belongs to the link before any action of the page."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _follows(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _follows(event):
            self.follow()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.follow()
        else:
            super().mouseReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._settle()
        super().focusOutEvent(event)

    def _settle(self) -> None:
        """Blank means no link; anything else but a pick leaves the link as it was."""
        before = self.value()
        if not self.typed():
            self._link = None
        elif self._link is None or self.typed() != self._link.shown:
            named = [link for link in self._found if link.shown == self.typed()]
            self._link = named[0] if len(named) == 1 else self._link
        self.show_value(self._link)
        if self.value() != before:
            self.edited.emit()
        self.left.emit()

    def _on_text_edited(self) -> None:
        self._pause.start()
        self.edited.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        self.show_value(self._found[index.row()])
        self.edited.emit()
        self.left.emit()


def _follows(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and held == Qt.KeyboardModifier.ControlModifier
