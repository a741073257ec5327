"""The second step of giving data away: which fields; sensitive ones stay at home unless each is chosen."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ptman.export.giving import wish
from ptman.export.layouts.layout import Layout, Pick
from ptman.fields import Sensitivity
from ptman.labels import Label, same
from ptman.listing import Listing
from ui import style, words
from ui.giving.ticks import Tick, Ticks
from ui.palette import Tone
from ui.pieces import text

_HOW = Label(
    "只勾对方用得到的。标“敏感”的要逐项勾选才会提供。",
    "Only what they need. What is marked sensitive goes only if checked.",
)
_SENSITIVE = Label("（敏感）", "(sensitive)")
_WHOLE = Label("证件号提供完整号码（只有在这里可以）", "Identity numbers whole (only here is that possible)")
_WHY = Label("理由，例如：投保必须核对身份证号", "Why, such as: the insurer checks identity numbers")


class Fields(QWidget):
    """A list to be checked, and the whole identity number with its reason.

    Signals:
        changed: another field was checked, or the reason was written.
    """

    changed = Signal()

    def __init__(self, listing: Listing) -> None:
        super().__init__()
        self._listing = listing
        self._layout = Layout(listing.key, ())
        self.list = Ticks(Label("提供的字段", "Fields to give"))
        self.whole = QCheckBox()
        self.reason = QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SMALL)
        column.addWidget(text.paragraph(_HOW, Tone.QUIET))
        column.addWidget(self.list, 1)
        column.addWidget(self.whole)
        column.addWidget(self.reason)
        words.bind(self.whole, self.whole.setText, _WHOLE)
        words.name(self.reason, Label("提供完整证件号的理由", "Why whole identity numbers"))
        words.bind(self.reason, self.reason.setPlaceholderText, _WHY)
        self.list.itemChanged.connect(self._on_changed)
        self.whole.toggled.connect(self._on_changed)
        self.reason.textChanged.connect(self.changed)
        words.on_change(self, lambda: self.show_layout(self._layout))

    def show_layout(self, layout: Layout) -> None:
        """The layout's columns, those of personal data unchecked."""
        self._layout = layout
        first = set(wish.at_first(layout, self._listing).keys)
        self.list.show_ticks(
            [self._tick(pick, chosen=pick.key in first) for pick in layout.picks if self._listing.has(pick.key)]
        )
        self._on_changed()

    def laid_out(self) -> Layout:
        """The layout with the fields that are checked."""
        kept = self.list.ticked()
        return replace(
            self._layout, picks=tuple(one for one in self._layout.picks if one.key in kept), tag="", words=""
        )

    def guarded(self) -> bool:
        """Whether an identity number is among the fields."""
        chosen = self.laid_out().keys
        columns = (column for column in self._listing.columns if column.key in chosen)
        return any(column.sensitivity is Sensitivity.GUARDED for column in columns)

    def _tick(self, pick: Pick, *, chosen: bool) -> Tick:
        column = self._listing.columns[self._listing.index(pick.key)]
        sensitive = column.sensitivity is not Sensitivity.OPEN
        name = same(pick.header) if pick.header else column.label
        return Tick(pick.key, name.plus(_SENSITIVE) if sensitive else name, chosen, sensitive)

    def _on_changed(self) -> None:
        able = self.guarded()
        self.whole.setEnabled(able)
        if not able:
            self.whole.setChecked(False)
        self.reason.setEnabled(self.whole.isChecked())
        self.changed.emit()
