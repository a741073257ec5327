"""Students × milestones as a model: filtered by a question and by words, cells found again by student and milestone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ptman.aspects.talents.reading import Matrix
from ptman.aspects.talents.rows import MilestoneRow, WayRow
from ui import words
from ui.aspects.talents import cell_words

CELL = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
Place = tuple[str, str]
"""Student and code of the milestone."""


class MatrixModel(QAbstractTableModel):
    """The matrix of one cohort as far as it is asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix: Matrix | None = None
        self.shown: tuple[WayRow, ...] = ()

    def show(self, matrix: Matrix, fits: Callable[[WayRow], bool]) -> None:
        """Another moment, or another question."""
        self.beginResetModel()
        self.matrix = matrix
        self.shown = tuple(row for row in matrix.rows if fits(row))
        self.endResetModel()

    def cell(self, index: Index) -> MilestoneRow | None:
        return self.shown[index.row()].cells[index.column()]

    def place(self, index: Index) -> Place:
        steps = self.matrix.steps if self.matrix else ()
        return self.shown[index.row()].pupil.id, steps[index.column()].code

    def indexes(self, places: Sequence[Place]) -> list[QModelIndex]:
        """Where these stand now, as far as they are shown."""
        wanted = set(places)
        steps = self.matrix.steps if self.matrix else ()
        return [
            self.index(at, column)
            for at, row in enumerate(self.shown)
            for column, step in enumerate(steps)
            if (row.pupil.id, step.code) in wanted
        ]

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.shown)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.steps)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.matrix is None:
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return words.say(cell_words.short(cell))
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return words.say(cell_words.whole(self.shown[index.row()].pupil, self.matrix.steps[index.column()], cell))
        return cell if role == CELL else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.matrix is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            pupil = self.shown[section].pupil
            return f"{pupil.name}  {pupil.number}" if role == Qt.ItemDataRole.DisplayRole else None
        one = self.matrix.figures[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{words.say(one.step.label)}\n{words.say(cell_words.figures(one))}"
        return words.say(cell_words.counted(one)) if role == Qt.ItemDataRole.ToolTipRole else None
