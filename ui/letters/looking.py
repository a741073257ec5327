"""What stands beside the list of letters: the page and the particulars of the row that is selected."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from ptman.errors import PtmanError
from ptman.letters import seen as seeing
from ptman.letters import store
from ptman.letters.draft import Letter
from ptman.letters.in_hand import InHand
from ptman.letters.papers import Paper
from ptman.letters.seen import Seen
from ui.letters import beside, details
from ui.letters.loading import Shown
from ui.page import Page
from ui.palette import Tone
from ui.pieces.inspector import Inspector
from ui.pieces.pdf_pane import PdfPane
from ui.table import TableView


class Looking(QObject):
    """Fills preview and inspector; an answer that comes when another row is selected is dropped.

    Signals:
        seen_changed: another issued letter is looked at.
    """

    seen_changed = Signal()

    def __init__(self, page: Page, table: TableView, preview: PdfPane, inspector: Inspector) -> None:
        super().__init__(page)
        self._page, self._desk, self._table = page, page.desk, table
        self._preview, self._inspector = preview, inspector
        self._shown = Shown()
        self.seen: Seen | None = None

    def show(self, row_id: str, shown: Shown) -> None:
        """The row of this id: laid aside, waiting, or issued."""
        self._shown = shown
        kept, letter = shown.in_hand(row_id), shown.letter(row_id)
        if kept is not None:
            self._show_kept(row_id, kept)
        elif letter is not None:
            self._show_waiting(row_id, letter)
        else:
            self._page.ask(partial(self._desk.read, seeing.look, row_id), self._on_seen)

    def leave(self) -> None:
        """No row is selected."""
        self.seen = None
        self._preview.show_nothing()

    def _show_kept(self, row_id: str, kept: InHand) -> None:
        self.seen = None
        self._inspector.show_record(kept.title, "", details.of_kept(kept))
        if kept.cohort is not None:
            self._preview.say(beside.TICKS)
            return
        self._desk.work.ask(
            partial(beside.page_of, self._desk, kept), partial(self._on_set, row_id), partial(self._on_unset, row_id)
        )

    def _show_waiting(self, row_id: str, letter: Letter) -> None:
        self.seen = None
        subtitle = f"{letter.batch.period_name} · {letter.facts.start} – {letter.facts.end}"
        self._inspector.show_record(letter.facts.host, subtitle, details.of_draft(letter))
        self._desk.work.ask(
            partial(store.preview, letter), partial(self._on_set, row_id), partial(self._on_unset, row_id)
        )

    def _on_set(self, row_id: str, paper: Paper) -> None:
        if self._table.selected()[:1] == (row_id,):
            self._preview.show_pdf(paper.pdf)

    def _on_unset(self, row_id: str, error: Exception) -> None:
        if not isinstance(error, PtmanError):
            raise error
        if self._table.selected()[:1] == (row_id,):
            self._preview.say(error.sentence, Tone.OVERDUE)

    def _on_seen(self, seen: Seen) -> None:
        if self._table.selected()[:1] == (seen.id,):
            self.seen = seen
            sections = details.of_issued(seen, self._shown.stale.get(seen.id, ()))
            self._inspector.show_record(seen.doc_no, seen.host, sections)
            self._preview.show_pdf(seen.paper.pdf)
            self.seen_changed.emit()
