"""How everything looks: type, spacing, the two themes, and the one style sheet."""

from enum import StrEnum
from functools import cache
from importlib import resources

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from ptman.labels import Choice
from ui import icons, memory, palette, sheet
from ui.palette import Tones

HAIR, TIGHT, SMALL, NORMAL, WIDE, LOOSE, VAST = 1, 4, 8, 12, 16, 24, 32
"""The one spacing scale, in pixels."""

BODY, SECONDARY, TITLE, FIGURE = 13, 12, 16, 20
"""The four sizes of type, in pixels."""

CORNER = 6
ICON = 16
BESIDE = 22
"""Width given to an icon that stands before a word, so that they do not touch."""

FAMILIES = ["Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC"]


class Theme(Choice):
    SYSTEM = "system", "跟随系统", "As the system"
    LIGHT = "light", "浅色", "Light"
    DARK = "dark", "深色", "Dark"


class Density(Choice):
    NORMAL = "normal", "标准", "Normal"
    COMPACT = "compact", "紧凑", "Compact"


class Role(StrEnum):
    """What the style sheet tells apart by the property `role`."""

    PRIMARY = "primary"
    QUIET = "quiet"
    CHIP = "chip"
    RAIL = "rail"
    FOLD = "fold"
    PANE = "pane"
    PAPER = "paper"
    LINE = "line"
    FLOAT = "float"


ROW_HEIGHT = {Density.NORMAL: 30, Density.COMPACT: 26}


def theme() -> Theme:
    return Theme.named(memory.text("window/theme")) or Theme.SYSTEM


def density() -> Density:
    return Density.named(memory.text("window/density")) or Density.NORMAL


def row_height() -> int:
    """Pixels of a list's row at the density of the moment."""
    return ROW_HEIGHT[density()]


def choose(theme: Theme) -> None:
    """Wear `theme` now and at the next start."""
    memory.keep("window/theme", theme.value)
    wear(theme)


def choose_density(density: Density) -> None:
    """Row heights from now on; each table hears of it as a change of its style."""
    memory.keep("window/density", density.value)
    wear(theme())


def wear(theme: Theme) -> None:
    """Put palette and style sheet on the application."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(_SCHEMES[theme])
    dark = theme is Theme.DARK or (theme is Theme.SYSTEM and hints.colorScheme() is Qt.ColorScheme.Dark)
    tones = palette.DARK if dark else palette.LIGHT
    application.setPalette(palette.qt_palette(tones))
    arrow = icons.FOLDER / ("arrow-dark.svg" if dark else "arrow-light.svg")
    application.setStyleSheet(sheet.written(tones, arrow.as_posix(), (icons.FOLDER / "tick.svg").as_posix()))


def dress(application: QApplication) -> None:
    """Fusion, our type and the remembered theme; follows the system when it changes."""
    application.setStyle(QStyleFactory.create("Fusion"))
    load_fonts()
    application.setFont(font())
    wear(theme())
    QGuiApplication.styleHints().colorSchemeChanged.connect(_on_system_changed)


def load_fonts() -> bool:
    """Load the bundled Noto Sans SC; false when it cannot be read, and the next family serves."""
    try:
        face = resources.files("pylopdf_fonts_zh_cn").joinpath("NotoSansSC-Regular.otf").read_bytes()
    except (ModuleNotFoundError, OSError):
        return False
    return QFontDatabase.addApplicationFontFromData(face) >= 0


@cache
def font(pixels: int = BODY, *, strong: bool = False) -> QFont:
    """The window's type with tabular figures; families are named, else Qt may take Japanese forms."""
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(pixels)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def role(widget: QWidget, role: Role) -> None:
    widget.setProperty("role", role.value)


def tones() -> Tones:
    """The colours of the theme the window wears."""
    return palette.of(QGuiApplication.palette())


_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


def _on_system_changed() -> None:
    if theme() is Theme.SYSTEM:
        wear(Theme.SYSTEM)
