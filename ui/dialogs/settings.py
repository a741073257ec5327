"""Your name, language, theme and density; each look shows at once, Cancel puts everything back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ptman import settings
from ptman.labels import Label, Lang, same
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, foot_row, text

_LANGUAGES = {Lang.ZH: same("中文"), Lang.EN: same("English")}
_TITLE = Label("设置", "Settings")
_NAME_LONGEST = 36


class SettingsDialog(QDialog):
    """Who works here and how the window looks; what belongs to the office is set elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before = (words.lang(), style.theme(), style.density())
        self.who = QLineEdit(settings.WHO.read(settings.stored()))
        self.who.setPlaceholderText(settings.who())
        self.who.setMaxLength(_NAME_LONGEST)
        self.language = _box([(lang.value, label) for lang, label in _LANGUAGES.items()], words.lang().value)
        self.theme = _box([(theme.value, theme.label) for theme in style.Theme], style.theme().value)
        self.density = _box([(density.value, density.label) for density in style.Density], style.density().value)
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.keep = button.primary(Label("保留", "Keep"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words.bind(self, self.setWindowTitle, _TITLE)
        self.setMinimumWidth(400)
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.LOOSE)
        grid.setVerticalSpacing(style.NORMAL)
        grid.setColumnStretch(1, 1)
        named: tuple[tuple[Label, QWidget], ...] = (
            (settings.WHO.label, self.who),
            (settings.LANGUAGE.label, self.language),
            (Label("主题", "Theme"), self.theme),
            (Label("行高", "Row height"), self.density),
        )
        for at, (label, box) in enumerate(named):
            grid.addWidget(text.line(label, tone=Tone.QUIET), at, 0)
            grid.addWidget(box, at, 1)
            words.name(box, label)
        self.keep.setDefault(True)
        foot = foot_row.of(self.cancel, self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.LOOSE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.LOOSE)
        layout.addLayout(grid)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.language.activated.connect(self._on_chosen)
        self.theme.activated.connect(self._on_chosen)
        self.density.activated.connect(self._on_chosen)
        self.keep.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    @override
    def accept(self) -> None:
        settings.keep(who=self.who.text().strip())
        super().accept()

    @override
    def reject(self) -> None:
        _choose(*self._before)
        super().reject()

    def _on_chosen(self) -> None:
        _choose(
            Lang(self.language.currentData()),
            style.Theme(self.theme.currentData()),
            style.Density(self.density.currentData()),
        )


def _box(choices: list[tuple[str, Label]], now: str) -> QComboBox:
    box = QComboBox()
    for value, label in choices:
        box.addItem(words.say(label), value)

    def say() -> None:
        for at, (_, label) in enumerate(choices):
            box.setItemText(at, words.say(label))

    words.on_change(box, say)
    box.setCurrentIndex(box.findData(now))
    return box


def _choose(lang: Lang, theme: style.Theme, density: style.Density) -> None:
    if lang is not words.lang():
        words.choose(lang)
    if (theme, density) != (style.theme(), style.density()):
        style.choose_density(density)
        style.choose(theme)
