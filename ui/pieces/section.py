"""A part of the inspector with a heading that folds it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ptman.labels import Label
from ui import icons, memory, style, words
from ui.palette import Tone


class Section(QWidget):
    """A heading and what stands under it; remembers whether it is open, which it is at first unless `folded`."""

    def __init__(self, key: str, title: Label, content: QWidget, *, folded: bool = False) -> None:
        super().__init__()
        self._key = f"section/{key}"
        self.content = content
        self.heading = QToolButton()
        style.role(self.heading, style.Role.FOLD)
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setIconSize(QSize(style.ICON, style.ICON))
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words.bind(self.heading, self.heading.setText, title)
        words.name(self.heading, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.TIGHT)
        layout.addWidget(self.heading)
        layout.addWidget(content)
        self.heading.toggled.connect(self._on_toggled)
        self.heading.setChecked(memory.flag(self._key, default=not folded))
        self._on_toggled(open_=self.heading.isChecked())

    def _on_toggled(self, open_: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        self.heading.setIcon(icons.icon("chevron-down" if open_ else "chevron-right", Tone.QUIET))
        self.content.setVisible(open_)
        memory.keep(self._key, open_)
