"""The second step of sending a workbook: which columns are shown, and which may be filled in."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ptman.export.giving import wish
from ptman.export.layouts.layout import Layout
from ptman.labels import Label
from ptman.listing import Listing
from ptman.roundtrip.rights import Right
from ui import style
from ui.giving.ticks import Tick, Ticks
from ui.palette import Tone
from ui.pieces import text

_SHOWN = Label("供对方核对的列", "Columns to be shown")
_FILL = Label("请对方填写", "To be filled in")
_HOW = Label(
    "左边的列锁定，只供核对；标“敏感”的要逐项勾选，手机号等仍隐去中间部分。右边勾选的列可以填写。"
    "对方填好发回后，照常导入，不论文件名叫什么都认得。",
    "On the left what is locked, for checking; what is sensitive goes only if ticked, and phone numbers stay masked. "
    "On the right what may be filled in. When it is back, import it as usual; it is recognised under any name.",
)
NO_FILL = Label("至少勾选一列请对方填写。", "Tick at least one column to be filled in.")


class SendWhat(QWidget):
    """Two lists beside each other.

    Signals:
        changed: another column was ticked.
    """

    changed = Signal()

    def __init__(self, listing: Listing, rights: Sequence[Right]) -> None:
        super().__init__()
        sensitive = {column.key for column in wish.sensitive(listing.columns)}
        self.columns = Ticks(_SHOWN, [_shown(one.key, one.label, sensitive) for one in listing.columns])
        self._rights = rights
        self.fill = Ticks(_FILL)
        self.close_off({})
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.NORMAL)
        grid.setVerticalSpacing(style.SMALL)
        grid.addWidget(text.paragraph(_HOW, Tone.QUIET), 0, 0, 1, 2)
        for at, (label, ticks) in enumerate(((_SHOWN, self.columns), (_FILL, self.fill))):
            grid.addWidget(text.line(label, tone=Tone.QUIET), 1, at)
            grid.addWidget(ticks, 2, at)
            ticks.itemChanged.connect(self.changed)
        grid.setRowStretch(2, 1)

    def wear(self, layout: Layout) -> None:
        """The columns of a layout first and ticked, sensitive ones only by hand."""
        self.columns.arrange(layout.keys)
        self.changed.emit()

    def close_off(self, closed: Mapping[str, Label]) -> None:
        """Leave out what this recipient has nothing to choose for, saying why; what is ticked otherwise stays so."""
        ticked = set(self.fill.ticked()) - closed.keys()
        self.fill.show_ticks(
            [Tick(one.key, one.field.label, one.key in ticked, closed=closed.get(one.key)) for one in self._rights]
        )
        self.changed.emit()

    def wanting(self) -> Label | None:
        """What is still to be said."""
        return None if self.fill.ticked() else NO_FILL


def _shown(key: str, label: Label, sensitive: set[str]) -> Tick:
    if key not in sensitive:
        return Tick(key, label, ticked=key != "remark")  # what the office notes to itself is not for others
    return Tick(key, label.plus(Label("（敏感）", " (sensitive)")), sensitive=True)
