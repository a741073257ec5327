"""The picture of scanned letters before they are filed: three known by their codes, one too blurred."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

from ptman.letters import store
from tests.ptman.scans import scanned
from tests.ptman.scans.scanned import Wear
from ui.letters.scan_dialog import ScanDialog
from ui.pages.letters import LettersPage

if TYPE_CHECKING:
    from bench.poses import Studio


def taken(studio: "Studio") -> QPixmap:
    """A scan of several letters, and a photograph out of focus."""
    page = studio.show("letters", LettersPage)
    ids = [row.id for row in page.table.shown_rows[:4]]
    *clear, last = [scanned.printed(paper.pdf) for paper in page.desk.read(store.issued, ids)]
    sheets = [scanned.worn(sheet, Wear(2.0 * at - 2)) for at, letter in enumerate(clear) for sheet in letter]
    bulk, photo = studio.scratch / "回执0917.pdf", studio.scratch / "IMG_2031.jpg"
    bulk.write_bytes(scanned.pdf(sheets))
    photo.write_bytes(scanned.jpg(scanned.worn(last[0], Wear(1, 7))))
    page.scanning.read([bulk, photo])
    dialog = studio.dialog(ScanDialog)
    dialog.table.select([str(len(dialog.chosen) - 1)])
    studio.settle()
    picture = dialog.grab()
    dialog.done(0)
    studio.settle()
    return picture
