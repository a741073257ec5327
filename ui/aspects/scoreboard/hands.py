"""What the scoreboard does to the office: a new target, figures recorded, a year carried on, the page on paper."""

from PySide6.QtCore import Signal

from ptman.aspects.scoreboard import keeping
from ptman.aspects.scoreboard.board import Board, Source
from ptman.labels import Label
from ui import day, records
from ui.desk import Desk
from ui.dialogs.question import Asked, Question
from ui.form_link import Link
from ui.page import Page
from ui.page_hands import PageHands

_RECORD, _CARRY = Label("定格实际值", "Recording the figures"), Label("结转任务", "Carrying the targets")


class Hands(PageHands):
    """Each deed is one step that can be undone.

    Signals:
        told(Label): it is done.
        year_asked(int): the targets of that year are wanted.
    """

    year_asked = Signal(int)

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__(desk, page)
        self._board: Board | None = None
        self._selected = ""

    def add(self) -> None:
        """Ask for a new target of the year that is shown, under the aspect of the one that is marked."""
        records.add(self._desk, self._page.window(), records.Fresh("coop_task", self._preset()))

    def look(self, board: Board, selected: str) -> None:
        """Which year is shown, and which target is marked."""
        self._board, self._selected = board, selected

    def record(self, board: Board) -> Question:
        """Say how many figures would be written down, then do it."""
        count = sum(task.source is Source.COUNTED for task in board.tasks)
        what = Label(
            f"把 {board.year} 年现在统计的 {count} 项数写入“实际值”。以后记录再变，这些数不再变；可以撤销。",
            f"Writes the {count} figures of {board.year} that are counted now into “Actual”. They will not change with "
            "the records any more. It can be undone.",
        )
        asked = Asked(Label("定格实际值", "Record the figures"), what, Label("定格", "Record"))
        dialog = Question(asked, self._page.window())
        dialog.accepted.connect(lambda: self._record(board.year))
        dialog.open()
        return dialog

    def carry(self, board: Board) -> None:
        """The same targets for the next year, which is shown then."""
        year = board.year

        def job(_step: object) -> keeping.Carried:
            return self._desk.write(keeping.carry, year, year + 1)

        def then(carried: keeping.Carried) -> None:
            self.year_asked.emit(year + 1)
            made = carried.made
            self.told.emit(Label(f"已结转 {made} 项任务到 {year + 1} 年", f"{made} targets carried to {year + 1}"))

        self._desk.work.act(_CARRY, job, then)

    def _record(self, year: int) -> None:
        def job(_step: object) -> Label:
            kept = self._desk.write(keeping.record, year, day.today())
            return Label(f"已定格 {kept} 项实际值", f"{kept} figures recorded")

        self._desk.work.act(_RECORD, job, self.told.emit)

    def _preset(self) -> dict[str, object]:
        board = self._board
        if board is None:
            return {}
        found: dict[str, object] = {"year": board.year}
        side = next((one for one in board.sides if any(task.ref.id == self._selected for task in one.tasks)), None)
        if side is not None:
            found["aspect_code"] = Link(side.code, f"{side.code} {side.name.zh}")
            found["task_no"] = f"{board.year}-{side.code}-{len(board.tasks) + 1:02d}"
        return found
