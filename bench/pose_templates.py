"""The picture of the template editor for the manual."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

from ptman.labels import Lang
from ui import words
from ui.letters.template_dialog import TemplateDialog
from ui.list_page import ListPage

if TYPE_CHECKING:
    from bench.poses import Studio


def taken(studio: "Studio") -> QPixmap:
    """The editor of letter templates, with a fault planted in the words."""
    page = studio.show("letters", ListPage)
    page.acts["templates"].trigger()
    dialog = studio.dialog(TemplateDialog)
    studio.settle()
    dialog.editor.appendPlainText("{联系仁}" if words.lang() is Lang.ZH else "{contect}")
    studio.settle()
    picture = dialog.grab()
    dialog.done(0)
    studio.settle()
    return picture
