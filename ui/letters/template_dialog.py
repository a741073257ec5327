"""The template editor: words at the left, the real page at the right made anew as one types, versions kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.labels import Label, Lang
from ptman.letters import templates
from ptman.letters import words as wording
from ptman.letters.template_rows import TemplateRow
from ptman.letters.template_text import TemplateText
from ui import day, words
from ui.desk import Desk
from ui.dialogs.question import Asked, Question
from ui.letters import template_sending
from ui.letters.template_trying import TemplateTrying
from ui.letters.template_view import NO_WORD, WORD
from ui.letters.versions_dialog import VersionsDialog
from ui.palette import Tone

_OWN = Label("本单位用", "Our own")
_SAVE_FIRST = Label("先把文字保存为模板，再加 Word 文件。", "Save the words as a template first, then add a Word file.")
_LEAVING = Asked(
    Label("有未保存的文字", "Words not saved"),
    Label(
        "模板改过，还没有保存。离开后这些改动不再保留。", "The template was changed and not saved. Leaving drops it."
    ),
    Label("不保存，离开", "Leave without saving"),
    Label("继续编辑", "Go on editing"),
)


class TemplateDialog(TemplateTrying):
    """Saves versions; issued letters never change by it.

    Signals:
        told(Label): it went well.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.rows: tuple[TemplateRow, ...] = ()
        self._connect()
        self.reload()

    def reload(self, key: str = "", family: str = wording.DISPATCH) -> None:
        """Look at the templates and students of the moment, then show one of them."""
        self._ask(lambda: self.desk.read(templates.listing), partial(self._on_listed, key, family))

    def take(self, text: TemplateText) -> None:
        """Words from a file, shown and not yet kept."""
        alike = [row for row in self.rows if (row.text.family, row.text.lang) == (text.family, text.lang)]
        row = next((row for row in alike if row.text.name == text.name), alike[0])
        self.forget_examples(row)
        self.row = row
        self._back()
        self.name.setText(text.name or words.say(_OWN))
        self.show_text(text)
        self.ask_examples(row)

    def widget(self) -> QWidget:
        return self

    @override
    def reject(self) -> None:
        self._leave(lambda: self.done(self.DialogCode.Rejected))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window asks as Escape does."""
        event.ignore()
        self.reject()

    def _connect(self) -> None:
        self.templates.picked.connect(lambda row: self._leave(partial(self._pick, row), self._back))
        self.save.clicked.connect(self._on_save)
        self.leave.clicked.connect(self.reject)
        self.versions.clicked.connect(self._on_versions)
        self.word.clicked.connect(self._on_word)
        self.check.clicked.connect(lambda: template_sending.check(self))
        self.bring.clicked.connect(lambda: self._leave(lambda: template_sending.bring(self)))
        self.export.clicked.connect(lambda: template_sending.export(self))
        QShortcut(QKeySequence("Ctrl+S"), self, self._on_save)

    def _on_listed(self, key: str, family: str, rows: tuple[TemplateRow, ...]) -> None:
        self.rows = rows
        self.templates.show_rows(rows, 0)
        at = self.templates.place(key, family)
        self.templates.setCurrentIndex(at)
        self._show(rows[at])

    def _pick(self, row: TemplateRow) -> None:
        self.notice.clear()
        self._show(row)

    def _show(self, row: TemplateRow) -> None:
        self.forget_examples(row)
        self.row = row
        self.name.setText(row.text.name or words.say(_OWN))
        self.in_use.setChecked(row.in_use or not row.id)
        self.versions.setEnabled(bool(row.id))
        words.bind(self.word, self.word.setText, NO_WORD if row.has_docx else WORD)
        self.save.setEnabled(self.desk.read_only is None)
        self.layouts.setVisible(row.text.family in {wording.DISPATCH, wording.CHANGE} and row.text.lang is Lang.ZH)
        self.show_text(row.text)
        self.ask_examples(row)

    def _on_save(self) -> None:
        text = self.text()
        if text is None or self.row is None or self.desk.read_only is not None:
            return
        base = self.row.id if self.row.text.name == text.name.strip() else ""
        use = self.in_use.isChecked()
        self.desk.work.act(
            Label("保存模板", "Saving a template"),
            lambda _step: self.desk.write(templates.save, text, base, day.today(), use=use),
            self._on_saved,
            self.on_failed,
        )

    def _on_saved(self, row: TemplateRow) -> None:
        zh, en = f"已保存“{row.text.name}”第 {row.edition} 版", f"Saved “{row.text.name}”, version {row.edition}"
        self._tell(Label(zh, en))
        self.row = row
        self.reload(row.id)

    def _on_versions(self) -> None:
        if self.row is not None and self.row.id:
            dialog = VersionsDialog(self.desk, self.row, self)
            dialog.restored.connect(self._on_saved)
            dialog.used.connect(self._on_used)
            dialog.retired.connect(self._on_retired)
            dialog.failed.connect(self.on_failed)
            dialog.open()

    def _on_used(self, row: TemplateRow) -> None:
        used = Label(f"“{row.text.name}”已用于签发", f"“{row.text.name}” is used for issuing")
        self._tell(used if row.in_use else Label("改用自带模板签发", "The template shipped is used for issuing"))
        self.reload(row.id)

    def _on_retired(self, row: TemplateRow) -> None:
        self._tell(Label(f"已收起模板“{row.text.name}”", f"Retired the template “{row.text.name}”"))
        self.reload(family=row.text.family)

    def _tell(self, said: Label) -> None:
        self.told.emit(said)
        self.notice.say(said, Tone.DONE)

    def _on_word(self) -> None:
        """A Word file goes with a template that is kept, and with the words that are kept."""
        if self.row is None or not self.row.id or self.changed or self.desk.read_only is not None:
            self.notice.say(self.desk.read_only or _SAVE_FIRST, Tone.SOON)
        elif self.row.has_docx:
            self._attach(None)
        else:
            template_sending.word(self, self._attach)

    def _attach(self, docx: bytes | None) -> None:
        row = self.row
        if row is not None:
            self.desk.work.act(
                Label("保存模板", "Saving a template"),
                lambda _step: self.desk.write(templates.attach, row.id, docx, day.today()),
                self._on_saved,
                self.on_failed,
            )

    def _back(self) -> None:
        """The box says again which template stands in the editor."""
        if self.row is not None:
            self.templates.setCurrentIndex(self.templates.place(self.row.id, self.row.text.family, self.row.text.lang))

    def _leave(self, then: Callable[[], object], stay: Callable[[], object] | None = None) -> None:
        if not self.changed:
            then()
            return
        question = Question(_LEAVING, self)
        question.accepted.connect(then)
        if stay is not None:
            question.rejected.connect(stay)
        question.open()
