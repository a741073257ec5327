"""The place at the top of the import page that files are dropped on; the whole page takes them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import icons, style, words
from ui.palette import Tone
from ui.pieces import button, text

_LEAD = Label("把工作簿拖到这里", "Drop workbooks here")
_HOW = Label(
    "可一次放入几个，类别自动识别。先显示将要发生的变化，确认后才保留。",
    "Several at once if you like; their kinds are recognised. You see what would change before anything is kept.",
)


class DropZone(QWidget):
    """Says what to do, and lights up while files are held over `page`, unless `off` gives a reason against it.

    Signals:
        choose_asked: the user wants to choose files in a dialog.
        dropped(list): paths of files.
    """

    choose_asked = Signal()
    dropped = Signal(list)

    def __init__(self, page: QWidget, off: Callable[[], object]) -> None:
        super().__init__()
        self._off = off
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        self._lit = False
        self.button = button.primary(Label("选择工作簿…", "Choose workbooks…"), "folder-open")
        words.name(self.button, Label("选择工作簿 (Ctrl+O)", "Choose workbooks (Ctrl+O)"), tip=True)
        said = QVBoxLayout()
        said.setSpacing(0)
        how = text.paragraph(_HOW, Tone.QUIET)
        how.setMinimumWidth(240)
        said.addWidget(text.line(_LEAD))
        said.addWidget(how)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.WIDE + style.VAST + style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        layout.setSpacing(style.WIDE)
        layout.addLayout(said, 1)
        layout.addWidget(self.button)
        self.button.clicked.connect(self.choose_asked)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is dragged over the page."""
        if isinstance(event, QDragEnterEvent) and files(event.mimeData()) and self._off() is None:
            self._light(on=True)
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self._light(on=False)
            event.acceptProposedAction()
            self.dropped.emit(list(files(event.mimeData())))
            return True
        if isinstance(event, QDragLeaveEvent):
            self._light(on=False)
        return super().eventFilter(watched, event)

    def _light(self, *, on: bool) -> None:
        self._lit = on
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tones = style.tones()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tones.accent if self._lit else tones.edge), 2 if self._lit else 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(tones.accent_soft if self._lit else tones.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), style.CORNER, style.CORNER)
        place = QRectF(style.WIDE, (self.height() - style.VAST) / 2, style.VAST, style.VAST)
        icons.paint(painter, "file-spreadsheet", place, tones.accent)


def files(data: QMimeData) -> Sequence[Path]:
    """The local files that are held; folders and addresses are no workbooks."""
    found = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(path for path in found if not path.is_dir())
