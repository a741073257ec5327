"""A letter's PDF bytes as pictures and text: what preview, printer and checks see is what was issued."""

import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ptman.errors import PtmanError

if TYPE_CHECKING:
    import pypdfium2

POINTS_AN_INCH = 72
# PDFium keeps global state and must not be entered by two threads at once.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as pixels: four bytes each (red, green, blue, unused 255), `stride` bytes a row, top row first."""

    width: int
    height: int
    stride: int
    pixels: bytes


def count(pdf: bytes) -> int:
    """How many pages the PDF has; raises PtmanError `letter-pdf-damaged` when it is none."""
    with _opened(pdf) as document:
        return len(document)


def inches(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page (from 0)."""
    with _opened(pdf) as document:
        width, height = document[page].get_size()
        return width / POINTS_AN_INCH, height / POINTS_AN_INCH


def picture(pdf: bytes, page: int, dpi: int) -> Picture:
    """The page (from 0) on white paper at this many dots an inch."""
    with _opened(pdf) as document:
        bitmap = document[page].render(scale=dpi / POINTS_AN_INCH, prefer_bgrx=True, rev_byteorder=True)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def png(pdf: bytes, page: int, dpi: int) -> bytes:
    """The page (from 0) as a PNG file."""
    shown = picture(pdf, page, dpi)
    rows = b"".join(b"\0" + _opaque_row(shown, row) for row in range(shown.height))
    head = struct.pack(">IIBBBBB", shown.width, shown.height, 8, 2, 0, 0, 0)
    dots_a_metre = round(dpi / 0.0254)
    parts = (
        (b"IHDR", head),
        (b"pHYs", struct.pack(">IIB", dots_a_metre, dots_a_metre, 1)),
        (b"IDAT", zlib.compress(rows, 6)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def text(pdf: bytes) -> str:
    """The text of all pages in reading order, as a search finds it; pages are parted by a form feed."""
    with _opened(pdf) as document:
        return "\f".join(document[page].get_textpage().get_text_range() for page in range(len(document)))


def _opaque_row(shown: Picture, row: int) -> bytes:
    start = row * shown.stride
    line = shown.pixels[start : start + 4 * shown.width]
    colours = bytearray(3 * shown.width)
    for channel in range(3):
        colours[channel::3] = line[channel::4]
    return bytes(colours)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@contextmanager
def _opened(pdf: bytes) -> Iterator["pypdfium2.PdfDocument"]:
    import pypdfium2

    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as fault:
            raise PtmanError(
                "letter-pdf-damaged",
                "该函件的 PDF 无法读取，登记信息未受影响；请从备份恢复该文件。",
                "The PDF of this letter cannot be read; the register is untouched. Restore it from a backup.",
            ) from fault
        try:
            yield document
        finally:
            document.close()
