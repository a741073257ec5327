"""The real page of a letter beside the list, and what there is to say of it below."""

from PySide6.QtCore import Qt

from ptman.labels import Label
from ptman.letters import in_hand, making
from ptman.letters.in_hand import InHand
from ptman.letters.papers import Paper
from ui import day
from ui.desk import Desk
from ui.pieces.inspector import Inspector
from ui.pieces.pdf_pane import PdfPane
from ui.pieces.splitter import Splitter

TICKS = Label(
    "这是一次签发的勾选，不是一份文书。按“继续办理”接着勾选、签发。",
    "These are the ticks of a batch, not one document. Go on with them to see each letter.",
)


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


def page_of(desk: Desk, kept: InHand) -> Paper:
    """On the worker: the page of one document that was laid aside. PtmanError where it has none yet."""
    again = desk.read(in_hand.resume, kept.id, day.today())
    return making.preview(desk.read(making.draft, again.wish, day.today()))
