"""The list of shortcuts, drawn from the table of actions."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.listing import Column, Listing, Row
from ui import style, words
from ui.actions import Actions, bare, shown_keys
from ui.pieces.search_box import SearchBox
from ui.table import TableView

_TITLE = Label("快捷键", "Keyboard shortcuts")


class Keys(QDialog):
    """A list to look in; Escape closes it."""

    def __init__(self, tables: Iterable[Actions], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 520)
        words.bind(self, self.setWindowTitle, _TITLE)
        self.search = SearchBox()
        self.table = TableView(_listing(tables))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(self.search)
        layout.addWidget(self.table)
        self.search.searched.connect(self.table.search)
        self.table.shown_changed.connect(self.search.show_left)


def _listing(tables: Iterable[Actions]) -> Listing:
    columns = (
        Column("what", Label("操作", "Action"), width=36),
        Column("keys", Label("按键", "Keys"), width=18),
    )
    rows = tuple(
        Row(row.key, (bare(row.text), shown_keys(row)), f"{bare(row.text).both()} {shown_keys(row)}".casefold())
        for table in tables
        for row in table.rows
        if row.shortcut
    )
    return Listing("keys", "action", _TITLE, columns, rows)
