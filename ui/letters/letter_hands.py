"""The base of what is done to letters: who asks, and what is told when it went well or not at all."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptman.labels import Label
from ptman.letters.in_hand import InHand
from ui.desk import Desk


class LetterHands(QObject):
    """Asks first, then writes on the worker.

    Signals:
        issued(tuple): the ids of the letters that were issued.
        laid_aside(str): the id of what is kept half-finished.
        told(Label): it went well.
        failed(Exception): nothing was changed.
    """

    issued = Signal(tuple)
    laid_aside = Signal(str)
    told = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent

    def _on_laid_aside(self, kept: InHand) -> None:
        self.told.emit(Label(f"已暂存：{kept.title}", f"Laid aside: {kept.title}"))
        self.laid_aside.emit(kept.id)
