"""The rail at the left: one icon and word a page, the settings at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import icons, style, words
from ui.page import Page, digits
from ui.pieces import text

_ICON = 18
_LOOSE = 12
"""Beyond so many pages the buttons stand closer, so that 1280×800 shows all of them."""


class Rail(QWidget):
    """One button a page.

    Signals:
        page_chosen(str): the key of the page the user wants.
        settings_asked: the button at the foot.
    """

    page_chosen = Signal(str)
    settings_asked = Signal()

    def __init__(self, pages: Sequence[type[Page]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._dense = len(pages) > _LOOSE
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SMALL, style.NORMAL, style.SMALL, style.SMALL)
        layout.setSpacing(style.TIGHT)
        self._area = _Upright(self._pages(pages))
        layout.addWidget(self._area, 1)
        settings = _made(Label("设置", "Settings"), "settings", dense=self._dense)
        settings.clicked.connect(self.settings_asked)
        layout.addWidget(settings)
        words.name(self, Label("页面", "Pages"))

    def show_page(self, key: str) -> None:
        self._buttons[key].setChecked(True)
        self._area.ensureWidgetVisible(self._buttons[key], 0, style.TIGHT)

    def _pages(self, pages: Sequence[type[Page]]) -> QWidget:
        """The buttons, with a hairline where another section begins."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 if self._dense else style.TIGHT)
        numbers, section = digits(pages), None
        for page in pages:
            if section not in {None, page.SECTION}:
                column.addWidget(text.hairline())
            section = page.SECTION
            column.addWidget(self._button(page, numbers.get(page.KEY)))
        column.addStretch(1)
        return inner

    def _button(self, page: type[Page], number: int | None) -> QToolButton:
        key = page.KEY
        made = _made(page.TITLE, page.ICON, dense=self._dense)
        made.setCheckable(True)
        if number:
            words.bind(
                made, made.setToolTip, Label(f"{page.TITLE.zh} (Ctrl+{number})", f"{page.TITLE.en} (Ctrl+{number})")
            )
        made.clicked.connect(lambda: self.page_chosen.emit(key))
        self._group.addButton(made)
        self._buttons[key] = made
        return made


class _Upright(QScrollArea):
    """As wide as what it holds; where the window is too low for all pages, it scrolls to the one in front."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self.viewport(), inner):
            part.setAutoFillBackground(False)
        words.on_change(self, self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._inner.minimumSizeHint().width(), 4 * style.VAST)


def _made(label: Label, icon: str, *, dense: bool) -> QToolButton:
    made = QToolButton()
    style.role(made, style.Role.RAIL)
    made.setProperty("dense", dense)
    made.setIcon(icons.icon(icon))
    made.setIconSize(QSize(_ICON + style.SMALL, _ICON))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    words.bind(made, made.setText, label)
    words.name(made, label)
    return made
