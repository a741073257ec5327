"""The left of the scoreboard: tiles that say how the targets stand, and below them the targets as bars."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ptman.aspects.scoreboard.board import Board, Task
from ui import style
from ui.aspects.scoreboard.target_bars import TargetBars
from ui.aspects.scoreboard.year_bar import StandingTiles


class BoardPane(QWidget):
    """Keeps the chosen target as the board is read again; a tile narrows the bars to one standing.

    Signals:
        chosen(str): the target of that id, or none.
        behind_asked(str): the records behind the figure of that target.
    """

    chosen = Signal(str)
    behind_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.board: Board | None = None
        self.tiles, self.bars = StandingTiles(), TargetBars()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(style.SMALL, 0, style.SMALL, 0)
        column.addWidget(self.bars)
        column.addStretch(1)
        area.setWidget(inner)
        for part in (area.viewport(), inner):
            part.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tiles)
        whole.addWidget(area, 1)
        self.tiles.narrowed.connect(self._show_bars)
        self.bars.chosen.connect(self.chosen)
        self.bars.behind_asked.connect(self.behind_asked)

    def show_board(self, board: Board) -> None:
        self.board = board
        self.tiles.show_counts(board)
        self._show_bars()
        if self.task() is None:
            self.bars.select(board.tasks[0].ref.id if board.tasks else "")
        self.chosen.emit(self.bars.selected)

    def task(self, key: str = "") -> Task | None:
        """The target of that id; without one the chosen target."""
        tasks = self.board.tasks if self.board is not None else ()
        return next((task for task in tasks if task.ref.id == (key or self.bars.selected)), None)

    def _show_bars(self) -> None:
        sides = self.board.sides if self.board is not None else ()
        only = self.tiles.only
        kept = (replace(one, tasks=tuple(task for task in one.tasks if only in {None, task.standing})) for one in sides)
        self.bars.show_sides(tuple(one for one in kept if one.tasks))
