"""The rows of a column as Qt wants them: known by their ids, and carried by these when they are dragged."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ptman.labels import Label
from ui import words
from ui.pairing.line_delegate import LINE
from ui.pieces import text

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CARRIED = "application/x-ptman-"


class Line(Protocol):
    """One row: its id, what a screen reader says of it, what its tool tip says."""

    @property
    def id(self) -> str: ...

    def spoken(self) -> Label: ...

    def tip(self) -> Label: ...


Item = TypeVar("Item", bound=Line)


class LineModel(QAbstractListModel, Generic[Item]):
    """The rows as Qt wants them; `kind` is what a row is when it is dragged."""

    def __init__(self, kind: str, parent: QObject) -> None:
        super().__init__(parent)
        self.items: tuple[Item, ...] = ()
        self._kind = CARRIED + kind
        words.on_change(self, self._on_language_changed)

    def show(self, items: Sequence[Item]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return words.say(item.spoken())
            case Qt.ItemDataRole.ToolTipRole:
                return text.plain_tip(words.say(item.tip()))
            case _:
                return item if role == LINE else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled if index.isValid() else usual

    @override
    def mimeTypes(self) -> list[str]:
        return [self._kind]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        carried.setData(self._kind, QByteArray(self.items[indexes[0].row()].id.encode()))
        return carried

    def _on_language_changed(self) -> None:
        if self.items:
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))
