"""The targets of a year as bars under their aspects: what was reached, the target as a stroke, how it stands."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from typing_extensions import override

from ptman.aspects.scoreboard import sheet
from ptman.aspects.scoreboard.board import Side, Task
from ptman.labels import Label
from ptman.rules.targets import Standing
from ui import icons, style, words
from ui.palette import Tone, Tones
from ui.pieces.picture import Part, Picture

ROW, HEAD = 34, 40
_BAR = 10
_FIGURES, _WORD = 132, 104
_NAMES = 0.36
_SCALE = 1.25
"""A bar ends a quarter beyond its target, so that more than was aimed at is seen."""

LOOKS = {
    Standing.MET: (Tone.DONE, "circle-check"),
    Standing.UNDER_WAY: (Tone.ACCENT, "clock"),
    Standing.LATE: (Tone.OVERDUE, "circle-alert"),
    Standing.UNKNOWN: (Tone.QUIET, "circle-question-mark"),
    Standing.DROPPED: (Tone.QUIET, "archive"),
}
"""Shape and colour of each standing; its word stands beside them."""


class TargetBars(Picture):
    """One line a target; by mouse or keys one is chosen, and stays marked.

    Signals:
        behind_asked(str): the records that the target's figure is counted from are wanted.
    """

    behind_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(Label("合作任务完成情况", "Targets of the co-operation"))
        self._sides: tuple[Side, ...] = ()
        self.selected = ""
        self.chosen.connect(self.select)

    def show_sides(self, sides: tuple[Side, ...]) -> None:
        self._sides = sides
        self.show_parts([Part(task.ref.id, _said(task), int(task.share * 100)) for task in self._tasks()])
        self.setFixedHeight(self.sizeHint().height())
        self.select(self.selected)

    def select(self, key: str) -> None:
        """Mark the target of that id; keys go on from there."""
        self.selected = key
        if self.hasFocus():
            self._point_at(next((at for at, part in enumerate(self._parts) if part.key == key), 0))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, sum(HEAD + ROW * len(side.tasks) for side in self._sides) + style.NORMAL)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(480, self.sizeHint().height())

    @override
    def places(self, area: QRectF) -> list[QRectF]:
        found, top = [], area.top()
        for side in self._sides:
            top += HEAD
            for _ in side.tasks:
                found.append(QRectF(area.left(), top, area.width(), ROW))
                top += ROW
        return found

    @override
    def draw(self, painter: QPainter, area: QRectF, tones: Tones) -> None:
        places = iter(self.places(area))
        top = area.top()
        for side in self._sides:
            _head(painter, QRectF(area.left(), top, area.width(), HEAD), side, tones)
            top += HEAD + ROW * len(side.tasks)
            for task in side.tasks:
                self._line(painter, next(places), task, tones)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._under(event.position())
        if at >= 0:
            self.behind_asked.emit(self._parts[at].key)

    def _tasks(self) -> Iterator[Task]:
        return (task for side in self._sides for task in side.tasks)

    def _line(self, painter: QPainter, place: QRectF, task: Task, tones: Tones) -> None:
        if task.ref.id == self.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.accent_soft))
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), style.CORNER, style.CORNER)
        inner = place.adjusted(style.NORMAL, 0, -style.NORMAL, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        name = QRectF(inner.left(), inner.top(), inner.width() * _NAMES, inner.height())
        word = QRectF(inner.right() - _WORD, inner.top(), _WORD, inner.height())
        figures = QRectF(word.left() - _FIGURES, inner.top(), _FIGURES - style.NORMAL, inner.height())
        track = QRectF(
            name.right() + style.SMALL,
            inner.center().y() - _BAR / 2,
            figures.left() - name.right() - style.WIDE,
            _BAR,
        )
        tone, shape = LOOKS[task.standing]
        painter.setFont(style.font())
        painter.setPen(QColor(tones.ink))
        painter.drawText(
            name, middle | Qt.AlignmentFlag.AlignLeft, _fitted(painter, words.say(sheet.called(task)), name)
        )
        painter.setFont(style.font(style.SECONDARY))
        said = words.say(sheet.figures(task))
        painter.drawText(figures, middle | Qt.AlignmentFlag.AlignRight, _fitted(painter, said, figures))
        _bar(painter, track, task, (tones.ink_of(tone), tones))
        icons.paint(painter, shape, QRectF(word.left(), word.center().y() - 8, 16, 16), tones.ink_of(tone))
        painter.setPen(QColor(tones.ink_of(tone)))
        text = word.adjusted(22, 0, 0, 0)
        painter.drawText(
            text, middle | Qt.AlignmentFlag.AlignLeft, _fitted(painter, words.say(task.standing.label), text)
        )


def _head(painter: QPainter, place: QRectF, side: Side, tones: Tones) -> None:
    """The aspect, and how many of its targets are met."""
    inner = place.adjusted(style.NORMAL, 0, -style.NORMAL, -style.TIGHT)
    painter.setFont(style.font(style.SECONDARY))
    painter.setPen(QColor(tones.quiet))
    bottom = Qt.AlignmentFlag.AlignBottom
    painter.drawText(inner, bottom | Qt.AlignmentFlag.AlignLeft, words.say(side.name))
    said = Label(f"达标 {side.met}/{side.sought}", f"{side.met} of {side.sought} met")
    painter.drawText(inner, bottom | Qt.AlignmentFlag.AlignRight, words.say(said))
    painter.setPen(QPen(QColor(tones.line), 1))
    painter.drawLine(place.bottomLeft(), place.bottomRight())


def _bar(painter: QPainter, track: QRectF, task: Task, colours: tuple[str, Tones]) -> None:
    """On the scale of its own target, which stands as a stroke."""
    ink, tones = colours
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tones.line))
    painter.drawRoundedRect(track, 3, 3)
    share = min(task.share, _SCALE) / _SCALE
    if share > 0:
        painter.setBrush(QColor(ink))
        wide = max(6.0, track.width() * share)
        painter.drawRoundedRect(QRectF(track.left(), track.top(), wide, track.height()), 3, 3)
    x = track.left() + track.width() / _SCALE
    painter.setPen(QPen(QColor(tones.ink), 2))
    painter.drawLine(QPointF(x, track.top() - 3), QPointF(x, track.bottom() + 3))


def _fitted(painter: QPainter, said: str, place: QRectF) -> str:
    return painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, int(place.width()))


def _said(task: Task) -> Label:
    """For a screen reader and the tip."""
    name, figures, word = sheet.called(task), sheet.figures(task), task.standing.label
    return Label(f"{name.zh}：{figures.zh}，{word.zh}", f"{name.en}: {figures.en}, {word.en}")
