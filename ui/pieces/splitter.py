"""A splitter that remembers its place."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from ui import memory, style


class Splitter(QSplitter):
    """Named, so that it finds its place again at the next start."""

    def __init__(
        self, key: str, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None
    ) -> None:
        super().__init__(orientation, parent)
        self._key = f"splitter/{key}"
        self._pause = QTimer(self, singleShot=True, interval=400)
        self.setHandleWidth(style.HAIR)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._on_moved)
        self._pause.timeout.connect(self._on_rested)

    def restore(self, sizes: list[int]) -> None:
        """Take the remembered place, or `sizes`; call after the parts are in."""
        kept = memory.recall(self._key)
        known = [size for size in kept if isinstance(size, int)] if isinstance(kept, list) else []
        self.setSizes(known if len(known) == self.count() else sizes)

    def _on_moved(self) -> None:
        self._pause.start()

    def _on_rested(self) -> None:
        if all(self.sizes()):
            memory.keep(self._key, list(self.sizes()))
