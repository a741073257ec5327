"""Where the words of a template are typed: tags are coloured, faults underlined, a blank goes in at the cursor."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from typing_extensions import override

from ptman.labels import Label
from ptman.letters import marks
from ptman.letters.marks import Sort
from ptman.letters.word_faults import Fault
from ui import style, words

_SECTION = re.compile(r"\s*(?:【[^】\n{}]+】|\[[^\]\n{}]+\])\s*")


class WordsColours(QSyntaxHighlighter):
    """Section headings strong, blanks in the accent colour, conditions and repetitions in amber."""

    @override
    def highlightBlock(self, text: str) -> None:
        tones = style.tones()
        if _SECTION.fullmatch(text):
            self.setFormat(0, len(text), _ink(tones.ink, strong=True))
            return
        found, _ = marks.marks(text)
        for mark in found:
            if mark.sort is Sort.BLANK:
                self.setFormat(mark.start, mark.end - mark.start, _ink(tones.accent, tones.accent_soft))
            elif mark.sort is not Sort.TEXT:
                self.setFormat(mark.start, mark.end - mark.start, _ink(tones.soon, tones.soon_soft))


class WordsEditor(QPlainTextEdit):
    """Plain text only, whatever is pasted; Tab leaves the field, as in every form."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(style.font(14))
        self.setTabChangesFocus(True)
        self.colours = WordsColours(self.document())
        self._faults: tuple[Fault, ...] = ()
        words.name(self, Label("模板文字", "Words of the template"))

    def show_words(self, source: str) -> None:
        """Other words; where they are the same the cursor stays."""
        if source != self.toPlainText():
            self.setPlainText(source)
        self.document().setModified(False)

    def insert(self, text: str) -> None:
        """Put a text at the cursor, in the place of what is selected."""
        self.textCursor().insertText(text)
        self.setFocus()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        self._faults = tuple(faults)
        self._underline()

    def go_to(self, fault: Fault) -> None:
        """The cursor on the place of a fault, which is selected."""
        self.setTextCursor(self._cursor(fault))
        self.ensureCursorVisible()
        self.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.colours.rehighlight()
            self._underline()

    def _underline(self) -> None:
        tones = style.tones()
        marked = []
        for fault in self._faults:
            one = QTextEdit.ExtraSelection()
            shape = QTextCharFormat()
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            shape.setUnderlineColor(QColor(tones.overdue if fault.blocks else tones.soon))
            one.format = shape
            one.cursor = self._cursor(fault)
            marked.append(one)
        self.setExtraSelections(marked)

    def _cursor(self, fault: Fault) -> QTextCursor:
        """Qt counts in UTF-16: a character beyond the basic plane takes two places."""
        source = self.toPlainText()
        start, end = (len(source[:at].encode("utf-16-le")) // 2 for at in (fault.start, fault.end))
        found = self.textCursor()
        last = self.document().characterCount() - 1
        found.setPosition(min(start, last))
        found.setPosition(min(max(end, start), last), QTextCursor.MoveMode.KeepAnchor)
        return found


def _ink(ink: str, ground: str = "", *, strong: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(ink))
    if ground:
        made.setBackground(QColor(ground))
    if strong:
        made.setFontWeight(700)
    return made
