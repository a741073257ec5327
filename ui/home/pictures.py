"""The right side of the first page: seats against students, the funnel of the cohort, seats by period."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.register.home import Filled, Home
from ui import style, words
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.funnel import Funnel
from ui.pieces.load_bar import LoadBar
from ui.pieces.picture import Part
from ui.pieces.seats_bar import SeatsBar

WIDTH = 360
_MOST_PERIODS = 6
_LISTS = {
    "taken": ("placements", "all"),
    "free": ("bases", "seats-left"),
    "short": ("students", "no-base"),
    "students": ("students", "all"),
    "academic": ("students", "no-academic"),
    "industry": ("students", "no-industry"),
    "base": ("students", "no-base"),
    "letter": ("placements", "no-letter"),
}
"""The list behind each part of a picture: page and chip. Behind a step stand those who have not come so far."""

_SHORT = {
    "academic": Label("有校内导师", "With academic"),
    "industry": Label("有企业导师", "With industry"),
}
"""Steps whose full name has no room beside their bar."""


class Pictures(QWidget):
    """Pictures of one Home, each part of which opens the list behind it.

    Signals:
        asked(str, str): the page and the chip of the list behind a figure.
    """

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.role(self, style.Role.PANE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.seats = SeatsBar(Label("名额与学生", "Seats against students"))
        self.funnel = Funnel(Label("本年级进度", "How far the cohort has come"))
        self._said = text.Text()
        self._periods = QVBoxLayout()
        self._periods.setSpacing(style.SMALL)
        self._home: Home | None = None
        self._lay_out()
        for picture in (self.seats, self.funnel):
            picture.chosen.connect(lambda key: self.asked.emit(*_LISTS[key]))
        words.on_change(self, self._say)

    def show_home(self, home: Home) -> None:
        self._home = home
        self.seats.show_parts(tuple(_seats(home)))
        self.funnel.show_parts([Part(step.key, _SHORT.get(step.key, step.label), step.count) for step in home.funnel])
        self._show_periods(home.periods)
        self._say()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.NORMAL, style.WIDE, style.WIDE)
        layout.setSpacing(style.SMALL)
        layout.addWidget(text.small(Label("名额与学生", "Seats against students")))
        layout.addWidget(self._said)
        layout.addWidget(self.seats)
        layout.addSpacing(style.WIDE)
        layout.addWidget(text.small(Label("进度", "Progress")))
        layout.addWidget(self.funnel)
        layout.addSpacing(style.WIDE)
        self._heading = text.small(Label("各期名额", "Seats by period"))
        layout.addWidget(self._heading)
        layout.addLayout(self._periods)
        layout.addStretch(1)

    def _show_periods(self, periods: Sequence[Filled]) -> None:
        while (item := self._periods.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self._heading.setVisible(bool(periods))
        for period in periods[:_MOST_PERIODS]:
            self._periods.addWidget(_period(period))

    def _say(self) -> None:
        if self._home is not None:
            self._said.setText(words.say(_said(self._home)))


def _said(home: Home) -> Label:
    """The figures in words; seats belong to a period, so there are none to count before the first."""
    students, seats = home.students, home.seats.of
    if not home.periods:
        return Label(f"{students} 名学生，尚未设置实践时段", f"{students} students, no practice period yet")
    return Label(f"{students} 名学生，{seats} 个名额", f"{students} students, {seats} seats")


def _seats(home: Home) -> Iterator[Part]:
    """Taken and free seats; where all seats together are too few, how many are lacking."""
    taken, every = home.seats.taken, home.seats.of
    yield Part("taken", Label("已占", "Taken"), taken)
    yield Part("free", Label("空余", "Free"), max(0, every - taken), Tone.QUIET)
    if home.periods and home.students > every:
        yield Part(
            "short",
            Label("缺口（学生多于名额）", "Short (more students than seats)"),
            home.students - every,
            Tone.OVERDUE,
        )


def _period(period: Filled) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(style.SMALL)
    name = text.Elided()
    words.bind(name, name.setText, period.label)
    layout.addWidget(name, 1)
    bar = LoadBar(period.load)
    bar.setFixedSize(160, 20)
    layout.addWidget(bar)
    return row
