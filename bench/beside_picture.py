"""Draws what the assignment bench measured as bars on a scale of powers of ten."""

import math
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from bench import beside_rows
from bench.beside_rows import NAMES, Row

WIDTH, LINE, HEAD, MARGIN, LABELS, WORDS = 960, 24, 38, 24, 170, 330
OURS, OTHERS, INK, QUIET, PAPER, GRID = "#2F6F8F", "#B9C3CE", "#1F2933", "#5F6B78", "#FFFFFF", "#E5E9EE"
LEAST, MOST = -2, 3
"""The scale goes from a hundredth of a second to a thousand."""


def draw(rows: Sequence[Row], target: Path) -> None:
    panels: dict[str, list[Row]] = {}
    for one in rows:
        panels.setdefault(one.work, []).append(one)
    height = sum(HEAD + LINE * len(bars) for bars in panels.values()) + 2 * MARGIN + LINE
    image = QImage(2 * WIDTH, 2 * height, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _scale(painter, height)
    top = float(MARGIN)
    for work, bars in panels.items():
        top = _panel(painter, top, work, bars)
    painter.end()
    image.save(str(target))


def _font(painter: QPainter, size: int, *, bold: bool = False) -> None:
    font = QFont("DejaVu Sans")
    font.setPixelSize(size)
    font.setBold(bold)
    painter.setFont(font)


def _at(seconds: float) -> float:
    """How far to the right of the labels so many seconds are."""
    room = WIDTH - LABELS - WORDS - 2 * MARGIN
    place = (math.log10(max(seconds, 10**LEAST)) - LEAST) / (MOST - LEAST)
    return room * min(1.0, place)


def _scale(painter: QPainter, height: int) -> None:
    _font(painter, 11)
    for power in range(LEAST, MOST + 1):
        x = MARGIN + LABELS + _at(10.0**power)
        painter.setPen(QColor(GRID))
        painter.drawLine(int(x), MARGIN, int(x), height - MARGIN - 14)
        painter.setPen(QColor(QUIET))
        painter.drawText(
            QRectF(x - 30, height - MARGIN - 12, 60, 16), Qt.AlignmentFlag.AlignHCenter, f"{10.0**power:g} s"
        )


def _panel(painter: QPainter, top: float, work: str, bars: list[Row]) -> float:
    middle = Qt.AlignmentFlag.AlignVCenter
    _font(painter, 14, bold=True)
    painter.setPen(QColor(INK))
    painter.fillRect(QRectF(MARGIN, top, WIDTH - 2 * MARGIN, HEAD - 6), QColor(PAPER))
    painter.drawText(QRectF(MARGIN, top, WIDTH, HEAD - 6), middle, f"{work}, seconds of the processor")
    _font(painter, 12)
    top += HEAD
    for one in bars:
        painter.setPen(QColor(INK))
        painter.drawText(QRectF(MARGIN, top, LABELS, LINE), middle, NAMES[one.solver])
        length = _at(one.cpu)
        shade = QColor(OURS if one.solver == "ptman" else OTHERS)
        painter.fillRect(QRectF(MARGIN + LABELS, top + 4, length, LINE - 8), shade)
        painter.setPen(QColor(QUIET))
        painter.drawText(QRectF(MARGIN + LABELS + length + 8, top, WIDTH, LINE), middle, _words(one))
        top += LINE
    return top


def _words(one: Row) -> str:
    said = [f"{one.cpu:.2f} s", f"{one.memory:,.0f} MB"]
    said.append(f"{one.done} of {one.runs} proved" if one.outcome != "stable" else "stable")
    if one.off:
        said.append(f"{one.off:.1%} above the best")
    return " · ".join(said)


def main() -> None:
    app = QGuiApplication([])
    draw(beside_rows.kept(Path(sys.argv[1])), Path(sys.argv[2]))
    app.quit()


if __name__ == "__main__":
    main()
