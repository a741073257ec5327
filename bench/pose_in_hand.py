"""The pictures of work laid aside, with the page it has so far, and of the register of issued letters."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from ui.letters.book_dialog import BookDialog
from ui.letters.new_document import NewDocument
from ui.pages.letters import LettersPage

if TYPE_CHECKING:
    from bench.poses import Studio

_UNIT = "远航智能装备有限公司||Yuanhang Intelligent Equipment Co., Ltd."


def taken(studio: "Studio") -> QPixmap:
    """An introduction letter without its handler, kept for later; it is discarded afterwards."""
    page = studio.show("letters", LettersPage)
    page.acts["new-document"].trigger()
    dialog = studio.dialog(NewDocument)
    dialog.family.choose("introduction")
    studio.settle()
    for at in (1, 4):
        dialog.records.list.item(at).setCheckState(Qt.CheckState.Checked)
    dialog.asked.fill({"unit": _UNIT})
    studio.settle()
    dialog.later.click()
    studio.settle()
    studio.settle()
    picture = studio.window.grab()
    page.acts["discard"].trigger()
    studio.settle()
    return picture


def book(studio: "Studio") -> QPixmap:
    """The register of issued letters, its first page."""
    page = studio.show("letters", LettersPage)
    page.acting.book()
    dialog = studio.dialog(BookDialog)
    studio.settle()
    picture = dialog.grab()
    dialog.reject()
    studio.settle()
    return picture
