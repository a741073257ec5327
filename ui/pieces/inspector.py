"""The inspector at the right: the selected record in foldable sections, with what can be done with it below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from ptman.labels import Label
from ui import style
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.section import Section

WIDTH = 320
_ACROSS = 2
_NOTHING = Label("选中一行，这里显示它的内容。", "Select a row to see it here.")


class Inspector(QWidget):
    """Heading, sections, buttons. `show_record` replaces all of them; `show_nothing` says what to do."""

    def __init__(self, parent: QWidget | None = None, nothing: Label = _NOTHING) -> None:
        super().__init__(parent)
        style.role(self, style.Role.PANE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(280)
        hint = text.paragraph(nothing, Tone.QUIET)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setContentsMargins(style.LOOSE, 0, style.LOOSE, 0)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(hint)
        self._shown: QWidget | None = None

    def show_nothing(self) -> None:
        self._replace(None)

    def show_record(
        self, title: str, subtitle: str, sections: Sequence[Section], buttons: Sequence[QPushButton] = ()
    ) -> None:
        """Show a record; the sections and buttons now belong to the inspector."""
        pane = QWidget()
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_heading(title, subtitle))
        layout.addWidget(_scrolled(sections), 1)
        if buttons:
            layout.addWidget(text.hairline())
            layout.addWidget(_row(buttons))
        self._replace(pane)

    def _replace(self, pane: QWidget | None) -> None:
        old, self._shown = self._shown, pane
        if pane is not None:
            self._stack.addWidget(pane)
            self._stack.setCurrentWidget(pane)
        else:
            self._stack.setCurrentIndex(0)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()


def _heading(title: str, subtitle: str) -> QWidget:
    heading = QWidget()
    layout = QVBoxLayout(heading)
    layout.setContentsMargins(style.WIDE, style.NORMAL, style.WIDE, style.SMALL)
    layout.setSpacing(0)
    for words, pixels, tone in ((title, style.TITLE, Tone.PLAIN), (subtitle, style.SECONDARY, Tone.QUIET)):
        line = text.Elided(pixels, tone)
        line.setText(words)
        layout.addWidget(line)
    return heading


def _scrolled(sections: Sequence[Section]) -> QScrollArea:
    inner = QWidget()
    layout = QVBoxLayout(inner)
    layout.setContentsMargins(style.SMALL, 0, style.SMALL, style.WIDE)
    layout.setSpacing(style.SMALL)
    for section in sections:
        section.content.setContentsMargins(style.SMALL, 0, style.SMALL, 0)
        layout.addWidget(section)
    layout.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    for part in (area.viewport(), inner):
        part.setAutoFillBackground(False)
    return area


def _row(buttons: Sequence[QPushButton]) -> QWidget:
    """Two a line: three do not fit in both languages."""
    row = QWidget()
    layout = QGridLayout(row)
    layout.setContentsMargins(style.WIDE, style.SMALL, style.WIDE, style.SMALL)
    layout.setHorizontalSpacing(style.SMALL)
    layout.setVerticalSpacing(style.SMALL)
    layout.setColumnStretch(_ACROSS, 1)
    for at, one in enumerate(buttons):
        layout.addWidget(one, *divmod(at, _ACROSS))
    return row
