"""The matrix on screen: a coloured cell for each milestone, chosen by mouse or keys, several at once."""

from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from ptman.aspects.talents.reading import Matrix
from ptman.aspects.talents.rows import MilestoneRow, Shade, WayRow
from ptman.labels import Label, Lang
from ui import style, words
from ui.aspects.talents.matrix_model import CELL, MatrixModel, Place
from ui.way import ink

WIDTHS = {Lang.ZH: 62, Lang.EN: 88}
_HEAD, _NAMES, _ROW = 80, 150, 28


class MatrixView(QTableView):
    """Cells are selected, not rows; Enter opens the milestone.

    Signals:
        chosen: other milestones, or another student, are in front.
        opened(str): open the milestone of that id.
    """

    chosen = Signal()
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.grid = MatrixModel(self)
        self._settling = False
        self.setModel(self.grid)
        self.setItemDelegate(_Cells(self))
        self._set_up()
        words.name(self, Label("培养环节矩阵", "Milestones by student"))
        words.on_change(self, self._widen)
        self.selectionModel().selectionChanged.connect(self._on_chosen)
        self.selectionModel().currentChanged.connect(self._on_chosen)
        self.doubleClicked.connect(self._open)

    def show_matrix(self, matrix: Matrix, fits: Callable[[WayRow], bool]) -> None:
        """Another moment or question; what is selected stays, as far as it is shown."""
        keep, at = self.places(), self._here()
        self._settling = True
        self.grid.show(matrix, fits)
        self._widen()
        chosen = QItemSelection()
        for index in self.grid.indexes(keep):
            chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        here = self.grid.indexes([at]) if at else []
        if here:
            self.selectionModel().setCurrentIndex(here[0], QItemSelectionModel.SelectionFlag.NoUpdate)
        self._settling = False
        self.chosen.emit()

    def selected(self) -> tuple[MilestoneRow, ...]:
        """The milestones selected, row by row."""
        found = sorted(self.selectionModel().selectedIndexes(), key=lambda one: (one.row(), one.column()))
        return tuple(cell for index in found if (cell := self.grid.cell(index)) is not None)

    def places(self) -> list[Place]:
        return [self.grid.place(index) for index in self.selectionModel().selectedIndexes()]

    def student(self) -> str:
        """Whose row is in front; the first one where none is."""
        at = self._here()
        if at is not None:
            return at[0]
        return self.grid.shown[0].pupil.id if self.grid.shown else ""

    def select(self, places: list[Place]) -> None:
        """Select these cells and bring the first into sight."""
        found = self.grid.indexes(places)
        chosen = QItemSelection()
        for index in found:
            chosen.select(index, index)
        if found:
            self.setCurrentIndex(found[0])
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFont(style.font(style.SECONDARY))
        head, names = self.horizontalHeader(), self.verticalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        head.setFixedHeight(_HEAD)
        head.setFont(style.font(style.SECONDARY))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setFixedWidth(_NAMES)
        names.setDefaultSectionSize(_ROW)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._widen()

    def _widen(self) -> None:
        self.horizontalHeader().setDefaultSectionSize(WIDTHS[words.lang()])
        self.viewport().update()

    def _here(self) -> Place | None:
        index = self.currentIndex()
        return self.grid.place(index) if index.isValid() else None

    def _open(self, index: QModelIndex) -> None:
        cell = self.grid.cell(index)
        if cell is not None:
            self.opened.emit(cell.ref.id)

    def _on_chosen(self, *_: object) -> None:
        if not self._settling:
            self.chosen.emit()


class _Cells(QStyledItemDelegate):
    """A soft ground in the tone of the state with its word; the selected ones have an edge."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tones = style.tones()
        cell = index.data(CELL)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        area = QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = ink.TONES[cell.shade if cell is not None else Shade.ABSENT]
        painter.setPen(Qt.PenStyle.NoPen)
        if cell is not None and cell.shade is not Shade.NOT_DUE:
            painter.setBrush(QColor(tones.soft_of(tone)))
            painter.drawRoundedRect(area, 4, 4)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tones.accent), 2))
            painter.drawRoundedRect(area, 4, 4)
        painter.setPen(QColor(tones.ink_of(tone)))
        painter.setFont(style.font(style.SECONDARY))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()
