"""A student's way as a picture on a time axis: to be zoomed, walked with the keys, pointed at and opened."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from ptman.aspects.talents.way_parts import Way
from ptman.labels import Label
from ui import style, words
from ui.way import ink as inks
from ui.way import places, told
from ui.way.places import LaneBox, Placed, Scale

_NAME = Label("培养进程图", "The way as a picture")
_ZOOM, _MOST = 1.25, 6.0
_IN = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)


class WayChart(QWidget):
    """Lanes of bands and marks; the one under the keys or the mouse is edged and said.

    Signals:
        opened(str, str): open the record of that noun and id.
        reached(float): the one under the keys is at this x, so that it can be scrolled to.
    """

    opened = Signal(str, str)
    reached = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.way: Way | None = None
        self.zoom = 1.0
        self.at = -1
        self._room = 600
        self._boxes: tuple[LaneBox, ...] = ()
        self.setFont(style.font(style.SECONDARY))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        words.name(self, _NAME)
        words.on_change(self, self._lay_out)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Everything in the order of the keys: lane by lane, by day."""
        return tuple(one for box in self._boxes for one in box.placed)

    def show_way(self, way: Way | None) -> None:
        if way is None or self.way is None or way.pupil.id != self.way.pupil.id:
            self.at = -1
        self.way = way
        self._lay_out()

    def fit(self, room: int) -> None:
        """So many pixels are to be seen at once; more only when zoomed."""
        self._room = room
        self._lay_out()

    def zoom_by(self, factor: float) -> None:
        self.zoom = min(max(self.zoom * factor, 1.0), _MOST)
        self._lay_out()

    @override
    def sizeHint(self) -> QSize:
        bottom = max((box.top + box.height for box in self._boxes), default=80)
        return QSize(int(self._room * self.zoom), int(bottom) + style.SMALL)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.way is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = float(self.visibleRegion().boundingRect().left())
        ink = inks.Ink(painter, style.tones(), self._scale(), self.height(), left)
        inks.axis(ink, self.way.today)
        for box in self._boxes:
            inks.lane(ink, box)
        shown = self.placed
        if 0 <= self.at < len(shown):
            inks.edge(ink, shown[self.at], strong=self.hasFocus())
        inks.names(ink, self._boxes)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self._point_at(min(self.at + 1, len(self.placed) - 1))
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self._point_at(max(self.at - 1, 0))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.at)
        elif key in _IN:
            self.zoom_by(_ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _ZOOM)
        elif key == Qt.Key.Key_0:
            self.zoom_by(0)
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words.say(told.told(self.placed[at].one)) if at >= 0 else "", self)
            return True
        return super().event(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._under(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._under(event.position()))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open(self._under(event.position()))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def _scale(self) -> Scale:
        if self.way is None:
            raise RuntimeError("nothing is shown")
        return Scale(self.way.starts_on, self.way.ends_on, self._room * self.zoom)

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        if self.way is None:
            self._boxes = ()
        else:
            self._boxes = places.laid_out(
                self.way, self._scale(), lambda one: words.say(one.label), metrics.horizontalAdvance
            )
        self.setFixedSize(self.sizeHint())
        self._say()

    def _point_at(self, at: int) -> None:
        self.at = at
        self._say()
        shown = self.placed
        if 0 <= at < len(shown):
            self.reached.emit(shown[at].area.center().x())

    def _under(self, point: QPointF) -> int:
        found = [
            at
            for at, one in enumerate(self.placed)
            if one.area.contains(point) or (one.words is not None and one.words.contains(point))
        ]
        return found[-1] if found else -1

    def _open(self, at: int) -> None:
        shown = self.placed
        if 0 <= at < len(shown):
            self.opened.emit(shown[at].one.noun, shown[at].one.id)

    def _say(self) -> None:
        """A screen reader hears the one under the keys, else everything."""
        shown = self.placed
        wanted = (shown[self.at],) if 0 <= self.at < len(shown) else shown
        self.setAccessibleDescription("; ".join(words.say(told.told(one.one)) for one in wanted))
        self.update()
