"""Puts the pages of a document of two languages face to face: each Chinese one, then its English one."""

import io
from collections.abc import Sequence

from ptman.letters.families.family import Layout
from ptman.letters.paper import PaperFacts

EMPTY = ("此页无正文", "no text on this page")
"""What stands on a page where the other language has more; the template writes it."""


def covered(facts: PaperFacts) -> bool:
    """Whether it has a cover: it is bound, and its Chinese pages are to lie left of the English ones."""
    return len(facts.parts) > 1 and facts.layout == Layout.AGREEMENT.value


def texts(said: Sequence[str], *, covered: bool) -> list[str]:
    """What each page says, without the cover and without pages that only keep the languages in step."""
    return [one for one in said[int(covered) :] if not any(empty in one for empty in EMPTY)]


def ordered(pdf: bytes, *, covered: bool) -> bytes:
    """As set, the pages of one language stand behind those of the other, as many of each.

    A viewer opens it with two pages beside each other, Chinese left. The order of reading aloud stays one language
    after the other; the same bytes give the same bytes.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        sheets = [sheet.obj for sheet in document.pages]
        cover, texts = sheets[: int(covered)], sheets[int(covered) :]
        half = len(texts) // 2
        pairs = zip(texts[:half], texts[half:], strict=True)
        order = [*cover, *(sheet for pair in pairs for sheet in pair)]
        top = document.Root.Pages
        top.Kids = pikepdf.Array(order)
        for sheet in order:
            sheet.Parent = top
        document.Root.PageLayout = pikepdf.Name.TwoPageRight if covered else pikepdf.Name.TwoPageLeft
        made = io.BytesIO()
        document.save(made, deterministic_id=True, fix_metadata_version=False)
    return made.getvalue()
