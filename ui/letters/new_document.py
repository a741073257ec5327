"""A new document of any family: chosen, looked at as its real page with its check list, issued."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import making
from ptman.letters.drawing import PaperDraft
from ptman.letters.families import catalogue
from ptman.letters.families.family import Family, Subject
from ptman.letters.gather import candidates
from ptman.letters.gather.candidates import Candidate
from ptman.letters.issuing import Issued
from ptman.letters.wish import Wish
from ui import day, words
from ui.desk import Desk
from ui.letters.new_boxes import choices
from ui.letters.new_view import NewView
from ui.palette import Tone
from ui.work import Step

SEVERAL = (Subject.PLACEMENTS, Subject.STUDENTS)
LANGUAGES = (("zh", Label("中文", "Chinese")), ("en", Label("英文", "English")), ("both", Label("中英对照", "Both")))
_PAUSE = 250
_ASKED = Label("先选中记录。", "Choose the records first.")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A draft and its page; no page where none can be set."""

    plan: PaperDraft
    pdf: bytes


class NewDocument(NewView):
    """Issues one document; Escape and Back change nothing.

    Signals:
        issued(Issued): the document is in the register; the dialog is closed by then.
    """

    issued = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._desk = desk
        self.plan: PaperDraft | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.family.offer([(one.key, _named(one)) for one in catalogue.ALL if not one.by_reissue])
        self.language.offer(LANGUAGES)
        self._connect()
        self._on_family()

    def wish(self) -> Wish:
        """What the boxes say."""
        return Wish(
            self.family.value(),
            self.records.chosen(),
            self.asked.given(),
            self.language.value(),
            self.layouts.value(),
        )

    def _connect(self) -> None:
        self.family.currentIndexChanged.connect(self._on_family)
        for box in (self.language, self.layouts):
            box.currentIndexChanged.connect(self._soon)
        self.records.changed.connect(self._soon)
        self.asked.changed.connect(self._soon)
        self._pause.timeout.connect(self._draw)
        self.leave.clicked.connect(self.reject)
        self.issue.clicked.connect(self._on_issue)

    def _on_family(self) -> None:
        family = catalogue.family(self.family.value())
        self.layouts.offer(choices(family.layouts))
        self.asked.show_asks(family.asks)
        self._nothing(_ASKED)
        job = partial(self._desk.read, candidates.candidates, family, day.today())
        self._desk.work.ask(job, partial(self._on_found, family), self._on_failed)

    def _on_found(self, family: Family, found: tuple[Candidate, ...]) -> None:
        if family.key == self.family.value():
            self.records.show_records(found, several=family.subject in SEVERAL)

    def _soon(self) -> None:
        self.issue.setEnabled(False)
        self._pause.start()

    def _draw(self) -> None:
        wish = self.wish()
        if not wish.about:
            self._nothing(_ASKED)
            return

        def job() -> Drawn:
            plan = self._desk.read(making.draft, wish, day.today())
            return Drawn(plan, making.preview(plan).pdf)

        self._desk.work.ask(job, partial(self._on_drawn, wish), self._on_failed)

    def _on_drawn(self, wish: Wish, drawn: Drawn) -> None:
        if wish != self.wish():
            return
        self.notice.clear()
        self.plan = drawn.plan
        self.preview.show_pdf(drawn.pdf)
        self.show_checks(drawn.plan.checks, drawn.plan.refused, drawn.plan.warnings)
        number = Label(f"将占用文号 {drawn.plan.facts.doc_no}", f"Takes {drawn.plan.facts.doc_no}")
        self.number.setText("" if drawn.plan.refused else words.say(number))
        self.issue.setEnabled(not drawn.plan.refused and self._desk.read_only is None)

    def _nothing(self, why: Label) -> None:
        self.plan = None
        self.preview.say(why)
        self.show_checks((), (), ())
        self.number.setText("")
        self.issue.setEnabled(False)

    def _on_issue(self) -> None:
        plan = self.plan
        if plan is None or not self.issue.isEnabled():
            return

        def job(_step: Step) -> Issued:
            return self._desk.write(making.issue, plan, day.today())

        self.issue.setEnabled(False)
        name = Label(f"签发{plan.family.label.zh}", f"Issuing: {plan.family.label.en.lower()}")
        self._desk.work.act(name, job, self._on_issued, self._on_failed)

    def _on_issued(self, made: Issued) -> None:
        self.accept()
        self.issued.emit(made)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PtmanError):
            raise error
        self._nothing(_ASKED)
        self.notice.say(error.sentence, Tone.OVERDUE)


def _named(family: Family) -> Label:
    """As the catalogue has it: D05 企业导师聘书."""
    return Label(f"{family.code} {family.label.zh}".strip(), f"{family.code} {family.label.en}".strip())
