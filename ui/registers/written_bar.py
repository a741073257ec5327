"""Where a file was written, with buttons that open it and its folder."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ptman.labels import Label
from ui import icons, style
from ui.palette import Tone
from ui.pieces import button, text


class WrittenBar(QWidget):
    """A line below a list; hidden until something was written and after it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self.said = text.Elided()
        self.open_file = button.plain(Label("打开文件", "Open the file"), "file-spreadsheet")
        self.open_folder = button.plain(Label("打开文件夹", "Open the folder"), "folder-open")
        self.close_bar = button.quiet(Label("收起", "Close"), "x")
        picture = QLabel()
        picture.setTextFormat(Qt.TextFormat.PlainText)
        picture.setPixmap(icons.icon("circle-check", Tone.DONE).pixmap(style.ICON, style.ICON))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.SMALL, style.WIDE, style.SMALL)
        layout.setSpacing(style.SMALL)
        layout.addWidget(picture)
        layout.addWidget(self.said, 1)
        for part in (self.open_file, self.open_folder, self.close_bar):
            layout.addWidget(part)
        self.open_file.clicked.connect(lambda: self._open(self.path))
        self.open_folder.clicked.connect(lambda: self._open(self.path.parent if self.path else None))
        self.close_bar.clicked.connect(self.hide)
        self.hide()

    def show_written(self, path: Path) -> None:
        self.path = path
        self.said.setText(str(path))
        self.show()

    def _open(self, path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
