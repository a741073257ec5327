"""Both languages of the window: every visible text is a Label, shown in the language of the moment."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, Qt, QTranslator, Signal, Slot
from PySide6.QtWidgets import QWidget

from ptman import settings
from ptman.labels import Label, Lang


class Language(QObject):
    """The language of the window; the window speaks one at a time.

    Signals:
        language_changed: the window now speaks another language; show every text again.
    """

    language_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lang = Lang.ZH
        self._qt = QTranslator(self)

    @property
    def lang(self) -> Lang:
        return self._lang

    def speak(self, lang: Lang) -> None:
        """Say everything in `lang`, Qt's own dialogs too."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeTranslator(self._qt)
            if lang is Lang.ZH and self._qt.load("qtbase_zh_CN", _qt_translations()):
                application.installTranslator(self._qt)
        if lang is not self._lang:
            self._lang = lang
            self.language_changed.emit()


language = Language()


def lang() -> Lang:
    return language.lang


def say(label: Label) -> str:
    """The label in the language of the moment, for what is painted or shown once."""
    return label.text(language.lang)


def remembered() -> Lang:
    """The language chosen last, in the window or for the command line; else that of the system."""
    return settings.lang()


def choose(lang: Lang) -> None:
    """Speak `lang` now and at the next start."""
    settings.keep(language=lang.value)
    language.speak(lang)


class _Spoken(QObject):
    """The texts of one widget; it lives and dies with the widget."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.texts: dict[str, tuple[Callable[[str], object], Label]] = {}
        self.calls: list[Callable[[], object]] = []
        language.language_changed.connect(self._on_language_changed)

    @Slot()
    def _on_language_changed(self) -> None:
        for setter, label in self.texts.values():
            setter(say(label))
        for call in self.calls:
            call()


def bind(owner: QObject, setter: Callable[[str], object], label: Label) -> None:
    """Give `label` to a setter of `owner` (`button.setText`) now and at each change of language.

    Binding the same setter again replaces the text.
    """
    _spoken(owner).texts[setter.__name__] = (setter, label)
    setter(say(label))


def on_change(owner: QObject, call: Callable[[], object]) -> None:
    """Call at each change of language as long as `owner` lives."""
    _spoken(owner).calls.append(call)


def name(widget: QWidget, label: Label, *, tip: bool = False) -> None:
    """The accessible name of a widget; with `tip` also its tool tip, for what shows only an icon."""
    bind(widget, widget.setAccessibleName, label)
    if tip:
        bind(widget, widget.setToolTip, label)


def _spoken(owner: QObject) -> _Spoken:
    found = owner.findChild(_Spoken, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, _Spoken) else _Spoken(owner)


def _qt_translations() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
