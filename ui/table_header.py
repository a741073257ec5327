"""The columns of a list: sorted by a click, wide, ordered and hidden as the user left them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView
from typing_extensions import override

from ptman.labels import Label
from ptman.listing import Column
from ui import arrangement, icons, memory, style, table_menu, words
from ui.arrangement import Arrangement, Grouping

_PER_CHARACTER = 8
_LEAST = 48


class ListingHeader(QHeaderView):
    """Remembers everything by the columns' keys, so that a new column disturbs nothing.

    Signals:
        sort_asked(str, bool): sort by the column of that key, descending if true.
    """

    sort_asked = Signal(str, bool)

    def __init__(self, key: str, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._memory = f"table/{key}"
        self._columns: tuple[Column, ...] = ()
        self._sort = ("", False)
        self._further: tuple[tuple[str, bool], ...] = ()
        self._grouping = Grouping()
        self._pause = QTimer(self, singleShot=True, interval=400)
        self._quiet = False
        # Widths that the user gave; the others follow what they hold, also in another language.
        self._given: dict[str, int] = {}
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumSectionSize(_LEAST)
        self.setStretchLastSection(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        words.name(self, Label("列标题", "Column headers"))
        self._connect()

    def _connect(self) -> None:
        self.sectionClicked.connect(self._on_section_clicked)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.sectionResized.connect(self._on_resized)
        words.on_change(self, self._fit)
        self.sectionMoved.connect(self._on_arranged)
        self._pause.timeout.connect(self.remember)

    @property
    def sort(self) -> tuple[str, bool]:
        """The key of the column sorted by, and whether descending."""
        return self._sort

    @property
    def further(self) -> tuple[tuple[str, bool], ...]:
        """What rows alike in the column sorted by are sorted by, each with whether descending."""
        return self._further

    @property
    def grouping(self) -> Grouping:
        """What the rows are grouped by and summed."""
        return self._grouping

    @property
    def given(self) -> dict[str, int]:
        """The widths that the user gave, in pixels by key."""
        return dict(self._given)

    def wear(self, worn: Arrangement) -> None:
        """Show the columns in this order, the others hidden, and sorted so; remembered like what is done by hand."""
        others = tuple(column.key for column in self._columns if column.key not in worn.order)
        arrangement.keep(self._memory, replace(worn, hidden=others, order=(*worn.order, *others)))
        columns, self._columns = self._columns, ()
        self._sort = ("", False)
        self.arrange(columns)
        self.sort_asked.emit(*self._sort)

    def arrange(self, columns: tuple[Column, ...]) -> None:
        """Lay the columns out as remembered; columns not seen before stand where the list has them."""
        if columns == self._columns:
            return
        self._columns = columns
        self._quiet = True
        kept = arrangement.recall(self._memory)
        self._given = dict(kept.widths)
        for section, column in enumerate(columns):
            self.setSectionHidden(section, column.key in kept.hidden)
        self._fit()
        self._quiet = True
        self._order(kept.order)
        if any(column.key == kept.sort[0] for column in columns):
            self._sort = kept.sort
        self._further, self._grouping = kept.further, kept.grouping
        self._quiet = False

    def visible(self) -> list[int]:
        """The columns that are shown, as sections of the model in the order on screen."""
        sections = (self.logicalIndex(at) for at in range(self.count()))
        return [at for at in sections if not self.isSectionHidden(at)]

    def remember(self) -> None:
        """Keep widths, order, visibility and sort."""
        self._pause.stop()
        keys = [column.key for column in self._columns]
        visual = [keys[self.logicalIndex(at)] for at in range(self.count())] if keys else []
        widths = {key: width for key, width in self._given.items() if key in keys}
        hidden = tuple(key for at, key in enumerate(keys) if self.isSectionHidden(at))
        arrangement.keep(
            self._memory, Arrangement(widths, hidden, tuple(visual), self._sort, self._further, self._grouping)
        )

    def group_by(self, key: str) -> None:
        """Put the rows of one value in that column under a heading; an empty key puts them side by side again."""
        self._grouping = replace(self._grouping, key=key)
        self.remember()
        self.sort_asked.emit(*self._sort)

    def chooser(self, at: int = -1) -> QMenu:
        """The menu that groups by the column at `at`, and shows and hides columns."""
        column = self._columns[at] if 0 <= at < len(self._columns) else None
        runs = table_menu.Runs(self.group_by, self._on_column_toggled, self._on_reset)
        visible = sorted(self.visible())
        return table_menu.build(self, table_menu.Shown(self._columns, visible, column, self._grouping.key), runs)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), style.row_height())

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        key, descending = self._sort
        if key and logicalIndex < len(self._columns) and self._columns[logicalIndex].key == key:
            arrow = QRect(rect.right() - 14, rect.center().y() - 6, 12, 12)
            icons.paint(painter, "chevron-down" if descending else "chevron-up", QRectF(arrow), style.tones().accent)

    def _width(self, column: Column) -> int:
        """Pixels for a column declared in characters of Latin width; its header fits, and the arrow of a sort."""
        name = self.fontMetrics().horizontalAdvance(words.say(column.label)) + style.WIDE
        return max(_LEAST, column.width * _PER_CHARACTER + 2 * style.SMALL, name + 2 * style.SMALL)

    def _fit(self) -> None:
        """Every column as wide as the user made it, else as it needs."""
        self._quiet = True
        for section, column in enumerate(self._columns):
            self.resizeSection(section, self._given.get(column.key, self._width(column)))
        self._quiet = False

    def _order(self, keys: Sequence[str]) -> None:
        sections = {column.key: at for at, column in enumerate(self._columns)}
        for place, key in enumerate(key for key in keys if key in sections):
            self.moveSection(self.visualIndex(sections[key]), place)

    def _on_section_clicked(self, section: int) -> None:
        key = self._columns[section].key
        self._sort, self._further = (key, self._sort == (key, False)), ()
        self.viewport().update()
        self.remember()
        self.sort_asked.emit(*self._sort)

    def _on_column_toggled(self, section: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        self._quiet = True
        self.setSectionHidden(section, not on)
        self._fit()
        self.remember()

    def _on_reset(self) -> None:
        memory.keep(self._memory, None)
        columns, self._columns = self._columns, ()
        self._sort, self._further, self._grouping = ("", False), (), Grouping()
        self._order([column.key for column in columns])
        self.arrange(columns)
        self.sort_asked.emit("", False)

    def _on_menu_requested(self, at: QPoint) -> None:
        menu = self.chooser(self.logicalIndexAt(at))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(at))

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        # The last one is as wide as the window leaves it, which is no wish of the user's.
        if not self._quiet and new and self.visible()[-1:] != [section]:
            self._given[self._columns[section].key] = new
        self._on_arranged()

    def _on_arranged(self) -> None:
        if not self._quiet:
            self._pause.start()
