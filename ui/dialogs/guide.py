"""The guide at the page one is on: the user's guide of the manual, in the language of the window."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFont, QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import style, words

_POINTS = 10.5
_WIDTH, _MARGIN = 860, style.WIDE + style.SMALL
FOLDER = Path(__file__).parents[2] / "docs" / "guide"
_MISSING = Label("本页的指南还没有写好。", "The guide to this page is not written yet.")


class Reader(QTextBrowser):
    """Pictures of the whole window are shown as wide as the text, not as wide as the window was."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        found = super().loadResource(type, name)
        if type != QTextDocument.ResourceType.ImageResource.value:
            return found
        picture = QImage(QUrl(name).toLocalFile() if isinstance(name, QUrl) else name)
        ratio = self.devicePixelRatioF()
        room = int((_WIDTH - 2 * style.WIDE - 2 * _MARGIN) * ratio)
        if picture.width() > room:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture


def _font() -> QFont:
    """In points: from pixels Qt makes paragraphs and lists without any space between them."""
    font = style.font()
    font.setPointSizeF(_POINTS)
    return font


class Guide(QDialog):
    """A reading window beside the work; `chapter` is a file of `docs/guide/zh` and `docs/guide/en`."""

    def __init__(self, chapter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(_WIDTH, 680)
        words.bind(self, self.setWindowTitle, Label("指南", "Guide"))
        self._chapter = chapter
        self.view = Reader()
        self.view.document().setDocumentMargin(_MARGIN)
        self.view.document().setDefaultFont(_font())
        self.view.setOpenExternalLinks(False)
        words.name(self.view, Label("指南", "Guide"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        layout.addWidget(self.view)
        words.on_change(self, self._load)
        self._load()

    def _load(self) -> None:
        folder = FOLDER / words.lang().value
        found = next((file for file in (folder / f"{self._chapter}.md", folder / "index.md") if file.is_file()), None)
        if found is None:
            self.view.setPlainText(words.say(_MISSING))
        else:
            self.view.setSearchPaths([str(folder)])
            self.view.setSource(QUrl.fromLocalFile(str(found)))
