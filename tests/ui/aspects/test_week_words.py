"""Words in a narrow block go over two lines; a Latin word is never parted."""

from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from ui import style
from ui.aspects.resources import week_paint


def test_words_are_wrapped_where_they_may_be(qtbot: QtBot) -> None:
    del qtbot  # fonts need an application
    style.load_fonts()
    metrics = QFontMetricsF(style.font(style.SECONDARY))
    width = metrics.horizontalAdvance("数控加工")
    assert week_paint._wrapped("数控加工实训", metrics, width, 2) == ["数控加工", "实训"]
    assert week_paint._wrapped("8–12 韩若溪", metrics, width, 2) == ["8–12", "韩若溪"]
    (one,) = week_paint._wrapped("Maintenance", metrics, width, 2)
    assert one.endswith("…")
    long = week_paint._wrapped("数控加工实训一班上午", metrics, width, 2)
    assert (len(long), long[0], long[1][-1]) == (2, "数控加工", "…")
    assert week_paint._wrapped("标定", metrics, width, 1) == ["标定"]
