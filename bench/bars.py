"""Draws figures as bars beside each other, ours in colour, as a picture for the documents."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter

WIDTH, LINE, HEAD, MARGIN, LABELS = 960, 26, 40, 24, 260
OURS, OTHERS, INK, QUIET, PAPER = "#2F6F8F", "#B9C3CE", "#1F2933", "#5F6B78", "#FFFFFF"
MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: its name, its length, and the figure in words."""

    label: str
    value: float
    said: str
    ours: bool = False


def draw(title: str, shown: Sequence[Bar], target: Path) -> None:
    """A picture at twice the size, for sharp screens."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QGuiApplication.instance() or QGuiApplication([])
    height = HEAD + LINE * len(shown) + 2 * MARGIN
    image = QImage(2 * WIDTH, 2 * height, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_font(15, bold=True))
    painter.setPen(QColor(INK))
    painter.drawText(QRectF(MARGIN, MARGIN, WIDTH, HEAD - 8), MIDDLE, title)
    painter.setFont(_font(13))
    room = WIDTH - LABELS - 2 * MARGIN - max(QFontMetricsF(painter.font()).horizontalAdvance(one.said) for one in shown)
    longest = max(one.value for one in shown)
    for at, one in enumerate(shown):
        _line(painter, MARGIN + HEAD + at * LINE, one, (room - 8) * one.value / longest)
    painter.end()
    image.save(str(target))


def _line(painter: QPainter, top: float, one: Bar, length: float) -> None:
    painter.setPen(QColor(INK))
    painter.drawText(QRectF(MARGIN, top, LABELS, LINE), MIDDLE, one.label)
    painter.fillRect(QRectF(MARGIN + LABELS, top + 4, length, LINE - 8), QColor(OURS if one.ours else OTHERS))
    painter.setPen(QColor(QUIET))
    painter.drawText(QRectF(MARGIN + LABELS + length + 8, top, WIDTH, LINE), MIDDLE, one.said)


def _font(pixels: int, *, bold: bool = False) -> QFont:
    font = QFont("DejaVu Sans")
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
