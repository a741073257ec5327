"""The history page: everything that was ever done, what it changed, and the way back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from ptman import undo
from ptman.errors import PtmanError
from ptman.labels import Label, same
from ptman.listing import Listing, Row
from ptman.register import change_sets
from ptman.register.change_sets import Steps
from ui import day, errors, words
from ui.actions import Action
from ui.desk import Desk
from ui.list_page import ALL, ListPage
from ui.palette import Tone
from ui.past import details, steps, taking_back
from ui.past.people import PeopleBox
from ui.pieces.chips import Chip
from ui.pieces.facts import Fact
from ui.pieces.notice_bar import NoticePlace

_SELECT = Label("先选中一步。", "Select a step first.")
_UNDONE = Label("这一步已经撤销。", "This step is undone already.")
_STANDS = Label("这一步没有被撤销。", "This step was not undone.")


class HistoryPage(ListPage):
    KEY = "history"
    TITLE = steps.TITLE
    ICON = "history"
    GUIDE = "history"
    SECTION = "office"
    COUNTED = Label("{} 步", "{} steps")
    EMPTY = Label(
        "这里记下每一步：谁、何时、改了什么，并可逐步撤销。先导入一份工作簿。",
        "Every step stands here: who, when, what changed, and the way back. Begin by importing a workbook.",
    )
    EMPTY_ACTION = Label("去导入", "Go to Import")
    CHIPS: ClassVar[Sequence[Chip]] = (
        ALL,
        Chip("today", Label("今天", "Today"), "today"),
        Chip("imports", Label("导入", "Imports"), "import"),
        Chip("undone", Label("已撤销", "Undone"), "undone"),
    )

    def __init__(self, desk: Desk) -> None:
        self._past = steps.Past()
        self._wanted = ""
        super().__init__(desk)
        words.bind(self.search, self.search.setPlaceholderText, Label("内容、操作人或日期", "What, who or when"))
        self.people = PeopleBox()
        self.notice = NoticePlace()
        self.frame.insertWidget(self.frame.count() - 1, self.notice)
        if isinstance(self.head, QHBoxLayout):
            self.head.insertWidget(1, self.people)
        self.people.person_chosen.connect(lambda _name: self._show())
        self.empty.pressed.connect(lambda: self.page_asked.emit("import", ""))
        self.acts.renew()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        back = Label("撤销这一步(&U)", "&Undo this step")
        again = Label("重做这一步(&R)", "&Redo this step")
        return (
            Action("undo-step", back, self._on_undo, None, "Ctrl+Backspace", "undo-2", off_because=self._no_undo,
                   button=True),
            Action("redo-step", again, self._on_redo, icon="redo-2", off_because=self._no_redo, button=True),
        )  # fmt: skip

    @override
    def blank(self) -> Listing:
        return steps.BLANK

    @override
    def refresh(self) -> None:
        self.ask(partial(self.desk.read, undo.history), self._on_history)

    @override
    def load(self) -> Callable[[], Listing]:
        raise NotImplementedError("the history is asked for as entries, not as a list")

    @override
    def go(self, place: str) -> None:
        """The number of a step, or the key of a chip."""
        self.people.setCurrentIndex(0)
        self._wanted = place if place.isdigit() else ""
        super().go("all" if self._wanted else place)
        self._show()

    @override
    def open_record(self, row_id: str) -> None:
        """A step is no record: Enter leads into its details."""
        self.table.select([row_id])
        self.inspector.setFocus()
        self.inspector.focusNextChild()

    @override
    def inspect(self, rows: tuple[Row, ...]) -> None:
        self._turn_to(int(rows[0].id), 0)

    @override
    def tone_of(self, row: Row, key: str) -> Tone:
        return Tone.QUIET if "undone" in row.tags or key in {"who", "state"} else Tone.PLAIN

    def _turn_to(self, number: int, first: int) -> None:
        self.ask(partial(self.desk.read, change_sets.steps, number, first), self._on_steps)

    def _on_history(self, entries: tuple[undo.Entry, ...]) -> None:
        self._past = steps.Past(entries)
        self.people.show_people(self._past.people())
        self._show()

    def _show(self) -> None:
        listed = steps.listing(self._past, self._past.entries, day.today())
        self._on_loaded(listed.tagged(f"who:{self.people.person}") if self.people.person else listed)
        if self._wanted and self.table.row(self._wanted) is not None:
            self.table.select([self._wanted])
            self._wanted = ""

    def _on_steps(self, found: Steps) -> None:
        entry = self._past.entry(found.number)
        if entry is None or self.table.selected()[:1] != (str(found.number),):
            return
        head: list[Fact] = [
            (Label("时间", "When"), f"{steps.local(entry.at):%Y-%m-%d %H:%M:%S}"),
            (Label("操作人", "Who"), entry.who),
            (Label("内容", "What"), self._past.sentence(entry)),
            (Label("状态", "State"), same("") if entry.in_force else steps.UNDONE),
        ]
        turn = partial(self._turn_to, found.number)
        parts = details.sections(found, head[:3] if entry.in_force else head, self.record_asked.emit, turn)
        self.inspector.show_record(f"#{entry.number}", entry.who, parts)

    def _selected(self) -> undo.Entry | None:
        chosen = self.table.selected()
        return self._past.entry(int(chosen[0])) if len(chosen) == 1 else None

    def _no_undo(self) -> Label | None:
        entry = self._selected()
        if entry is None:
            return _SELECT
        return self.desk.read_only or (None if entry.in_force else _UNDONE)

    def _no_redo(self) -> Label | None:
        entry = self._selected()
        if entry is None:
            return _SELECT
        return self.desk.read_only or (_STANDS if self._past.undoing(entry.number) is None else None)

    def _on_undo(self) -> None:
        entry = self._selected()
        if entry is not None:
            self._take_back(entry.number, taking_back.doing(self._past.sentence(entry)))

    def _on_redo(self) -> None:
        entry = self._selected()
        undoing = self._past.undoing(entry.number) if entry is not None else None
        if entry is not None and undoing is not None:
            self._take_back(undoing.number, taking_back.doing(entry.sentence, again=True))

    def _take_back(self, number: int, name: Label) -> None:
        self.notice.clear()
        taking_back.take_back(self.desk, number, name, self._on_refused, lambda _entry: self.told.emit(name))

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, PtmanError):
            errors.show(error, self)
            return
        self.notice.say(error.sentence)
