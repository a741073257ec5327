"""Shows the draft of a workbook under its source; another source, or other columns, make another draft."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.dialogs.draft import DraftDialog
from ui.imports import matching
from ui.imports.columns import Said
from ui.imports.files import Outgoing
from ui.imports.flow import ImportFlow
from ui.imports.items import Drawn
from ui.imports.source import SourceLine


def at(drawn: Drawn, window: QWidget, flow: ImportFlow, outgoing: Outgoing) -> None:
    """The draft is kept, left, or drawn anew: another source sends it, or its columns mean something else."""
    source = SourceLine(drawn.intake.sender, drawn.senders, drawn.layouts)
    dialog = DraftDialog(drawn.draft(), window, lambda: outgoing.copy(dialog, drawn), source)
    dialog.kept.connect(partial(flow.keep, drawn))
    dialog.rejected.connect(flow.leave)
    source.renamed.connect(lambda sender: _anew(dialog, partial(flow.compare_again, sender)))
    again = partial(flow.compare_again, drawn.intake.sender)

    def said(words: list[Said]) -> None:
        _anew(dialog, partial(flow.remember, words, again))

    source.columns.clicked.connect(lambda: matching.of_draft(drawn, dialog, said))
    dialog.open()


def _anew(dialog: DraftDialog, then: Callable[[], object]) -> None:
    """The Return that ends the name also presses the dialog's button, and means nothing by it any more."""
    dialog.kept.disconnect()
    dialog.rejected.disconnect()
    dialog.reject()
    then()
