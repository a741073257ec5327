"""A cohort's letters issued together: ticks by hand survive closing, and a draft that had to be drawn again."""

from collections.abc import Collection, Sequence
from functools import partial

from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import in_hand, store
from ptman.letters.draft import LettersDraft
from ptman.letters.in_hand import InHand
from ptman.letters.issuing import Issued
from ui import day
from ui.letters.issuing import Begun, IssueDialog
from ui.letters.letter_hands import LetterHands
from ui.work import Step

_REDRAWN = Label(
    "有关记录刚被改动，没有签发。已按现在的记录重新起草，勾选照旧；请再看一遍。",
    "Records have just changed and nothing was issued. The letters are drafted again, your ticks stand; look again.",
)


class Batch(LetterHands):
    """A cohort's letters at once."""

    def issue(self, plan: LettersDraft, keys: Collection[str], kept: InHand | None = None) -> None:
        """Show which numbers these letters would take, ticked as in the selection kept; issue once that is agreed."""
        self._open(plan, keys, _begun(plan, kept) if kept is not None else None)

    def _open(self, plan: LettersDraft, keys: Collection[str], begun: Begun | None) -> None:
        dialog = IssueDialog(plan, keys, self._parent.window(), begun)
        dialog.later.setEnabled(self._desk.read_only is None)
        dialog.kept.connect(partial(self._issue, plan, keys))
        dialog.laid_aside.connect(partial(self._lay_aside, plan))
        dialog.open()

    def _issue(self, plan: LettersDraft, keys: Collection[str], taken: frozenset[str]) -> None:
        def job(step: Step) -> tuple[Issued, ...]:
            return self._desk.write(in_hand.issue_letters, plan, taken, day.today(), step)

        name = Label("签发函件", "Issuing letters")
        self._desk.work.act(name, job, self._on_issued, partial(self._on_refused, plan, keys, taken))

    def _on_refused(self, plan: LettersDraft, keys: Collection[str], taken: frozenset[str], error: Exception) -> None:
        """What has changed meanwhile costs another look, not the ticks."""
        if not isinstance(error, PtmanError) or error.code != "draft-stale":
            self.failed.emit(error)
            return
        job = partial(self._desk.read, store.draft, plan.pending.cohort, day.today())
        self._desk.work.ask(job, lambda again: self._open(again, keys, Begun(taken, _REDRAWN)), self.failed.emit)

    def _lay_aside(self, plan: LettersDraft, sides: tuple[frozenset[str], frozenset[str]]) -> None:
        def job(_step: Step) -> InHand:
            return self._desk.write(in_hand.lay_aside_letters, plan.pending.cohort, *sides, day.today())

        self._desk.work.act(Label("暂存勾选", "Laying the ticks aside"), job, self._on_laid_aside, self.failed.emit)

    def _on_issued(self, issued: Sequence[Issued]) -> None:
        if not issued:
            return
        numbers = [one.doc_no for one in issued]
        span = numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
        self.told.emit(Label(f"已签发 {len(numbers)} 份：{span}", f"Issued {len(numbers)}: {span}"))
        self.issued.emit(tuple(one.id for one in issued))


def _begun(plan: LettersDraft, kept: InHand) -> Begun:
    ticked, newer = in_hand.ticked(plan, kept)
    said = Label(
        f"接着 {kept.saved_on}（{kept.saved_by}）暂存的勾选办理。",
        f"Goes on from the ticks of {kept.saved_on} ({kept.saved_by}).",
    )
    more = Label(f"此后新增 {newer} 份，未勾选。", f"{newer} came since and are not ticked.")
    return Begun(ticked, said.plus(more, " ") if newer else said)
