"""The base of a page: one widget for one part of the office's work, with a title, tool buttons and a body."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ptman.labels import Label
from ui import icons, style, words
from ui.actions import Action, Actions, bare
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces import text
from ui.status_line import Standing

Answer = TypeVar("Answer")
_EDITING = (
    QKeySequence.StandardKey.Delete,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.DeleteEndOfLine,
)


class Page(QWidget):
    """A page says KEY, TITLE, ICON and GUIDE, builds itself in `__init__`, and loads in `refresh`.

    SECTION parts the rail: home, main, aspects, office.

    Signals:
        page_asked(str, str): go to the page of that key, with that chip or other place on it.
        record_asked(str, str): open the record of that noun and id.
        standing_changed: the status line should be read again.
        told(Label): something went well; the status line says it.
    """

    KEY: ClassVar[str]
    TITLE: ClassVar[Label]
    ICON: ClassVar[str]
    GUIDE: ClassVar[str] = ""
    SECTION: ClassVar[str] = "main"

    page_asked = Signal(str, str)
    record_asked = Signal(str, str)
    standing_changed = Signal()
    told = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._asked: dict[str, int] = {}
        self.acts = Actions(self.actions_offered(), self, reach=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for _, action in self.acts.all():
            self.addAction(action)
        style.role(self, style.Role.PAPER)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.frame = QVBoxLayout(self)
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.frame.setSpacing(0)
        self.head = self._head()
        self.frame.addLayout(self.head)

    def actions_offered(self) -> tuple[Action, ...]:
        """The page's rows of the table of actions; called before the page's own widgets exist."""
        return ()

    def refresh(self) -> None:
        """Look at the office again; the window calls it when the page is shown and after every change."""

    def depends_on(self) -> str:
        """What else than the office its content follows, such as a cohort chosen on another page."""
        return ""

    def go(self, place: str) -> None:
        """Show a place on this page: a chip's key, or what the page understands."""

    def standing(self) -> Standing:
        """What the status line says of this page."""
        return Standing()

    def first_focus(self) -> QWidget:
        """Where the keys go when the page is shown."""
        return self

    def unsaved(self) -> Label | None:
        """What was typed here and not taken, in a sentence; the window asks before it would be lost."""

    def give_up(self) -> None:
        """Show what stands again in place of what `unsaved` has named."""

    def ask(self, job: Callable[[], Answer], then: Callable[[Answer], object]) -> None:
        """Ask the office on the worker; an answer overtaken by a later question to the same `then` is dropped."""
        name = getattr(then, "__name__", "")
        self._asked[name] = self._asked.get(name, 0) + 1
        self.desk.work.ask(job, partial(self._answered, name, self._asked[name], then))

    def _answered(self, name: str, turn: int, then: Callable[[Answer], object], answer: Answer) -> None:
        if self._asked.get(name) == turn:
            then(answer)

    @override
    def event(self, event: QEvent) -> bool:
        """Keys that edit text belong to the field they are typed in, before any action of the page."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _edits_text(event):
            event.accept()
            return True
        return super().event(event)

    def _head(self) -> QLayout:
        head = QHBoxLayout()
        head.setContentsMargins(style.WIDE, style.NORMAL, style.WIDE, style.SMALL)
        head.setSpacing(style.SMALL)
        head.addWidget(text.title(self.TITLE))
        head.addStretch(1)
        for row, action in self.acts.all():
            if row.button or row.primary:
                head.addWidget(_tool(row, self.acts, action.objectName()))
        return head


def _edits_text(event: QKeyEvent) -> bool:
    typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
    return typing and any(event.matches(key) for key in _EDITING)


def _tool(row: Action, acts: Actions, key: str) -> QPushButton:
    """A tool button that does, says and allows what its action does."""
    action = acts[key]
    made = QPushButton()
    made.setAutoDefault(False)
    if row.primary:
        style.role(made, style.Role.PRIMARY)
    if row.icon:
        made.setIcon(icons.icon(row.icon, Tone.ON_FILL if row.primary else Tone.PLAIN))
        made.setIconSize(QSize(style.BESIDE, style.ICON))
    words.bind(made, made.setText, bare(row.text))
    made.clicked.connect(action.trigger)

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.setToolTip(action.toolTip())

    action.changed.connect(follow)
    follow()
    return made


def digits(pages: Sequence[type[Page]]) -> dict[str, int]:
    """The digit of each page that has one; an aspect's page has none, so that the others keep theirs as pages come."""
    numbered = [page.KEY for page in pages if page.SECTION != "aspects"]
    return {key: number for number, key in enumerate(numbered[:9], start=1)}
