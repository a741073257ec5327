"""The real page of a letter beside the list, and what there is to say of it below."""

from PySide6.QtCore import Qt

from ui.pieces.inspector import Inspector
from ui.pieces.pdf_pane import PdfPane
from ui.pieces.splitter import Splitter


def put(splitter: Splitter, preview: PdfPane, inspector: Inspector, key: str) -> None:
    """Add both at the right of a list; where the hand puts the borders is remembered under `key`."""
    right = Splitter(f"{key}/preview", Qt.Orientation.Vertical)
    right.addWidget(preview)
    right.addWidget(inspector)
    right.setStretchFactor(0, 1)
    splitter.addWidget(right)
    right.restore([520, 190])
    splitter.setStretchFactor(1, 2)
    splitter.restore([600, 580])
