"""The rows of a draft: a tick, where it came from, what would change, and why not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ptman.drafts import Difference, Draft, Fate, Item
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Row
from ui import icons, style
from ui.palette import Tone
from ui.table import TableView
from ui.table_model import Asked

TONES = {
    Fate.NEW: Tone.DONE,
    Fate.CHANGED: Tone.ACCENT,
    Fate.UNCHANGED: Tone.QUIET,
    Fate.REFUSED: Tone.OVERDUE,
    Fate.DOUBTFUL: Tone.SOON,
    Fate.VACANT: Tone.SOON,
    Fate.CONFLICT: Tone.OVERDUE,
    Fate.KEPT_BY_HAND: Tone.ACCENT,
    Fate.MISSING: Tone.SOON,
}

_COLUMNS = (
    Column("take", Label("采纳", "Take"), width=3),
    Column("fate", Label("结果", "Result"), width=11),
    Column("where", Label("来源", "From"), width=11),
    Column("title", Label("项目", "Row"), width=16),
    Column("differences", Label("变化", "Changes"), width=28),
    Column("notes", Label("说明", "Notes"), width=30),
)
_SCORE = Column("score", Label("分数", "Score"), Kind.NUMBER, width=6)


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft with all that its dialog shows; of a large one it is made on the worker, for the window must not wait."""

    draft: Draft
    listing: Listing
    items: Mapping[str, Item]
    keepable: frozenset[str]
    preset: frozenset[str]
    counts: Mapping[Fate, int]


def ready(draft: Draft) -> Ready:
    items = {item.key: item for item in draft.items}
    return Ready(draft, listing(draft), items, draft.keepable(), draft.preset(), draft.counts())


def listing(draft: Draft) -> Listing:
    """The draft as a list; the score stands only where the draft has scores."""
    scored = any(item.score is not None for item in draft.items)
    columns = (*_COLUMNS[:4], _SCORE, *_COLUMNS[4:]) if scored else _COLUMNS
    return Listing("draft", "item", draft.title, columns, tuple(_row(item, scored=scored) for item in draft.items))


def _row(item: Item, *, scored: bool) -> Row:
    differences = _joined(_change(one) for one in item.differences)
    notes = _joined(item.notes)
    score = (item.score,) if scored else ()
    cells = (None, item.fate.label, item.where, item.title, *score, differences, notes)
    find = f"{item.title} {item.where} {differences.both()} {notes.both()}".casefold()
    return Row(item.key, cells, find, frozenset({item.fate.value}))


def _joined(labels: Iterable[Label]) -> Label:
    every = tuple(labels)
    return Label("；".join(label.zh for label in every), "; ".join(label.en for label in every))


def _change(one: Difference) -> Label:
    arrow = f"{one.old or '—'} → {one.new or '—'}"
    return Label(f"{one.field.zh}：{arrow}", f"{one.field.en}: {arrow}")


class DraftTable(TableView):
    """Ticks are taken by a click on them, or by Space for all selected rows.

    Signals:
        taken_changed: other rows are ticked.
    """

    taken_changed = Signal()

    def __init__(self, shown: Ready) -> None:
        self.keepable = shown.keepable
        self.taken = set(shown.preset)
        self._items = shown.items
        super().__init__(shown.listing)
        self._ticks = _Tick(self)
        self.setItemDelegateForColumn(0, self._ticks)
        self.colour_by(self._tone)

    def item(self, key: str) -> Item:
        return self._items[key]

    def renew(self, draft: Draft) -> None:
        """Show the same rows with other values, which ticks may bring about; the ticks stay."""
        self._items = {item.key: item for item in draft.items}
        self.show_listing(listing(draft))

    def tick(self, keys: Iterable[str]) -> None:
        """Tick these and no others."""
        self.taken = set(self.keepable & frozenset(keys))
        self.viewport().update()
        self.taken_changed.emit()

    def take(self, keys: Iterable[str], *, on: bool) -> None:
        """Tick or untick what can be kept at all."""
        able = self.keepable & frozenset(keys)
        self.taken = self.taken | able if on else self.taken - able
        self.viewport().update()
        self.taken_changed.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0 and event.button() is Qt.MouseButton.LeftButton:
            self._turn([index.data(Asked.ID)])
        else:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._turn(self.selected())
        else:
            super().keyPressEvent(event)

    def _turn(self, keys: Iterable[str]) -> None:
        every = [key for key in keys if key in self.keepable]
        self.take(every, on=not all(key in self.taken for key in every))

    def _tone(self, row: Row, key: str) -> Tone:
        if key == "fate":
            return TONES[self._items[row.id].fate]
        return Tone.QUIET if key == "where" else Tone.PLAIN


class _Tick(QStyledItemDelegate):
    """A box where there is something to take."""

    def __init__(self, table: DraftTable) -> None:
        super().__init__(table)
        self._table = table

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, style.row_height())

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tones = style.tones()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QColor(tones.accent_soft if selected else tones.paper))
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), QColor(tones.line))
        key = index.data(Asked.ID)
        if key in self._table.keepable:
            box = QRectF(0.5, 0.5, 15, 15).translated(option.rect.left() + 10, option.rect.center().y() - 8)
            _draw_box(painter, box, ticked=key in self._table.taken)


def _draw_box(painter: QPainter, box: QRectF, *, ticked: bool) -> None:
    """As the style sheet draws a check box."""
    tones = style.tones()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(tones.accent_fill if ticked else tones.quiet))
    painter.setBrush(QColor(tones.accent_fill if ticked else tones.paper))
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        icons.paint(painter, "tick", box.adjusted(1, 1, -1, -1), tones.on_fill)
    painter.restore()
