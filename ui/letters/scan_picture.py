"""A scanned page as a picture that fits its place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.letters.pages import Picture
from ui import style, words

_NOTHING = Label("选中一行，这里显示扫描的页面。", "Select a row to see the scanned page here.")


class ScanPicture(QWidget):
    """Shows nothing but a sentence until there is a page."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setMinimumSize(300, 380)
        words.name(self, Label("扫描的页面", "The scanned page"))
        words.on_change(self, self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, 560)

    def show_picture(self, shown: Picture | None) -> None:
        if shown is None:
            self.image = QImage()
        else:
            kind = QImage.Format.Format_RGBX8888
            self.image = QImage(shown.pixels, shown.width, shown.height, shown.stride, kind).copy()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tones = style.tones()
        painter.fillRect(self.rect(), QColor(tones.ground))
        if self.image.isNull():
            painter.setPen(QColor(tones.quiet))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words.say(_NOTHING))
            return
        room = self.rect().adjusted(style.SMALL, style.SMALL, -style.SMALL, -style.SMALL)
        size = self.image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = room.adjusted(0, 0, 0, 0)
        place.setSize(size)
        place.moveCenter(room.center())
        painter.drawImage(place, self.image)
