"""Every icon can be drawn, in the colour of the theme, at any scale."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from ui import icons, style
from ui.palette import DARK, LIGHT, Tone

NAMES = sorted(path.stem for path in icons.FOLDER.glob("*.svg"))


def _inks(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    image = icon.pixmap(48, 48, mode).toImage()
    every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(colour.rgb()).name() for colour in every if colour.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_icon_draws_something(name: str) -> None:
    image = icons.icon(name).pixmap(16, 16).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16))


def test_icon_follows_theme_tone_and_state() -> None:
    icon = icons.icon("lock")
    assert _inks(icon) == {LIGHT.ink}
    assert _inks(icon, QIcon.Mode.Disabled) == {LIGHT.off}
    assert _inks(icons.icon("lock", Tone.OVERDUE)) == {LIGHT.overdue}
    style.wear(style.Theme.DARK)
    assert _inks(icon) == {DARK.ink}


def test_icon_is_sharp_on_a_dense_screen() -> None:
    assert icons.icon("lock").pixmap(QSize(16, 16), 2.0).width() == 32


def test_licence_travels_with_the_icons() -> None:
    assert "ISC License" in (icons.FOLDER / "LICENSE").read_text("utf-8")
