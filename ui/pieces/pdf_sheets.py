"""The pages of a PDF as sheets on a ground: how large each is, where it stands, what it looks like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage

from ptman.letters import pages
from ui import style

Answer = TypeVar("Answer")
POINTS = 72
"""Points an inch on paper."""
GAP = style.NORMAL


class Asks(Protocol):
    """Who does a job elsewhere and answers on the window's thread."""

    def ask(
        self,
        job: Callable[[], Answer],
        then: Callable[[Answer], object],
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Sheets:
    """A PDF and the size of each of its pages in points."""

    pdf: bytes
    sizes: tuple[QSize, ...]

    def places(self, scale: float, room: int) -> list[QRect]:
        """Each page, one below the other, centred in `room`; `scale` is pixels a point."""
        sizes = [QSize(round(size.width() * scale), round(size.height() * scale)) for size in self.sizes]
        across = max([room, *(size.width() + 2 * GAP for size in sizes)])
        places, top = [], GAP
        for size in sizes:
            places.append(QRect(QPoint((across - size.width()) // 2, top), size))
            top += size.height() + GAP
        return places


@dataclass(frozen=True, slots=True)
class Zoom:
    """So many percent; or as wide as the place allows."""

    percent: int = 100
    fit: bool = True


def extent(places: Sequence[QRect]) -> QSize:
    """The size of the ground that holds them, with a gap around."""
    if not places:
        return QSize(0, 0)
    return QSize(max(place.width() for place in places) + 2 * GAP, places[-1].bottom() + GAP)


def measured(pdf: bytes) -> Sheets:
    """On the worker. PtmanError `letter-pdf-damaged`."""
    shown = (pages.picture(pdf, page, POINTS) for page in range(pages.count(pdf)))
    return Sheets(pdf, tuple(QSize(one.width, one.height) for one in shown))


def drawn(pdf: bytes, page: int, dpi: int) -> QImage:
    """On the worker: one page (from 0) at so many dots an inch."""
    shown = pages.picture(pdf, page, dpi)
    return QImage(shown.pixels, shown.width, shown.height, shown.stride, QImage.Format.Format_RGBX8888).copy()
