"""Finds the codes of letters on paper that came back: scanned PDFs, page by page, and photographs."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ptman.errors import PtmanError
from ptman.letters import codes, pages
from ptman.letters.pages import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

Step = Callable[[int, int], object]
LARGEST = 80_000_000
"""Pixels of one picture: an A3 sheet at 600 dots an inch; more is an attack or a mistake."""
_COARSE, _FINE = 200, 300
_GREY = "L"
# What brought back the most codes from sheets scanned at 150 dots an inch and blurred, none of them falsely.
_SHARPEN = (4, 250, 0)
_SMALL = 3600


@dataclass(frozen=True, slots=True)
class Side:
    """One side of paper; `codes` are the different codes of letters on it, whosever they are."""

    page: int
    codes: tuple[str, ...]


def sides(content: bytes, step: Step | None = None) -> tuple[Side, ...]:
    """Every page of a scanned PDF, or the one picture. PtmanError `scan-unreadable` where it is neither."""
    total = count(content)
    found = []
    for page in range(total):
        found.append(Side(page, _read(content, page)))
        if step:
            step(page + 1, total)
    return tuple(found)


def count(content: bytes) -> int:
    """How many sides there are; PtmanError `scan-unreadable`."""
    if not is_pdf(content):
        _opened(content)
        return 1
    try:
        return pages.count(content)
    except PtmanError as fault:
        raise _unreadable() from fault


def is_pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF-")


def look(content: bytes, page: int, widest: int) -> Picture:
    """One side to be shown, no wider or higher than that many pixels, upright as the camera was held."""
    shown = _page(content, page, _COARSE) if is_pdf(content) else _opened(content)
    shown.thumbnail((widest, widest))
    made = shown.convert("RGBX")
    return Picture(made.width, made.height, 4 * made.width, made.tobytes())


def _read(content: bytes, page: int) -> tuple[str, ...]:
    """First as it is, which is quick; where nothing is found, larger and sharpened."""
    return _codes(_rendered(content, page, _COARSE)) or _codes(_sharpened(_rendered(content, page, _FINE)))


def _rendered(content: bytes, page: int, dpi: int) -> "Image":
    return (_page(content, page, dpi) if is_pdf(content) else _opened(content)).convert(_GREY)


def _page(content: bytes, page: int, dpi: int) -> "Image":
    from PIL import Image

    try:
        shown = pages.picture(content, page, _bounded(content, page, dpi))
    except PtmanError as fault:
        raise _unreadable() from fault
    size = (shown.width, shown.height)
    return Image.frombuffer("RGBX", size, shown.pixels, "raw", "RGBX", shown.stride, 1).convert("RGB")


def _bounded(content: bytes, page: int, dpi: int) -> int:
    """Fewer dots an inch where the page claims to be as large as a wall."""
    width, height = pages.inches(content, page)
    return max(1, min(dpi, int((LARGEST / max(width * height, 0.01)) ** 0.5)))


def _opened(content: bytes) -> "Image":
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        opened = Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "TIFF", "WEBP"))
        if opened.width * opened.height > LARGEST:
            raise _unreadable()
        return ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as fault:
        raise _unreadable() from fault


def _sharpened(shown: "Image") -> "Image":
    from PIL import Image, ImageFilter

    larger = shown
    if max(shown.size) < _SMALL * 2 // 3:
        larger = shown.resize((shown.width * 2, shown.height * 2), Image.Resampling.LANCZOS)
    return larger.filter(ImageFilter.UnsharpMask(*_SHARPEN))


def _codes(shown: "Image") -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in _texts(shown) if codes.read(text) is not None))


def _texts(shown: "Image") -> Iterator[str]:
    import zxingcpp

    for found in zxingcpp.read_barcodes(shown, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
        yield found.text


def _unreadable() -> PtmanError:
    return PtmanError(
        "scan-unreadable",
        "这个文件不是能读的 PDF 或图片（或有密码、或大得反常），没有归档。请重新扫描，或另存为 PDF、PNG、JPG。",
        "This file is no PDF or picture that can be read, has a password, or is oddly large. Nothing was filed; scan "
        "it again or save it as PDF, PNG or JPG.",
    )
