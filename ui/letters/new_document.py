"""A new document of any family: chosen, looked at as its real page with its check list, issued."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import in_hand, making
from ptman.letters.drawing import PaperDraft
from ptman.letters.families import catalogue
from ptman.letters.families.family import Family, Subject
from ptman.letters.gather import candidates
from ptman.letters.gather.candidate import Candidate
from ptman.letters.in_hand import InHand, Resumed
from ptman.letters.issuing import Issued
from ptman.letters.wish import Wish
from ui import day, words
from ui.desk import Desk
from ui.dialogs import issue
from ui.letters.new_boxes import choices
from ui.letters.new_view import NewView
from ui.palette import Tone
from ui.work import Step

SEVERAL = (Subject.PLACEMENTS, Subject.STUDENTS)
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
        laid_aside(InHand): it is kept as far as it has come; the dialog is closed by then.
    """

    issued = Signal(object)
    laid_aside = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None, again: Resumed | None = None) -> None:
        super().__init__(desk, parent)
        self._desk = desk
        self.plan: PaperDraft | None = None
        self._key = again.kept.id if again else ""
        self._wanted: tuple[str, ...] = again.wish.about if again else ()
        self._gone = again.gone if again else 0
        self.later.setEnabled(desk.read_only is None)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.family.offer([(one.key, _named(one)) for one in catalogue.ALL if not one.by_reissue])
        self.language.offer(issue.LANGUAGES)
        if again is not None:
            self._show_again(again)
        self._connect()
        self._on_family()
        if again is not None:
            self.layouts.choose(again.wish.layout)

    def _show_again(self, again: Resumed) -> None:
        """As it was laid aside."""
        self.family.choose(again.wish.family)
        self.language.choose(again.wish.language)
        self.asked.fill(again.wish.answers)

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
        self.later.clicked.connect(self._on_later)

    def _on_family(self) -> None:
        self._wanted = self.records.chosen() or self._wanted
        family = catalogue.family(self.family.value())
        self.layouts.offer(choices(family.layouts))
        self.asked.show_asks(family.asks)
        self._nothing(_ASKED)
        job = partial(self._desk.read, candidates.candidates, family, day.today())
        self._desk.work.ask(job, partial(self._on_found, family), self._on_failed)

    def _on_found(self, family: Family, found: tuple[Candidate, ...]) -> None:
        if family.key == self.family.value():
            self.records.show_records(found, several=family.subject in SEVERAL)
            self.records.tick(self._wanted)
            self._say_gone()

    def _say_gone(self) -> None:
        """Which records of what was laid aside can no longer be chosen, once."""
        count, self._gone = self._gone, 0
        if count:
            zh = f"{count} 条记录已不能选，未勾选。"
            self.notice.say(Label(zh, f"{count} records can no longer be chosen and are not ticked."), Tone.SOON)

    def _soon(self) -> None:
        self.notice.clear()
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
            return self._desk.write(in_hand.issue, plan, day.today(), self._key)

        self.issue.setEnabled(False)
        name = Label(f"签发{plan.family.label.zh}", f"Issuing: {plan.family.label.en.lower()}")
        self._desk.work.act(name, job, self._on_issued, self._on_failed)

    def _on_later(self) -> None:
        """Keep it as far as it has come, whatever it lacks."""
        wish = self.wish()

        def job(_step: Step) -> InHand:
            return self._desk.write(in_hand.lay_aside, wish, day.today(), self._key)

        self.later.setEnabled(False)
        self._desk.work.act(Label("暂存文书", "Laying a document aside"), job, self._on_laid_aside, self._on_failed)

    def _on_laid_aside(self, kept: InHand) -> None:
        self.accept()
        self.laid_aside.emit(kept)

    def _on_issued(self, made: Issued) -> None:
        self.accept()
        self.issued.emit(made)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PtmanError):
            raise error
        self.later.setEnabled(self._desk.read_only is None)
        self._nothing(_ASKED)
        self.notice.say(error.sentence, Tone.OVERDUE)
        if error.code == "draft-stale":
            self._draw()


def _named(family: Family) -> Label:
    """As the catalogue has it: D05 企业导师聘书."""
    return Label(f"{family.code} {family.label.zh}".strip(), f"{family.code} {family.label.en}".strip())
