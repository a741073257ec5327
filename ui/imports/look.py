"""Shows the draft of a workbook under its source; another source, or other columns, make another draft."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import style
from ui.dialogs.draft import DraftDialog
from ui.imports import matching
from ui.imports.columns import Said
from ui.imports.files import Outgoing
from ui.imports.flow import ImportFlow
from ui.imports.items import Again, Drawn
from ui.imports.source import SourceLine
from ui.imports.twin_line import TwinLine


def at(drawn: Drawn, window: QWidget, flow: ImportFlow, outgoing: Outgoing) -> None:
    """The draft is kept, left, or drawn anew: another sender, other columns, a row that means somebody on file."""
    source = SourceLine(drawn.intake.sender, drawn.senders, drawn.layouts)
    source.setVisible(bool(drawn.layouts))  # what was sent out says itself whose it is
    items, alike = drawn.ready().items, drawn.intake.twins
    twins = TwinLine(alike, {key: f"{items[key].title} {items[key].where}" for key in alike if key in items})
    dialog = DraftDialog(drawn.ready(), window, lambda: outgoing.copy(dialog, drawn), _head(source, twins))
    decided = dict(drawn.decided)
    dialog.kept.connect(partial(flow.keep, drawn))
    dialog.rejected.connect(flow.leave)

    if drawn.ticked is not None:
        dialog.table.tick(drawn.ticked)

    def anew(sender: str) -> Callable[[], None]:
        return partial(flow.compare_again, Again(sender, decided, drawn.intake, frozenset(dialog.table.taken)))

    def again(sender: str) -> None:
        _anew(dialog, anew(sender))

    def said(meanings: list[Said]) -> None:
        _anew(dialog, partial(flow.remember, meanings, anew(drawn.intake.sender)))

    def same(key: str, record: str) -> None:
        decided[key] = record
        again(drawn.intake.sender)

    def other(key: str) -> None:
        decided[key] = ""
        dialog.table.take([key], on=True)

    source.renamed.connect(again)
    source.columns.clicked.connect(lambda: matching.of_draft(drawn, dialog, said))
    twins.same.connect(same)
    twins.other.connect(other)
    dialog.table.selection_changed.connect(twins.choose)
    dialog.open()


def _head(source: SourceLine, twins: TwinLine) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(style.SMALL)
    layout.addWidget(source)
    layout.addWidget(twins)
    return made


def _anew(dialog: DraftDialog, then: Callable[[], object]) -> None:
    """The Return that ends the name also presses the dialog's button, and means nothing by it any more."""
    dialog.kept.disconnect()
    dialog.rejected.disconnect()
    dialog.reject()
    then()
