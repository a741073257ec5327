"""Single documents: made, laid aside, superseded, voided: what is asked before, what is written, what is told after."""

from collections.abc import Sequence
from functools import partial

from ptman import settings
from ptman.labels import Label
from ptman.letters import in_hand, reissuing, steps, store
from ptman.letters.in_hand import InHand, Resumed
from ptman.letters.issuing import Issued
from ptman.letters.reissuing import Reissue
from ptman.letters.seen import Seen
from ptman.letters.steps import STEPS, Taken
from ui import day
from ui.dialogs.reason import ReasonDialog
from ui.letters import book_dialog
from ui.letters.book_dialog import BookDialog
from ui.letters.letter_hands import LetterHands
from ui.letters.new_document import NewDocument
from ui.letters.step_dialog import StepDialog
from ui.letters.superseding import SupersedeDialog
from ui.letters.template_dialog import TemplateDialog
from ui.letters.verify_dialog import VerifyDialog
from ui.work import Step

_BACK = Label("撤回去向", "Take a step back")


class Acting(LetterHands):
    """One letter, or some that took the same step."""

    def verify(self) -> None:
        """Ask for a letter that came back; nothing is changed."""
        VerifyDialog(self._desk, self._parent.window()).open()

    def create(self, again: Resumed | None = None) -> None:
        """A new document of any family, or one that was laid aside."""
        dialog = NewDocument(self._desk, self._parent.window(), again)
        dialog.issued.connect(self._on_created)
        dialog.laid_aside.connect(self._on_laid_aside)
        dialog.open()

    def resume(self, kept: InHand) -> None:
        """Go on with a document that was laid aside."""
        self._desk.work.ask(
            partial(self._desk.read, in_hand.resume, kept.id, day.today()), self.create, self.failed.emit
        )

    def discard(self, kept: InHand) -> None:
        """Throw away what was laid aside; Ctrl+Z brings it back."""

        def job(_step: Step) -> str:
            return self._desk.write(in_hand.discard, kept.id)

        told = Label(f"已丢弃：{kept.title}", f"Discarded: {kept.title}")
        name = Label("丢弃拟稿", "Discarding a document in hand")
        self._desk.work.act(name, job, lambda _title: self.told.emit(told), self.failed.emit)

    def _on_created(self, made: Issued) -> None:
        self.told.emit(Label(f"已签发 {made.doc_no}", f"Issued {made.doc_no}"))
        self.issued.emit((made.id,))

    def templates(self) -> None:
        """The words letters are written in."""
        dialog = TemplateDialog(self._desk, self._parent.window())
        dialog.told.connect(self.told)
        dialog.open()

    def book(self) -> None:
        """The register of issued letters, to be printed or saved."""
        self._desk.work.ask(partial(book_dialog.years, self._desk), self._on_years, self.failed.emit)

    def _on_years(self, years: tuple[int, ...]) -> None:
        dialog = BookDialog(self._desk, years, self._parent.window())
        dialog.told.connect(self.told)
        dialog.open()

    def log(self, ids: Sequence[str], step: STEPS | None = None) -> None:
        """Ask which step these letters took, then log it."""
        what = Label(f"{len(ids)} 份函件，同一步骤、同一天。", f"{len(ids)} letters, one step on one day.")
        dialog = StepDialog(what, settings.who(), day.today(), self._parent.window())
        if step is not None:
            dialog.step.show_value(step.value)
        dialog.given.connect(partial(self._log, ids))
        dialog.open()

    def _log(self, ids: Sequence[str], taken: Taken) -> None:
        def job(_step: Step) -> int:
            return self._desk.write(steps.take, ids, taken, day.today())

        label = taken.step.label
        told = Label(f"已登记{label.zh}：{len(ids)} 份", f"Logged as {label.en.lower()}: {len(ids)}")
        name = Label("登记去向", "Logging a step")
        self._desk.work.act(name, job, lambda _count: self.told.emit(told), self.failed.emit)

    def take_back(self, letter: Seen) -> None:
        """Ask why the step that was logged last is taken back."""
        last = letter.steps[-1].step.label if letter.steps else Label("", "")
        what = Label(
            f"撤回 {letter.doc_no} 最后登记的一步；这一步连同原因留在登记中。登记错了才撤回。",
            f"Takes back the step of {letter.doc_no} that was logged last; it stays on file with the reason. "
            "For what was logged in error.",
        )
        title = Label(f"撤回去向（{last.zh}）", f"Take a step back ({last.en})") if len(letter.steps) == 1 else _BACK
        dialog = ReasonDialog(title, what, Label("撤回", "Take it back"), self._parent.window())
        dialog.given.connect(partial(self._take_back, letter))
        dialog.open()

    def _take_back(self, letter: Seen, reason: str) -> None:
        def job(_step: object) -> STEPS:
            return self._desk.write(steps.take_back, letter.id, reason, day.today())

        def tell(step: STEPS) -> None:
            zh, en = (
                f"已撤回 {letter.doc_no} 的{step.label.zh}",
                f"Took back {step.label.en.lower()} of {letter.doc_no}",
            )
            self.told.emit(Label(zh, en))

        self._desk.work.act(_BACK, job, tell, self.failed.emit)

    def void(self, letter: Seen) -> None:
        """Ask for the reason, then make the letter void."""
        what = Label(
            f"{letter.doc_no}（{letter.host}）将作废，文号保留，不再使用；其中的实践安排回到待派遣。",
            f"{letter.doc_no} to {letter.host} becomes void. Its number stays taken; its placements are planned again.",
        )
        dialog = ReasonDialog(Label("作废函件", "Void a letter"), what, Label("作废", "Void it"), self._parent.window())
        dialog.given.connect(partial(self._void, letter))
        dialog.open()

    def reissue(self, letter: Seen) -> None:
        """Show the letter that would supersede this one; issue it once that is agreed to."""
        job = partial(self._desk.read, reissuing.draft, letter.id, day.today())
        self._desk.work.ask(job, self._on_superseding, self.failed.emit)

    def _on_superseding(self, plan: Reissue) -> None:
        dialog = SupersedeDialog(plan, self._parent.window())
        dialog.kept.connect(partial(self._supersede, plan))
        dialog.open()

    def _supersede(self, plan: Reissue, taken: frozenset[str]) -> None:
        def job(_step: Step) -> Issued:
            return self._desk.write(reissuing.issue, plan, day.today())

        if taken:
            name = Label(f"更正重发 {plan.old.doc_no}", f"Reissuing {plan.old.doc_no}")
            self._desk.work.act(name, job, partial(self._on_superseded, plan), self.failed.emit)

    def _on_superseded(self, plan: Reissue, made: Issued) -> None:
        zh, en = f"{made.doc_no} 已替代 {plan.old.doc_no}", f"{made.doc_no} supersedes {plan.old.doc_no}"
        self.told.emit(Label(zh, en))
        self.issued.emit((made.id,))

    def _void(self, letter: Seen, reason: str) -> None:
        def job(_step: object) -> int:
            return self._desk.write(store.void, letter.id, letter.version, reason, day.today())

        name = Label(f"作废 {letter.doc_no}", f"Voiding {letter.doc_no}")
        self._desk.work.act(name, job, partial(self._on_voided, letter), self.failed.emit)

    def _on_voided(self, letter: Seen, count: int) -> None:
        zh = f"{letter.doc_no} 已作废，{count} 人回到待派遣"
        self.told.emit(Label(zh, f"{letter.doc_no} is void; {count} students are planned again"))
