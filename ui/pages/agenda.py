"""The agenda in full: everything dated that expires or falls due, of every kind, filtered by how near it is."""

from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import override

from ptman.labels import Label
from ptman.listing import Listing, Row
from ptman.register import agenda, lists
from ptman.register.agenda import When
from ui import day
from ui.actions import Action, Menu
from ui.desk import Desk
from ui.nouns import leading
from ui.palette import Tone
from ui.pieces.chips import Chip
from ui.record_page import CorrectingPage
from ui.registers import actions
from ui.registers.actions import NONE_SELECTED, ONE_ONLY
from ui.registers.exporting import Exporting
from ui.registers.pane import Asked, RecordPane
from ui.registers.view import CURRENT
from ui.registers.viewed import ViewedPage
from ui.registers.written_bar import WrittenBar

TONES = {When.OVERDUE: Tone.OVERDUE, When.WEEK: Tone.SOON}


class AgendaPage(ViewedPage, CorrectingPage):
    """Each row is a record that is corrected at the right, or looked after in its own register."""

    KEY = "agenda"
    TITLE = Label("到期", "Agenda")
    ICON = "calendar"
    GUIDE = "home"
    SECTION = "aspects"
    COUNTED = Label("{} 项", "{} items")
    EMPTY = Label(
        "这里列出一切有期限的事：聘期、协议、议定事项、合作任务、发出的工作簿、待收回的函件……现在没有。",
        "Everything with a date stands here: appointments, agreements, action items, targets, workbooks and letters "
        "that are out. There is nothing now.",
    )
    CHIPS: ClassVar[Sequence[Chip]] = (CURRENT, *(Chip(one.value, one.label, one.value) for one in When))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.exporting, self.written = Exporting(desk, self), WrittenBar()
        self.pane = RecordPane(self.doing, self.inspector, lambda: actions.buttons(self.acts, ("lead", "open")))
        self.frame.addWidget(self.written)
        self.exporting.written.connect(lambda written: self.written.show_written(written.path))

    @override
    def blank_list(self) -> Listing:
        return agenda.AGENDA

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        return self.desk.read(lists.named, "agenda", day.today())

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return (
            Action(
                "lead",
                Label("去办理(&G)", "&Go to its register"),
                self._on_lead,
                Label("到这条记录的登记册，在那里办理", "Go to the register of its kind, to deal with it there"),
                "Ctrl+L",
                "arrow-right",
                off_because=self._not_one,
            ),
            Action(
                "open",
                Label("打开(&O)…", "&Open…"),
                lambda: self.open_record(self.table.selected()[0]),
                Label("打开记录（回车或双击）", "Open the record (Enter or double click)"),
                icon="pencil",
                off_because=self._not_one,
            ),
            Action(
                "export",
                Label("导出列表(&E)…", "&Export the list…"),
                lambda: self.exporting.begin(self.table.shown, self.scope()),
                Label("把屏幕上的列表写成工作簿", "Write the list on the screen as a workbook"),
                "Ctrl+E",
                "download",
                Menu.FILE,
                off_because=lambda: None if self.table.shown_rows else actions.NO_ROWS,
                button=True,
            ),
        )

    @override
    def go(self, place: str) -> None:
        """A chip, or with the kind behind it (`week:agreement.valid_to`) only the things of that kind."""
        near, kind, field = place.partition(":")
        if not kind:
            super().go(place)
            return
        super().go(CURRENT.key)
        self.table.show_tag(place)
        self.note.show_view(When(near).label.plus(agenda.named(field), " · "))

    @override
    def tone_of(self, row: Row, key: str) -> Tone:
        near = next((TONES[one] for one in TONES if one.value in row.tags), Tone.PLAIN)
        return near if key in {"when", "day"} else Tone.PLAIN

    @override
    def open_record(self, row_id: str) -> None:
        row = self.table.row(row_id)
        if row is not None:
            self.show_record(*lists.record(self.table.listing, row))

    @override
    def inspect(self, rows: tuple[Row, ...]) -> None:
        if len(rows) == 1:
            self.pane.look(Asked(*lists.record(self.table.listing, rows[0])))
        else:
            self.pane.show_many(len(rows))

    def _not_one(self) -> Label | None:
        count = len(self.table.selected())
        return None if count == 1 else ONE_ONLY if count else NONE_SELECTED

    def _on_lead(self) -> None:
        noun, key = lists.record(self.table.listing, self.selected_rows()[0])
        place = leading.place(noun, key)
        if place is None:
            self.show_record(noun, key)
        else:
            self.page_asked.emit(*place)
