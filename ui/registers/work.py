"""What a register does to records that are chosen in its list: retire, bring back, delete, merge; each is one step."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ptman.labels import Label
from ptman.listing import Listing, Row
from ptman.register import cards, edit, lists, merge
from ptman.register.faults import Stale
from ptman.register.merge import Comparison, Side
from ui import day, errors
from ui.desk import Desk
from ui.dialogs.merge import MergeDialog
from ui.page import Page
from ui.registers.actions import NOT_TWO

Chosen = tuple[str, str]
"""The noun and the id of a record."""

MERGING = Label("合并", "Merging")


def retire_or_bring_back(page: Page, chosen: Chosen) -> None:
    """Take a record out of the lists, or put a retired one back."""

    def job(_step: object) -> Label:
        card = page.desk.read(cards.card, *chosen)
        if card.retired:
            page.desk.write(edit.bring_back, card.ref)
            return Label(f"已恢复 {card.title}", f"Brought back {card.title}")
        page.desk.write(edit.retire, card.ref, day.today())
        return Label(f"已停用 {card.title}", f"Retired {card.title}")

    page.desk.work.act(Label("停用或恢复", "Retiring or bringing back"), job, page.told.emit)


def delete(page: Page, chosen: Chosen) -> None:
    """Delete a record that nothing refers to; where something does, the office is told to retire it instead."""

    def job(_step: object) -> Label:
        card = page.desk.read(cards.card, *chosen)
        page.desk.write(edit.delete, card.ref)
        return Label(f"已删除 {card.title}", f"Deleted {card.title}")

    page.desk.work.act(Label("删除", "Deleting"), job, page.told.emit)


def begin_merge(page: Page, chosen: Sequence[Chosen]) -> None:
    """Show two records side by side: the two chosen, or the one chosen and its likely duplicate."""
    noun = chosen[0][0]
    ids = [key for _, key in chosen]

    def job() -> tuple[str, str]:
        if len(ids) > 1:
            keep, drop = sorted(ids)  # the older one stays, as its id was made first
            return keep, drop
        pairs = page.desk.read(merge.likely_duplicates, noun)
        return next((one.keep_id, one.drop_id) for one in pairs if ids[0] in {one.keep_id, one.drop_id})

    page.desk.work.ask(job, lambda pair: Merging(page, noun, pair).compare())


class Merging(QObject):
    """Lives with its page's window until the merge is kept or left."""

    def __init__(self, page: Page, noun: str, pair: tuple[str, str]) -> None:
        super().__init__(page)
        self._page = page
        self._noun = noun
        self._pair = pair
        self._seen: Comparison | None = None
        self._dialog: MergeDialog | None = None

    @property
    def _desk(self) -> Desk:
        return self._page.desk

    def compare(self) -> None:
        """Show both sides once the worker has read them."""
        self._desk.work.ask(partial(self._desk.read, merge.compare, self._noun, *self._pair), self._on_compared)

    def _on_compared(self, seen: Comparison) -> None:
        window: QWidget = self._page.window()
        self._seen = seen
        self._dialog = MergeDialog(seen.contrasts, window)
        self._dialog.merge_asked.connect(self._on_merge_asked)
        self._dialog.swap_asked.connect(self._on_swap_asked)
        self._dialog.open()

    def _on_swap_asked(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        keep, drop = self._pair
        self._pair = (drop, keep)
        self.compare()

    def _on_merge_asked(self, take: dict[str, Side]) -> None:
        seen = self._seen
        if seen is None:
            return

        def job(_step: object) -> None:
            self._desk.write(merge.merge, seen.keep, seen.drop, take)

        self._desk.work.act(MERGING, job, self._on_merged, self._on_failed)

    def _on_merged(self, _nothing: object) -> None:
        if self._dialog is not None:
            self._dialog.merged()
        self._page.told.emit(Label("已合并两条记录", "Merged the two records"))

    def _on_failed(self, error: Exception) -> None:
        if self._dialog is None:
            errors.show(error, self._page.window())
        elif isinstance(error, Stale):
            self._dialog.reject()  # what it shows is no longer so
            self._page.told.emit(error.sentence)
            self.compare()
        else:
            self._dialog.give_back()
            errors.show(error, self._dialog)


def not_merge(listing: Listing, rows: Sequence[Row]) -> Label | None:
    """Why the selected rows cannot be merged: not two of one noun, nor one that may be there twice."""
    one_noun = len({lists.record(listing, row)[0] for row in rows}) == 1
    doubtful = len(rows) == 1 and "doubtful" in rows[0].tags
    return None if doubtful or (len(rows) == 2 and one_noun) else NOT_TWO  # noqa: PLR2004 - a pair
