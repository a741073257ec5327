"""Works out what other weights would bring while a slider is dragged; the next question stops the last."""

from collections.abc import Callable, Mapping
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from ptman.assign import building, previewing
from ptman.assign.previewing import Preview
from ptman.assign.problem import Given
from ptman.assign.request import Request
from ptman.assign.situation import Situation
from ui.desk import Desk

_REST = 180


class Previewer(QObject):
    """Knows the cohort and what it is compared with.

    Signals:
        told(Preview): what the weights asked for last would bring.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, situation: Situation, before: Mapping[str, Given] | None, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._situation = desk, situation
        self._before = before or {one.id: building.stands(one) for one in situation.students}
        self._wanted: Request | None = None
        self._stop = Event()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._on_rested)

    def follow(self, request: Request) -> None:
        """Ask about these weights once the slider rests; whatever is being worked out stops."""
        self._wanted = request
        self._stop.set()
        self._rest.start()

    def leave(self) -> None:
        self._rest.stop()
        self._wanted = None
        self._stop.set()

    def _on_rested(self) -> None:
        if self._wanted is None:
            return
        self._stop = stop = Event()
        self._desk.work.ask(self._job(self._wanted, stop), self._answered(stop))

    def _job(self, request: Request, stop: Event) -> Callable[[], Preview]:
        situation, before = self._situation, self._before
        return lambda: previewing.preview(situation, request, before, stop.is_set)

    def _answered(self, stop: Event) -> Callable[[Preview], None]:
        def answered(found: Preview) -> None:
            if stop is self._stop and not stop.is_set():
                self.told.emit(found)

        return answered
