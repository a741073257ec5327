"""What an agreed change of a placement brings, thing by thing, before it is carried out as one step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.aspects.bases.rehearsing import Effect, Rehearsal
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Row
from ptman.rules import findings
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, foot_row, text
from ui.pieces.empty_state import EmptyState
from ui.table import TableView

TITLE = Label("执行变更", "Carry out the change")
BAD = "bad"
BLANK = Listing(
    "rehearsal",
    "",
    Label("执行后的变化", "What it changes"),
    (
        Column("side", Label("方面", "About"), Kind.TEXT, 10),
        Column("what", Label("事项", "What"), Kind.TEXT, 26),
        Column("before", Label("现在", "Now"), Kind.TEXT, 26),
        Column("after", Label("执行后", "Afterwards"), Kind.TEXT, 44),
    ),
    (),
)
_NOTHING = Label("除变更记录外没有别的变化。", "Nothing but the record of the change changes.")


class RehearsalDialog(QDialog):
    """Nothing has been changed when it opens; Cancel leaves it so.

    Signals:
        agreed: carry it out; the dialog is closed by then.
    """

    agreed = Signal()

    def __init__(self, found: Rehearsal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = TableView(BLANK, EmptyState("check", _NOTHING))
        self.go_on = button.primary(TITLE, "check")
        self.cancel = button.plain(Label("取消", "Cancel"))
        words.bind(self, self.setWindowTitle, TITLE)
        words.name(self.table, BLANK.title)
        self.resize(960, 480)
        self.table.colour_by(lambda row, _key: Tone.SOON if BAD in row.tags else Tone.PLAIN)
        self.table.show_listing(_listed(found.effects))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(found.title))
        layout.addWidget(text.paragraph(_said(found)))
        layout.addWidget(self.table, 1)
        layout.addLayout(foot_row.of(self.cancel, self.go_on))
        self.go_on.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)

    @override
    def accept(self) -> None:
        super().accept()
        self.agreed.emit()


def _listed(effects: tuple[Effect, ...]) -> Listing:
    rows = tuple(
        Row(
            str(at),
            (one.side.label, one.what, one.before, one.after),
            tags=frozenset({BAD}) if one.bad else frozenset(),
        )
        for at, one in enumerate(effects)
    )
    return Listing(BLANK.key, BLANK.noun, BLANK.title, BLANK.columns, rows)


def _said(found: Rehearsal) -> Label:
    if not found.letters:
        return Label(
            "执行后是一步，可以撤销。没有因此过时的函件。", "One step that can be undone. No letter goes out of date."
        )
    return Label(
        f"执行后是一步，可以撤销。{found.letters} 份函件将过时，随后到文书页起草变更函。",
        f"One step that can be undone. Out of date by it: {findings.count(found.letters, 'letter')}; "
        "the letters page comes next, for the change letters.",
    )
