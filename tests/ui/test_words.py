"""Texts follow the language as long as their widgets live."""

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton

from ptman import settings
from ptman.labels import Label, Lang
from ui import words

HELLO = Label("你好", "Hello")
BYE = Label("再见", "Good-bye")


def test_bound_text_changes_with_the_language() -> None:
    label = QLabel()
    words.bind(label, label.setText, HELLO)
    words.bind(label, label.setToolTip, BYE)
    assert (label.text(), label.toolTip()) == ("你好", "再见")
    words.language.speak(Lang.EN)
    assert (label.text(), label.toolTip()) == ("Hello", "Good-bye")


def test_binding_again_replaces() -> None:
    label = QLabel()
    words.bind(label, label.setText, HELLO)
    words.bind(label, label.setText, BYE)
    words.language.speak(Lang.EN)
    assert label.text() == "Good-bye"


def test_dead_widgets_are_not_spoken_to() -> None:
    heard: list[str] = []
    label = QLabel()
    words.bind(label, label.setText, HELLO)
    words.on_change(label, lambda: heard.append("call"))
    label.deleteLater()
    del label
    QLabel()
    kept = QLabel()
    words.on_change(kept, lambda: heard.append("kept"))
    words.language.speak(Lang.EN)
    assert heard[-1] == "kept"


def test_icon_button_is_named_and_tipped() -> None:
    made = QPushButton()
    words.name(made, HELLO, tip=True)
    assert (made.accessibleName(), made.toolTip()) == ("你好", "你好")


def test_choice_is_remembered() -> None:
    words.choose(Lang.EN)
    assert words.remembered() is Lang.EN
    settings.keep(language="klingon")
    assert words.remembered() in set(Lang)


def test_qt_itself_speaks_chinese() -> None:
    words.language.speak(Lang.EN)
    words.language.speak(Lang.ZH)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
