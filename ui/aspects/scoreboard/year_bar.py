"""Chooses the year of the scoreboard, and shows as figures how its targets stand; a figure narrows the picture."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ptman.aspects.scoreboard.board import Board
from ptman.labels import Label
from ptman.rules.targets import Standing
from ui import style, words
from ui.aspects.scoreboard.target_bars import LOOKS
from ui.pieces.figure_tile import FigureTile

SHOWN = (Standing.MET, Standing.UNDER_WAY, Standing.LATE, Standing.UNKNOWN)


class YearBox(QComboBox):
    """The years that have targets, the running one and the next.

    Signals:
        chosen(int): another year is asked for.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._years: tuple[int, ...] = ()
        self.setMinimumWidth(110)
        words.name(self, Label("年度", "Year"))
        words.on_change(self, self._say)
        self.activated.connect(lambda at: self.chosen.emit(self._years[at]))

    def show_years(self, board: Board) -> None:
        every = {*board.years, board.year, board.today.year, board.today.year + 1}
        self._years = tuple(sorted(every, reverse=True))
        self._say()
        self.setCurrentIndex(self._years.index(board.year))

    def _say(self) -> None:
        at = self.currentIndex()
        self.clear()
        self.addItems([words.say(Label(f"{year} 年", str(year))) for year in self._years])
        self.setCurrentIndex(at)


class StandingTiles(QWidget):
    """One tile a standing; pressed, only its targets are shown, pressed again all of them.

    Signals:
        narrowed: another standing, or none, is chosen.
    """

    narrowed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.only: Standing | None = None
        self.tiles = {one: FigureTile(one.label, LOOKS[one][1], LOOKS[one][0]) for one in SHOWN}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.WIDE, 0, style.WIDE, style.SMALL)
        layout.setSpacing(style.NORMAL)
        for one, tile in self.tiles.items():
            layout.addWidget(tile, 1)
            tile.clicked.connect(lambda _checked=False, one=one: self._on_clicked(one))

    def show_counts(self, board: Board) -> None:
        for one, count in board.counts().items():
            if one in self.tiles:
                self.tiles[one].show_figure(count)

    def left(self, standings: Sequence[Standing]) -> list[bool]:
        """Which of these are shown now."""
        return [self.only in {None, one} for one in standings]

    def _on_clicked(self, one: Standing) -> None:
        self.only = None if self.only is one else one
        self.narrowed.emit()
