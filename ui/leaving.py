"""When a window may go: what is typed is saved first, what runs is waited for, what would be lost is asked about."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ptman.labels import Label
from ui.dialogs.question import Asked, Question
from ui.work import Work

_TITLE = Label("有内容没有保存", "Something is not saved")
_GIVE_UP = Label("放弃这些内容", "Give it up")
_STAY = Label("返回修改", "Go back to it")


class Holding(Protocol):
    """A page that may hold what was typed and not taken."""

    def unsaved(self) -> Label | None: ...
    def give_up(self) -> None: ...


class Leaving(QObject):
    """Belongs to a window and asks its pages."""

    def __init__(
        self, window: QWidget, work: Work, pages: Callable[[], Iterable[Holding]], tell: Callable[[Label], object]
    ) -> None:
        super().__init__(window)
        self._window, self._work, self._pages, self._tell = window, work, pages, tell
        self._then: Callable[[], object] | None = None
        work.idle.connect(self._on_idle)
        work.failed.connect(self._on_failed)

    def free(self, then: Callable[[], object]) -> bool:
        """Whether the window may go now; where it may not yet, `then` is called once it may, if the user agrees.

        Asked a second time while it waits, it cancels what runs.
        """
        if not all(one.close() for one in self._dialogs()):
            return False
        self._save_typed()
        if self._work.doing is not None:
            self._wait(self._work.doing, then)
            return False
        self._then = None
        return self._nothing_lost(then)

    def _save_typed(self) -> None:
        """A field is saved when the keys leave it. In a window that is not active they have only seemed to."""
        focused = self._window.focusWidget()
        if focused is not None:
            QApplication.sendEvent(focused, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason))
            if focused.hasFocus():
                QApplication.sendEvent(focused, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason))

    def _wait(self, name: Label, then: Callable[[], object]) -> None:
        if self._then is not None:
            self._work.cancel()
        self._then = then
        self._tell(Label(f"“{name.zh}”完成后关闭；再次关闭则取消它", f"Closes after “{name.en}”; again cancels it"))

    def _nothing_lost(self, then: Callable[[], object]) -> bool:
        holding = [(page, lost) for page in self._pages() if (lost := page.unsaved()) is not None]
        if not holding:
            return True
        what = Label("\n".join(lost.zh for _, lost in holding), "\n".join(lost.en for _, lost in holding))
        asked = Question(Asked(_TITLE, what, _GIVE_UP, _STAY), self._window)

        def give_up() -> None:
            for page, _ in holding:
                page.give_up()
            QTimer.singleShot(0, self, then)

        asked.accepted.connect(give_up)
        asked.open()
        return False

    def _on_idle(self) -> None:
        """What has just ended may have something to say or to ask: then the window stays."""
        then, self._then = self._then, None
        if then is not None and not self._dialogs():
            QTimer.singleShot(0, self, then)

    def _on_failed(self) -> None:
        self._then = None

    def _dialogs(self) -> list[QDialog]:
        return [one for one in self._window.findChildren(QDialog) if one.isVisible()]
