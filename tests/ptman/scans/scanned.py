"""Makes paper of PDFs: each page printed, turned, blurred, specked and saved as a scanner at 150 dots an inch does."""

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

from ptman.letters import pages

DPI = 150
WHITE = 255


@dataclass(frozen=True, slots=True)
class Wear:
    """What befalls a page: degrees it is turned by, how far a dot spreads, how grainy the grey is."""

    turn: float = 0.0
    blur: float = 0.6
    grain: float = 20.0
    quality: int = 70

    @classmethod
    def of(cls, seed: int) -> "Wear":
        dice = random.Random(seed)  # noqa: S311 paper, no secret
        turn = dice.choice((0, 90, 180, 270)) + dice.uniform(-4, 4)
        return cls(turn, dice.uniform(0.3, 1.0), dice.uniform(5, 30), dice.choice((50, 70, 85)))


def printed(pdf: bytes) -> list[Image.Image]:
    """Every page at twice the scanner's fineness."""
    return [_grey(pdf, page) for page in range(pages.count(pdf))]


def worn(page: Image.Image, wear: Wear) -> Image.Image:
    turned = page.rotate(wear.turn, expand=True, fillcolor=WHITE, resample=Image.Resampling.BICUBIC)
    small = turned.resize((turned.width // 2, turned.height // 2), Image.Resampling.BOX)
    blurred = small.filter(ImageFilter.GaussianBlur(wear.blur))
    grain = Image.effect_noise(blurred.size, wear.grain)
    return Image.open(io.BytesIO(jpg(ImageChops.add(blurred, grain, 1, -128), wear.quality)))


def jpg(page: Image.Image, quality: int = 70) -> bytes:
    out = io.BytesIO()
    page.save(out, "JPEG", quality=quality, dpi=(DPI, DPI))
    return out.getvalue()


def pdf(sheets: Sequence[Image.Image]) -> bytes:
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=list(sheets[1:]), resolution=DPI)
    return out.getvalue()


def _grey(content: bytes, page: int) -> Image.Image:
    shown = pages.picture(content, page, 2 * DPI)
    size = (shown.width, shown.height)
    return Image.frombuffer("RGBX", size, shown.pixels, "raw", "RGBX", shown.stride, 1).convert("L")
