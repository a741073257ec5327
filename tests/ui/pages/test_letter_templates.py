"""The template editor: words typed become the page, blanks go in by keys, faults lead to their place, versions stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.labels import Lang
from ptman.letters import pages, template_text, templates, words
from tests.ptman.letters import sending
from tests.ptman.letters import test_docx_words as docx_files
from tests.ui import fits, named
from tests.ui.pages import walking
from ui import day
from ui.dialogs.question import Question
from ui.letters.template_dialog import TemplateDialog
from ui.letters.template_sending import TroublesDialog
from ui.letters.versions_dialog import VersionsDialog
from ui.office import OpenOffice
from ui.pages.letters import LettersPage


@pytest.fixture
def desk(office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenOffice]:
    monkeypatch.setattr(day, "today", lambda: sending.TODAY)  # the calendar is not our own code
    office.write(sending.placed, {"星河通信有限公司": ("赵一", "钱二")})
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def editor(qtbot: QtBot, desk: OpenOffice) -> TemplateDialog:
    window = walking.window_on(qtbot, desk, LettersPage)
    window.go("letters", "draft")
    walking.rest(qtbot, desk)
    page = window.page
    assert isinstance(page, LettersPage)
    page.acts["templates"].trigger()
    found = walking.dialog(qtbot, TemplateDialog)
    qtbot.waitUntil(lambda: found.preview.view.count > 0)
    return found


def rested(qtbot: QtBot, desk: OpenOffice, editor: TemplateDialog) -> None:
    """Until what was typed has been tried."""
    qtbot.waitUntil(lambda: not editor._pause.isActive())
    walking.rest(qtbot, desk)


def words_of(desk: OpenOffice) -> list[tuple[str, int, bool]]:
    rows = desk.read(templates.listing)
    return [
        (row.text.name, row.edition, row.in_use)
        for row in rows
        if row.text.family == words.DISPATCH and row.text.lang is Lang.ZH
    ]


def test_the_editor_fits_and_names_its_parts(qtbot: QtBot, desk: OpenOffice, editor: TemplateDialog) -> None:
    assert fits.cut_off_in_both(editor) == []
    assert named.nameless(editor) == []
    assert not editor.changed
    editor.reject()
    assert words_of(desk) == [("", 0, True)]
    walking.rest(qtbot, desk)


def test_typing_tries_the_words_and_a_blank_goes_in_by_keys(
    qtbot: QtBot, desk: OpenOffice, editor: TemplateDialog
) -> None:
    editor.editor.setPlainText("【标题】\n赴\n【首段】\n请接洽{联系仁}。\n【结束语】\n此致")
    rested(qtbot, desk, editor)
    assert [one.code for one in editor.editor._faults] == ["unknown-blank"]
    editor.faults.setCurrentRow(0)
    qtbot.keyClick(editor.faults, Qt.Key.Key_Return)
    assert editor.editor.textCursor().selectedText() == "{联系仁}"
    at = next(at for at in range(editor.blanks.count()) if editor.blanks.item(at).text().startswith("主送单位"))
    assert editor.blanks.item(at).text() == "主送单位　星河通信有限公司"
    editor.blanks.setCurrentRow(at)
    qtbot.keyClick(editor.blanks, Qt.Key.Key_Return)
    assert "请接洽{主送单位}。" in editor.editor.toPlainText()
    rested(qtbot, desk, editor)
    assert editor.editor._faults == ()
    qtbot.waitUntil(lambda: "请接洽星河通信有限公司" in pages.text(editor.preview._wanted).replace("\r\n", ""))


def test_saving_keeps_versions_and_leaving_asks(qtbot: QtBot, desk: OpenOffice, editor: TemplateDialog) -> None:
    editor.name.setText("学院用")
    for line in ("谢谢一。", "谢谢二。"):
        source = editor.editor.toPlainText().replace("感谢", line + "感谢")
        editor.editor.setPlainText(source)
        editor.save.click()
        walking.rest(qtbot, desk)
    assert words_of(desk) == [("", 0, False), ("学院用", 2, True)]
    editor.versions.click()
    versions = walking.dialog(qtbot, VersionsDialog)
    walking.rest(qtbot, desk)
    assert fits.cut_off_in_both(versions) == []
    assert named.nameless(versions) == []
    assert "\n+ 谢谢一。谢谢二。" in versions.lines.toPlainText()
    versions.list.setCurrentRow(1)
    versions.restore.click()
    walking.rest(qtbot, desk)
    assert words_of(desk)[1] == ("学院用", 3, True)
    assert "谢谢二" not in editor.editor.toPlainText()
    editor.editor.insertPlainText("改")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    asked = walking.dialog(qtbot, Question)
    asked.back.click()
    assert editor.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    walking.dialog(qtbot, Question).go_on.click()
    qtbot.waitUntil(lambda: editor not in walking.dialogs())
    assert words_of(desk)[1] == ("学院用", 3, True)
    walking.rest(qtbot, desk)


def test_files_and_the_check_of_all_letters(
    qtbot: QtBot, desk: OpenOffice, editor: TemplateDialog, tmp_path: Path
) -> None:
    editor.export.click()
    walking.choose(qtbot, tmp_path / "模板.txt")
    qtbot.waitUntil((tmp_path / "模板.txt").exists)
    shown = template_text.read((tmp_path / "模板.txt").read_bytes())
    assert shown.source == words.shipped(words.DISPATCH).source
    faulty = template_text.written(template_text.TemplateText(shown.family, shown.lang, "外来", "{回执日期}"))
    (tmp_path / "外来.txt").write_bytes(faulty)
    editor.bring.click()
    walking.choose(qtbot, tmp_path / "外来.txt")
    qtbot.waitUntil(lambda: editor.editor.toPlainText() == "{回执日期}")
    assert editor.changed
    editor.check.click()
    found: QDialog = walking.dialog(qtbot, TroublesDialog)
    assert isinstance(found, TroublesDialog)
    assert "星河通信有限公司 · 第一批 · 赵一、钱二" in found.said.toPlainText()
    assert "“回执日期”为空" in found.said.toPlainText()
    found.reject()
    walking.rest(qtbot, desk)


def test_a_word_file_goes_with_a_template(
    qtbot: QtBot, desk: OpenOffice, editor: TemplateDialog, tmp_path: Path
) -> None:
    editor.word.click()
    assert editor.notice.bar is not None
    assert "先把文字保存" in editor.notice.bar.sentence.text()
    editor.save.click()
    walking.rest(qtbot, desk)
    for name, blank in (("错.docx", "{{ 主送单住 }}"), ("对.docx", "{{ 主送单位 }}")):
        (tmp_path / name).write_bytes(docx_files.made(blank))
        editor.word.click()
        walking.choose(qtbot, tmp_path / name)
        walking.rest(qtbot, desk)
        qtbot.waitUntil(lambda: editor.notice.bar is not None)
    row = desk.read(templates.listing)[1]
    assert (row.edition, row.has_docx) == (2, True)
    assert editor.word.text() == "去掉 Word 文件(&W)"
    assert fits.cut_off_in_both(editor) == []
    editor.word.click()
    walking.rest(qtbot, desk)
    assert not desk.read(templates.listing)[1].has_docx


def test_another_family_is_tried_on_a_record_of_its_own(qtbot: QtBot, desk: OpenOffice, editor: TemplateDialog) -> None:
    at = next(at for at, row in enumerate(editor.rows) if row.text.family == "appointment")
    editor.templates.setCurrentIndex(at)
    editor.templates.activated.emit(at)
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: "聘" in pages.text(editor.preview._wanted))
    assert editor.notice.bar is None
    assert editor.students.currentText().startswith("周明")
    assert editor.layouts.isHidden()
    walking.rest(qtbot, desk)
