"""Joins letters into one PDF for printing in one go; the issued bytes themselves are never changed."""

from collections.abc import Sequence
from io import BytesIO

from ptman.errors import PtmanError

# Sources stay open until their copy is written: parts of this size bound the memory.
CHUNK = 50


def merge(pdfs: Sequence[bytes]) -> bytes:
    """All pages in the order given; the same letters give the same bytes. Raises PtmanError `letters-none` for none."""
    if not pdfs:
        raise PtmanError(
            "letters-none", "没有可合并的函件，未生成文件。", "There are no letters to join; no file was made."
        )
    parts = [_joined(pdfs[start : start + CHUNK]) for start in range(0, len(pdfs), CHUNK)]
    return parts[0] if len(parts) == 1 else _joined(parts)


def _joined(pdfs: Sequence[bytes]) -> bytes:
    import pikepdf

    whole = pikepdf.new()
    sources = []
    for data in pdfs:
        source = pikepdf.open(BytesIO(data))
        sources.append(source)
        whole.pages.extend(source.pages)
    for page in whole.pages:
        # The tags' tree stays with the single letters, so the pages must not point into it.
        if "/StructParents" in page.obj:
            del page.obj["/StructParents"]
    made = BytesIO()
    whole.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    for source in sources:
        source.close()
    return made.getvalue()
