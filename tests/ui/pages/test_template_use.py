"""A template is used for issuing or not, and retired, from the window of its versions."""

from pytestqt.qtbot import QtBot

from tests.ui.pages import walking
from tests.ui.pages.test_letter_templates import desk, editor, words_of  # noqa: F401 - fixtures are asked for by name
from ui.letters.template_dialog import TemplateDialog
from ui.letters.versions_dialog import VersionsDialog
from ui.office import OpenOffice


def test_a_template_is_used_or_not_and_retired_from_its_versions(
    qtbot: QtBot,
    desk: OpenOffice,  # noqa: F811 - a fixture is asked for by its name
    editor: TemplateDialog,  # noqa: F811 - the same
) -> None:
    editor.name.setText("学院用")
    editor.editor.setPlainText(editor.editor.toPlainText().replace("感谢", "多谢"))
    editor.save.click()
    walking.rest(qtbot, desk)
    for using in (False, True):
        editor.versions.click()
        versions = walking.dialog(qtbot, VersionsDialog)
        walking.rest(qtbot, desk)
        versions.use.click()
        walking.rest(qtbot, desk)
        qtbot.waitUntil(lambda: editor.versions.isEnabled() and versions_gone())
        assert words_of(desk)[1] == ("学院用", 1, using)
    editor.versions.click()
    walking.rest(qtbot, desk)
    walking.dialog(qtbot, VersionsDialog).retire.click()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(versions_gone)
    walking.rest(qtbot, desk)
    assert [name for name, *_ in words_of(desk)] == [""]
    assert not editor.versions.isEnabled()


def versions_gone() -> bool:
    return not any(isinstance(one, VersionsDialog) for one in walking.dialogs())
