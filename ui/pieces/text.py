"""Labels that take their text as it is: a name may hold `<img>`, and Qt would load it."""

import html

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import style, words
from ui.palette import Tone


class Text(QLabel):
    """One plain text in one size and tone; it keeps its tone when the theme changes."""

    def __init__(self, pixels: int = style.BODY, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(style.font(pixels))
        self._colour()

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self._colour()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._colour()

    def _colour(self) -> None:
        ink = QColor(style.tones().ink_of(self._tone))
        if self.palette().color(QPalette.ColorRole.WindowText) != ink:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, ink)
            self.setPalette(palette)


class Elided(Text):
    """A text that may be longer than its place: it ends in … and says all of itself in its tool tip."""

    def __init__(self, pixels: int = style.BODY, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(pixels, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""

    @override
    def setText(self, text: str) -> None:
        self._whole = text
        self._fit()

    def whole(self) -> str:
        return self._whole

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        super().setText(fitting)
        self.setToolTip(plain_tip(self._whole) if fitting != self._whole else "")


def line(label: Label, pixels: int = style.BODY, tone: Tone = Tone.PLAIN) -> Text:
    """A label of one line in the language of the moment."""
    made = Text(pixels, tone)
    words.bind(made, made.setText, label)
    return made


def title(label: Label) -> Text:
    return line(label, style.TITLE)


def small(label: Label) -> Text:
    return line(label, style.SECONDARY, Tone.QUIET)


def quiet(text: str) -> Text:
    """A small text that reads the same in both languages."""
    made = Text(style.SECONDARY, Tone.QUIET)
    made.setText(text)
    return made


def paragraph(label: Label, tone: Tone = Tone.PLAIN, *, selectable: bool = False) -> Text:
    """A sentence that wraps."""
    made = line(label, tone=tone)
    made.setWordWrap(True)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def hairline(*, upright: bool = False) -> QFrame:
    made = QFrame()
    style.role(made, style.Role.LINE)
    if upright:
        made.setFixedWidth(style.HAIR)
    else:
        made.setFixedHeight(style.HAIR)
    return made


def plain_tip(text: str) -> str:
    """A tool tip that shows `text` as typed and wraps; Qt would take text with tags as HTML."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
