"""Shows the draft of a workbook under its source; another source makes another draft."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.dialogs.draft import DraftDialog
from ui.imports.files import Outgoing
from ui.imports.flow import ImportFlow
from ui.imports.items import Drawn
from ui.imports.source import SourceLine


def at(drawn: Drawn, window: QWidget, flow: ImportFlow, outgoing: Outgoing) -> None:
    """The draft is kept, left, or drawn anew."""
    source = SourceLine(drawn.intake.sender, drawn.senders)
    dialog = DraftDialog(drawn.draft(), window, lambda: outgoing.copy(dialog, drawn), source)
    dialog.kept.connect(partial(flow.keep, drawn))
    dialog.rejected.connect(flow.leave)
    source.renamed.connect(lambda sender: _anew(dialog, flow, sender))
    dialog.open()


def _anew(dialog: DraftDialog, flow: ImportFlow, sender: str) -> None:
    """The Return that ends the name also presses the dialog's button, and means nothing by it any more."""
    dialog.kept.disconnect()
    dialog.rejected.disconnect()
    dialog.reject()
    flow.compare_again(sender)
