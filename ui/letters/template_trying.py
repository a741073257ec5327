"""The template editor's trying: the words are judged as one types, the page is made anew by the worker."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import language, template_trials
from ptman.letters import words as wording
from ptman.letters.template_rows import TemplateRow
from ptman.letters.template_text import TemplateText
from ptman.letters.template_trials import Example, Trial
from ptman.letters.word_faults import Fault
from ui import day, words
from ui.desk import Desk
from ui.letters.template_view import TemplateView
from ui.palette import Tone

_PAUSE = 250
_SOUND = Label("没有问题", "No faults")


class TemplateTrying(TemplateView):
    """`row` is the template the words in the editor came from."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.desk = desk
        self.row: TemplateRow | None = None
        self._examples: tuple[Example, ...] = ()
        self._asked: tuple[TemplateText, str] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._try)
        self.editor.textChanged.connect(self._on_typed)
        self.layouts.changed.connect(self._on_typed)
        self.students.activated.connect(lambda _at: self._try())
        self.blanks.picked.connect(self.editor.insert)
        self.faults.picked.connect(self.editor.go_to)
        QShortcut(QKeySequence("F5"), self, self._try)

    def text(self) -> TemplateText | None:
        """What stands in the editor now."""
        if self.row is None:
            return None
        typed = replace(self.row.text, name=self.name.text(), source=self.editor.toPlainText())
        return self.layouts.laid_out(typed)

    @property
    def changed(self) -> bool:
        text = self.text()
        return self.row is not None and text is not None and replace(text, name="") != replace(self.row.text, name="")

    def show_text(self, text: TemplateText) -> None:
        """Other words in the editor, to be saved or not."""
        self.editor.show_words(text.source)
        self.layouts.show_layout(text)
        self.blanks.show_vocabulary(wording.vocabulary(text.family))
        self._try()

    def ask_examples(self, row: TemplateRow) -> None:
        """The records that documents of this family can be about; those shown stay where they are the same."""
        asked = partial(self.desk.read, template_trials.examples, row.text.family, row.text.lang)
        self._ask(asked, self.show_examples)

    def forget_examples(self, row: TemplateRow) -> None:
        """A record of one family says nothing about another."""
        shown = self.row
        if shown is not None and (shown.text.family, shown.text.lang) != (row.text.family, row.text.lang):
            self._examples, self._asked = (), None
            self.students.clear()

    def show_examples(self, found: tuple[Example, ...]) -> None:
        if found == self._examples:
            self._try()
            return
        self._examples = found
        self.students.clear()
        self.students.addItems([one.who for one in found])
        self._try()

    def _on_typed(self) -> None:
        if self.row is not None:
            self._pause.start()

    def _try(self) -> None:
        """Judge the words at once; the page is made by the worker, the last one stays until then."""
        text = self.text()
        if text is None:
            return
        self._say(language.check(language.parse(text.source), wording.vocabulary(text.family)))
        at = self.students.currentIndex()
        if at >= 0:
            self._asked = (text, self._examples[at].key)
            job = partial(self.desk.read, template_trials.preview, *self._asked, day.today())
            self._ask(job, partial(self._on_tried, self._asked))

    def _on_tried(self, asked: tuple[TemplateText, str], trial: Trial) -> None:
        if asked != self._asked:
            return
        self.blanks.show_samples(trial.samples)
        self._say(trial.faults)
        if trial.pdf:
            self.preview.show_pdf(trial.pdf)
        elif self.preview.view.count == 0 and trial.why is not None:
            self.preview.say(trial.why, Tone.OVERDUE)

    def _say(self, faults: tuple[Fault, ...]) -> None:
        self.editor.show_faults(faults)
        self.faults.show_faults(faults)
        count = len(faults)
        noun = "fault" if count == 1 else "faults"
        said = Label(f"{count} 处问题（点一下，光标就到那里）", f"{count} {noun}; click one to go there")
        self.state.set_tone(Tone.OVERDUE if any(one.blocks for one in faults) else Tone.QUIET)
        words.bind(self.state, self.state.setText, said if count else _SOUND)

    def _ask(self, job: Callable[[], object], then: Callable[..., object]) -> None:
        self.desk.work.ask(job, then, self.on_failed)

    def on_failed(self, error: Exception) -> None:
        if not isinstance(error, PtmanError):
            raise error
        self.notice.say(error.sentence)
