"""The letters page: what waits to be issued and what was, the real page beside it, issuing, printing, voiding."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters.draft import Letter
from ptman.letters.in_hand import InHand
from ptman.letters.seen import Seen
from ptman.listing import Listing, Row
from ui import day
from ui.actions import Action
from ui.desk import Desk
from ui.letters import beside, loading, offered, unprinted
from ui.letters.acting import Acting
from ui.letters.batch import Batch
from ui.letters.loading import Shown
from ui.letters.looking import Looking
from ui.letters.out import Outgoing
from ui.letters.scanning import Scanning
from ui.list_page import ALL, ListPage
from ui.palette import Tone
from ui.pieces import cohort_box
from ui.pieces.chips import Chip
from ui.pieces.cohort_box import CohortBox
from ui.pieces.notice_bar import NoticePlace
from ui.pieces.pdf_pane import PdfPane

_SEE = Label("选中一份函件，这里显示它的实际页面。", "Select a letter to see its real page here.")


class LettersPage(ListPage):
    KEY = "letters"
    TITLE = loading.TITLE
    ICON = "mail"
    GUIDE = "letters"
    COUNTED = Label("{} 份函件", "{} letters")
    EMPTY = Label(
        "派遣函按接收单位和批次起草。先在“配对”中安排好基地，函件就会出现在这里。",
        "Letters are drafted by host and period. Give students a base under Pairing first; their letters appear here.",
    )
    EMPTY_ACTION = Label("去配对", "Go to Pairing")
    CHIPS: ClassVar[Sequence[Chip]] = (*loading.CHIPS, ALL)

    def __init__(self, desk: Desk) -> None:
        self.shown = Shown()
        self._wanted: tuple[str, ...] = ()
        self.preview = PdfPane(desk.work, _SEE)
        super().__init__(desk)
        self.cohort = CohortBox("page/letters")
        self.acting, self.outgoing, self.scanning = Acting(desk, self), Outgoing(desk, self), Scanning(desk, self)
        self.batch = Batch(desk, self)
        self.looking = Looking(self, self.table, self.preview, self.inspector)
        self.looking.seen_changed.connect(self.acts.renew)
        self.notice = NoticePlace()
        self.frame.insertWidget(self.frame.count() - 1, self.notice)
        cohort_box.beside_title(self.head, self.cohort)
        beside.put(self.splitter, self.preview, self.inspector, self.KEY)
        self.cohort.chosen.connect(self.refresh)
        self.empty.pressed.connect(lambda: self.page_asked.emit("pairing", ""))
        for worker in (self.acting, self.batch, self.outgoing, self.scanning):
            worker.told.connect(self.told)
            worker.failed.connect(self._on_failed)
        for maker in (self.acting, self.batch):
            maker.issued.connect(self._on_issued)
            maker.laid_aside.connect(self._on_laid_aside)
        unprinted.tell(self, self.notice)
        self.acts.renew()

    @property
    def seen(self) -> Seen | None:
        """The issued letter that is looked at."""
        return self.looking.seen

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return offered.rows(self)

    @override
    def blank(self) -> Listing:
        return loading.BLANK

    @override
    def load(self) -> Callable[[], Listing]:
        raise NotImplementedError("letters are asked for with their drafts")

    @override
    def refresh(self) -> None:
        self.ask(partial(loading.load, self.desk, self.cohort.wanted(), day.today()), self._on_shown)

    @override
    def go(self, place: str) -> None:
        """A chip, perhaps of a cohort: `stale:2026`."""
        chip, _, cohort = place.partition(":")
        if cohort:
            self.cohort.want(int(cohort))
        super().go(chip)

    @override
    def tone_of(self, row: Row, key: str) -> Tone:
        return loading.tone(row, key)

    @override
    def open_record(self, row_id: str) -> None:
        """An issued letter in full; a letter that waits has its page to be read; what was laid aside goes on."""
        if row_id.startswith(loading.KEPT):
            self.resume()
        elif row_id.startswith(loading.DRAFT):
            self.preview.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.record_asked.emit("issued_document", row_id)

    @override
    def inspect(self, rows: tuple[Row, ...]) -> None:
        self.looking.show(rows[0].id, self.shown)

    def selected_with(self, tag: str, order: loading.Order = loading.in_order) -> list[str]:
        """The ids of the selected rows of one sort, in the order of their numbers or another."""
        wanted = (row for row in self.selected_rows() if tag in row.tags)
        return [row.id for row in sorted(wanted, key=order)]

    def letters_issuable(self) -> list[Letter]:
        return [letter for letter in (self.shown.plan.letters if self.shown.plan else ()) if not letter.refused]

    def issue(self, keys: Sequence[str]) -> None:
        """Issue letters that wait, by their keys, once their numbers are agreed to."""
        if self.shown.plan is not None:
            self.batch.issue(self.shown.plan, keys)

    def issue_all(self) -> None:
        """The same with all that can be issued, ticked as they were laid aside."""
        if self.shown.plan is not None:
            keys = [letter.key for letter in self.letters_issuable()]
            self.batch.issue(self.shown.plan, keys, self.shown.selection)

    def in_hand(self) -> InHand | None:
        """The selected row's document or ticks that were laid aside."""
        chosen = self.table.selected()
        return self.shown.in_hand(chosen[0]) if len(chosen) == 1 else None

    def resume(self) -> None:
        """Go on with what was laid aside."""
        kept = self.in_hand()
        if kept is not None and kept.cohort is not None:
            self.issue_all()
        elif kept is not None:
            self.acting.resume(kept)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page beside the list is what one came for: it stays in a narrow window."""
        super().resizeEvent(event)
        self.inspector.setVisible(True)

    def _on_shown(self, shown: Shown) -> None:
        self.shown = shown
        self.cohort.show_cohorts(shown.cohorts, shown.cohort)
        self._on_loaded(shown.listing)
        if shown.why is not None:
            self.notice.say(shown.why)
        if not self._wanted and not self.table.selected():
            self._wanted = tuple(row.id for row in self.table.shown_rows[:1])
        if self._wanted:
            self.table.select(self._wanted)
            self._wanted = ()

    @override
    def _on_selection_changed(self) -> None:
        if not self.table.selected():
            self.looking.leave()
        super()._on_selection_changed()

    def _on_issued(self, ids: tuple[str, ...]) -> None:
        self._wanted = ids
        self.notice.clear()
        self.go("issued")

    def _on_laid_aside(self, key: str) -> None:
        self._wanted = (loading.KEPT + key,)
        self.notice.clear()
        self.go("kept")

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PtmanError):
            raise error
        self.notice.say(error.sentence)
