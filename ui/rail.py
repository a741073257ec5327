"""The rail at the left: one icon and word a page, the settings at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ptman.labels import Label
from ui import icons, style, words
from ui.page import Page

_ICON = 18


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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SMALL, style.NORMAL, style.SMALL, style.SMALL)
        layout.setSpacing(style.TIGHT)
        for number, page in enumerate(pages, start=1):
            layout.addWidget(self._button(page, number))
        layout.addStretch(1)
        settings = _made(Label("设置", "Settings"), "settings")
        settings.clicked.connect(self.settings_asked)
        layout.addWidget(settings)
        words.name(self, Label("页面", "Pages"))

    def show_page(self, key: str) -> None:
        self._buttons[key].setChecked(True)

    def _button(self, page: type[Page], number: int) -> QToolButton:
        key = page.KEY
        made = _made(page.TITLE, page.ICON)
        made.setCheckable(True)
        if number <= 9:  # noqa: PLR2004 - there are nine digits
            words.bind(
                made, made.setToolTip, Label(f"{page.TITLE.zh} (Ctrl+{number})", f"{page.TITLE.en} (Ctrl+{number})")
            )
        made.clicked.connect(lambda: self.page_chosen.emit(key))
        self._group.addButton(made)
        self._buttons[key] = made
        return made


def _made(label: Label, icon: str) -> QToolButton:
    made = QToolButton()
    style.role(made, style.Role.RAIL)
    made.setIcon(icons.icon(icon))
    made.setIconSize(QSize(_ICON + style.SMALL, _ICON))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    words.bind(made, made.setText, label)
    words.name(made, label)
    return made
