"""Draws what the Excel bench measured as bars: python -m bench.excel_picture RESULTS.json PICTURE.png."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter

from bench.excel_measured import Measured

WIDTH, LINE, HEAD, MARGIN, LABELS = 960, 26, 40, 24, 260
OURS, OTHERS, INK, QUIET, PAPER = "#2F6F8F", "#B9C3CE", "#1F2933", "#5F6B78", "#FFFFFF"
READING, WRITING = "Reading, and comparing where it says draft", "Writing with styles"


def panels(results: list[Measured]) -> dict[str, list[Measured]]:
    """The largest size that was measured of each job, reading and writing apart."""
    most = max(one.rows for one in results)
    found: dict[str, list[Measured]] = {READING: [], WRITING: []}
    for one in results:
        if one.rows == most:
            found[WRITING if "styled" in one.job or "export" in one.job else READING].append(one)
    return found


def draw(results: list[Measured], target: Path) -> None:
    shown = panels(results)
    height = sum(HEAD + LINE * len(bars) for bars in shown.values()) + 2 * MARGIN
    image = QImage(2 * WIDTH, 2 * height, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = float(MARGIN)
    for title, bars in shown.items():
        top = _panel(painter, top, title, bars)
    painter.end()
    image.save(str(target))


def _panel(painter: QPainter, top: float, title: str, bars: list[Measured]) -> float:
    font = QFont("DejaVu Sans")
    font.setPixelSize(15)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(INK))
    rows = bars[0].rows if bars else 0
    painter.drawText(
        QRectF(MARGIN, top, WIDTH, HEAD - 8), Qt.AlignmentFlag.AlignVCenter, f"{title}: {rows:,} rows x 25"
    )
    font.setBold(False)
    font.setPixelSize(13)
    painter.setFont(font)
    top += HEAD
    longest = max((one.cpu for one in bars), default=1)
    room = WIDTH - LABELS - 2 * MARGIN - QFontMetricsF(font).horizontalAdvance("000.00 s   0,000 MB")
    for one in bars:
        _bar(painter, top, one, room * one.cpu / longest)
        top += LINE
    return top


def _bar(painter: QPainter, top: float, one: Measured, length: float) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(QColor(INK))
    painter.drawText(QRectF(MARGIN, top, LABELS, LINE), middle, one.job)
    painter.fillRect(
        QRectF(MARGIN + LABELS, top + 4, length, LINE - 8), QColor(OURS if one.job.startswith("ptman") else OTHERS)
    )
    painter.setPen(QColor(QUIET))
    words = f"{one.cpu:.1f} s   {one.memory:,} MB"
    painter.drawText(QRectF(MARGIN + LABELS + length + 8, top, WIDTH, LINE), middle, words)


def main() -> None:
    app = QGuiApplication([])
    results = [Measured(**one) for one in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))]
    draw(results, Path(sys.argv[2]))
    app.quit()


if __name__ == "__main__":
    main()
