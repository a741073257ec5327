"""Every ink the window lays on a ground can be read, in both themes."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from ui import palette, style
from ui.palette import DARK, LIGHT, PAIRS, Tone, Tones
from ui.pieces import text


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_contrast_is_at_least_four_and_a_half(tones: Tones, ink: str, ground: str) -> None:
    names = tones.by_name()
    assert palette.contrast(names[ink], names[ground]) >= 4.5


def test_contrast_of_black_and_white_is_twenty_one() -> None:
    assert palette.contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
def test_every_tone_can_be_read_on_its_soft_ground(tones: Tones) -> None:
    for tone in Tone:
        assert palette.contrast(tones.ink_of(tone), tones.soft_of(tone)) >= 4.5, tone


def test_theme_is_worn_by_the_application(dressed: QApplication) -> None:
    style.choose(style.Theme.DARK)
    assert (style.tones(), style.theme()) == (DARK, style.Theme.DARK)
    style.choose(style.Theme.LIGHT)
    assert style.tones() == LIGHT
    assert dressed.font().family() == "Noto Sans SC"


def test_label_keeps_its_tone_when_the_theme_changes(dressed: QApplication) -> None:
    label = text.quiet("22660031")
    label.show()
    style.wear(style.Theme.DARK)
    assert label.palette().color(QLabel().foregroundRole()).name() == DARK.quiet
    assert dressed.palette().color(label.foregroundRole()).name() == DARK.ink


def test_figures_are_as_wide_as_each_other(dressed: QApplication) -> None:
    label = QLabel()
    label.setFont(style.font())
    assert len({label.fontMetrics().horizontalAdvance(figure) for figure in "0123456789"}) == 1
    assert dressed.font().pixelSize() == style.BODY
