"""Opens the dialog of columns: for a draft, for a workbook that was not understood, for all sources."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from ptman.intake import columns, store
from ptman.intake.columns import Source
from ptman.intake.layouts import Layout
from ptman.labels import Label
from ui.imports.columns import ColumnsDialog, Said, Sheet
from ui.imports.flow import ImportFlow
from ui.imports.items import Drawn, Refusal
from ui.page import Page

AGAIN = Label("记住并重新读取", "Remember and read again")
REMEMBER = Label("记住", "Remember")
NONE_YET = Label(
    "还没有手工指明过任何列。导入时遇到不认识的表头，可在草稿里点“列的对应…”。",
    "No column has been matched by hand yet. Where an import meets an unknown header, press “Columns…” in its draft.",
)

Then = Callable[[list[Said]], object]


def of_draft(drawn: Drawn, parent: QWidget, then: Then) -> ColumnsDialog:
    """The sheets of a draft."""
    sheets = [_sheet(drawn.intake.sender, layout) for layout in drawn.layouts]
    return _open(ColumnsDialog(sheets, AGAIN, parent), then)


def of_refusal(page: Page, flow: ImportFlow, refusal: Refusal) -> None:
    """The sheets of a workbook that was not understood, as each kind it may be, likeliest first; then read again."""
    workbook = refusal.workbook
    if workbook is None:
        return
    sender = store.source_of(workbook)

    def said(words: list[Said]) -> None:
        book = words[0].book if len(words) == 1 else refusal.book
        flow.remember(words, partial(flow.take, [refusal.path], book))

    def show(layouts: tuple[Layout, ...]) -> None:
        _open(ColumnsDialog([_sheet(sender, one) for one in layouts], AGAIN, page.window()), said)

    page.ask(partial(page.desk.read, store.candidates, workbook, refusal.book), show)


def of_sources(page: Page, flow: ImportFlow) -> None:
    """Everything that is remembered, source by source."""

    def show(found: tuple[Source, ...]) -> None:
        if not found:
            page.told.emit(NONE_YET)
            return
        sheets = [Sheet(_named(one.sender, one.layout.label), one.sender, one.layout) for one in found]
        dialog = ColumnsDialog(sheets, REMEMBER, page.window())
        _open(dialog, lambda words: flow.remember(words, flow.rest))

    page.ask(partial(page.desk.read, columns.sources), show)


def _sheet(sender: str, layout: Layout) -> Sheet:
    return Sheet(_named(layout.sheet, layout.label), sender, layout)


def _named(name: str, kind: Label) -> Label:
    return Label(f"{name} · {kind.zh}", f"{name} · {kind.en}")


def _open(dialog: ColumnsDialog, then: Then) -> ColumnsDialog:
    dialog.said.connect(then)
    dialog.open()
    return dialog
